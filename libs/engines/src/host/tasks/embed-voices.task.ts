import { msToSamples } from '../../media/pcm-file.ts';
import { mean, unit } from '../../diarize/vector.ts';
import type { Breathe, HostTasks } from '../host.protocol.ts';
import { shift, withSlice } from './open-slice.ts';
import { embedWindows, placeWindows } from './voice-windows.ts';

/** Each voice as diarizing gives it: the mean over short windows of where it is heard. */
export function embedVoices(
  { slice, voices, embedderModel }: HostTasks['embed-voices']['input'],
  breathe: Breathe,
): Promise<HostTasks['embed-voices']['output']> {
  return withSlice(slice, async (open) => {
    const durationMs = Math.floor((open.end - open.start) / msToSamples(1));
    const vectors: number[][] = [];
    for (const { stretches } of voices) {
      const local = stretches.map((stretch) => shift(stretch, -slice.startMs));
      const windows = placeWindows(local, durationMs);
      const heard = await embedWindows(open, windows, embedderModel, (fraction) =>
        breathe((vectors.length + fraction) / voices.length),
      );
      vectors.push([...unit(mean(heard))]);
    }
    return vectors;
  });
}
