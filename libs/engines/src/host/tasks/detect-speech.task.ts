import type { Interval } from '@colloquy/speech';
import type { Breathe, HostTasks } from '../host.protocol.ts';
import { shift, withSlice } from './open-slice.ts';
import { findSpeech } from './voice-activity.ts';

export function detectSpeech(
  { slice, vadModel }: HostTasks['detect-speech']['input'],
  breathe: Breathe,
): Promise<Interval[]> {
  return withSlice(slice, async ({ file, start, end, startMs, gain }) => {
    const regions = await findSpeech(file, start, end, { model: vadModel, gain, breathe });
    return regions.map((region) => shift(region, startMs));
  });
}
