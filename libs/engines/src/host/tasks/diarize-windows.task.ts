import { clusterVoices } from '../../diarize/cluster-voices.ts';
import { withKnownVoices } from '../../diarize/known-voices.ts';
import { linkVoices } from '../../diarize/link-voices.ts';
import { SHORT_SPEECH_MS, totalMs } from '../../diarize/local-activity.ts';
import { describeSpeakers, labelTurns } from '../../diarize/local-speakers.ts';
import { decodeSpeakerPath } from '../../diarize/speaker-path.ts';
import type { Breathe, DiarizeTaskInput, HostTasks } from '../host.protocol.ts';
import { shift, withSlice } from './open-slice.ts';
import { findSpeech } from './voice-activity.ts';
import { embedWindows, placeWindows } from './voice-windows.ts';

/** Share of the time that finding speech takes; the rest is embedding. */
const DETECTION_SHARE = 0.4;

/** Who spoke when without a segmentation model: voice activity, short overlapping windows, clustering, best path. */
export function diarizeWindows(
  input: DiarizeTaskInput,
  breathe: Breathe,
): Promise<HostTasks['diarize-windows']['output']> {
  return withSlice(input.slice, async (slice) => {
    const regions = await findSpeech(slice.file, slice.start, slice.end, {
      ...slice,
      model: input.vadModel,
      breathe: (fraction) => breathe(fraction * DETECTION_SHARE),
    });
    const windows = placeWindows(regions, Math.floor((slice.end - slice.start) / 16));
    const vectors = await embedWindows(slice, windows, input.embedderModel, (fraction) =>
      breathe(DETECTION_SHARE + fraction * (0.95 - DETECTION_SHARE)),
    );
    const labels =
      input.expectedSpeakers === null && totalMs(regions) < SHORT_SPEECH_MS
        ? linkVoices(vectors, windows, regions)
        : clusterVoices(vectors, input.expectedSpeakers ?? undefined);
    const voices = withKnownVoices(labels, vectors, {
      known: input.known,
      threshold: input.voiceThreshold,
      expectedSpeakers: input.expectedSpeakers,
    });
    const { turns } = labelTurns(decodeSpeakerPath(voices, vectors, windows, regions));
    return {
      turns: turns.map((turn) => shift(turn, slice.startMs)),
      regions: regions.map((region) => shift(region, slice.startMs)),
      speakers: describeSpeakers(turns, windows, vectors),
    };
  });
}
