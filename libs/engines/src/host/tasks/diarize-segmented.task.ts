import { lengthMs, mergeIntervals, type Interval } from '@colloquy/speech';
import sherpa from 'sherpa-onnx-node';
import { assignByTrack, assignByWindow, type VoicedUnits } from '../../diarize/assign-voices.ts';
import { clusterVoices } from '../../diarize/cluster-voices.ts';
import { withKnownVoices } from '../../diarize/known-voices.ts';
import {
  FRAME_MS,
  linkTracks,
  localIntervals,
  SHORT_SPEECH_MS,
  totalMs,
  type ActivityWindow,
} from '../../diarize/local-activity.ts';
import { describeSpeakers, labelTurns } from '../../diarize/local-speakers.ts';
import { reconstructTurns } from '../../diarize/reconstruct-turns.ts';
import type { Vector } from '../../diarize/vector.ts';
import { msToSamples } from '../../media/pcm-file.ts';
import type { Breathe, HostTasks, SegmentedDiarizeTaskInput } from '../host.protocol.ts';
import { loadEmbedder } from './embedder.ts';
import { shift, withSlice, type OpenSlice } from './open-slice.ts';
import { embedWindows, placeWindows } from './voice-windows.ts';

/** The model was trained on 10 s. */
const WINDOW_MS = 10_000;
const HOP_MS = 1_000;
const WINDOW_FRAMES = WINDOW_MS / FRAME_MS;
/** What a window calls speech is joined across pauses up to this before voices are taken from it. */
const REGION_BRIDGE_MS = 400;
const MIN_REGION_MS = 200;
const TURNS = { bridgeMs: 300, minTurnMs: 250 };
/** Of a track, this much is enough to know its voice. */
const MAX_TRACK_MS = 20_000;
const MIN_TRACK_MS = 400;
const MIN_VECTOR_MS = 100;
const SEGMENTATION_SHARE = 0.8;

/** Who spoke when by a segmentation model: local speakers in 10 s windows, then which voice each of them is; overlaps kept. */
export function diarizeSegmented(
  input: SegmentedDiarizeTaskInput,
  breathe: Breathe,
): Promise<HostTasks['diarize-segmented']['output']> {
  return withSlice(input.slice, async (slice) => {
    const activity = await segment(slice, input, (fraction) => breathe(fraction * SEGMENTATION_SHARE));
    const spoken = activity.flatMap((window) =>
      window.speakers.flatMap((_, speaker) => localIntervals(window, speaker).active),
    );
    const regions = mergeIntervals(spoken, REGION_BRIDGE_MS).filter(
      (region) => lengthMs(region) >= MIN_REGION_MS,
    );
    const spans = placeWindows(regions, Math.floor((slice.end - slice.start) / 16));
    const vectors = await embedWindows(slice, spans, input.embedderModel, (fraction) =>
      breathe(SEGMENTATION_SHARE + fraction * (0.95 - SEGMENTATION_SHARE)),
    );
    const voiced =
      totalMs(regions) < SHORT_SPEECH_MS
        ? await voiceTracks(slice, activity, input, breathe)
        : assignByWindow(activity, spans, vectors, clusterWithKnown(vectors, input));
    const { turns } = labelTurns(reconstructTurns(activity, voiced, TURNS));
    return {
      turns: turns.map((turn) => shift(turn, slice.startMs)),
      regions: mergeIntervals(turns, REGION_BRIDGE_MS).map((region) => shift(region, slice.startMs)),
      speakers: describeSpeakers(turns, spans, vectors),
    };
  });
}

function clusterWithKnown(
  vectors: readonly Vector[],
  { expectedSpeakers, known, voiceThreshold: threshold }: SegmentedDiarizeTaskInput,
): number[] {
  const labels = clusterVoices(vectors, expectedSpeakers ?? undefined);
  return withKnownVoices(labels, vectors, { known, threshold, expectedSpeakers });
}

/**
 * sherpa-onnx gives no access to the segmentation model alone; its diarizer, run on one window with nothing merged, is
 * exactly that model's local speakers.
 */
async function segment(
  { file, start, end, gain }: OpenSlice,
  { segmentationModel, embedderModel }: SegmentedDiarizeTaskInput,
  breathe: Breathe,
): Promise<ActivityWindow[]> {
  const segmenter = new sherpa.OfflineSpeakerDiarization({
    segmentation: { pyannote: { model: segmentationModel }, numThreads: 1, debug: 0 },
    embedding: { model: embedderModel, numThreads: 1, debug: 0 },
    clustering: { numClusters: -1, threshold: 1e-6 },
    minDurationOn: 0,
    minDurationOff: 0,
  });
  const windows: ActivityWindow[] = [];
  const durationMs = Math.ceil((end - start) / 16);
  for (let fromMs = 0; fromMs === 0 || fromMs + WINDOW_MS - HOP_MS < durationMs; fromMs += HOP_MS) {
    const from = start + msToSamples(fromMs);
    const samples = new Float32Array(msToSamples(WINDOW_MS));
    samples.set(file.read(from, Math.min(end, from + samples.length), gain));
    windows.push({ startFrame: fromMs / FRAME_MS, speakers: toFrames(segmenter.process(samples)) });
    await breathe(fromMs / durationMs);
  }
  return windows;
}

/** The model hears at most three speakers in a window. */
function toFrames(segments: readonly { start: number; end: number; speaker: number }[]): Uint8Array[] {
  const speakers = Array.from({ length: 3 }, () => new Uint8Array(WINDOW_FRAMES));
  const frame = (seconds: number) => Math.round((seconds * 1000) / FRAME_MS);
  for (const { start, end, speaker } of segments) speakers[speaker]?.fill(1, frame(start), frame(end));
  return speakers;
}

async function voiceTracks(
  slice: OpenSlice,
  activity: readonly ActivityWindow[],
  { embedderModel, mergeSimilarity, expectedSpeakers }: SegmentedDiarizeTaskInput,
  breathe: Breathe,
): Promise<VoicedUnits[]> {
  const tracks = linkTracks(activity);
  const embed = loadEmbedder(embedderModel);
  const vectors: (Vector | null)[] = [];
  for (const track of tracks) {
    const samples = readTogether(slice, totalMs(track.alone) >= MIN_TRACK_MS ? track.alone : track.active);
    vectors.push(samples.length >= msToSamples(MIN_VECTOR_MS) ? embed(samples) : null);
    await breathe(0.95);
  }
  return assignByTrack(tracks, vectors, { mergeSimilarity, count: expectedSpeakers ?? undefined });
}

/** The first 20 s of what lies in `intervals`, joined. */
function readTogether({ file, start, end, gain }: OpenSlice, intervals: readonly Interval[]): Float32Array {
  const parts: Float32Array[] = [];
  let leftMs = MAX_TRACK_MS;
  for (const { startMs, endMs } of intervals) {
    if (leftMs <= 0) break;
    const takenMs = Math.min(endMs - startMs, leftMs);
    parts.push(
      file.read(start + msToSamples(startMs), Math.min(end, start + msToSamples(startMs + takenMs)), gain),
    );
    leftMs -= takenMs;
  }
  const joined = new Float32Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
