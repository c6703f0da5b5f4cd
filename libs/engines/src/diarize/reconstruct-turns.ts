import { lengthMs, mergeIntervals } from '@colloquy/speech';
import type { VoicedUnits } from './assign-voices.ts';
import { runs, type ActivityWindow } from './local-activity.ts';
import type { VoiceTurn } from './speaker-path.ts';

export interface ReconstructOptions {
  /** Pauses up to this long belong to the turn around them. */
  bridgeMs: number;
  minTurnMs: number;
}

/**
 * From overlapping windows to turns: at each frame as many speakers as the windows hear on average, and of those voices
 * the ones most windows hear (pyannote's aggregation). Turns may overlap.
 */
export function reconstructTurns(
  windows: readonly ActivityWindow[],
  voiced: readonly VoicedUnits[],
  { bridgeMs, minTurnMs }: ReconstructOptions,
): VoiceTurn[] {
  const frames = windows.reduce(
    (most, { startFrame, speakers }) => Math.max(most, startFrame + (speakers[0]?.length ?? 0)),
    0,
  );
  const voices = voiced.reduce((most, { voice }) => Math.max(most, voice + 1), 0);
  const votes = Array.from({ length: voices }, () => new Uint16Array(frames));
  const heard = new Float32Array(frames);
  for (const { units, voice } of voiced) {
    for (const { window, speaker } of units) addFrames(votes[voice], windows[window], speaker);
  }
  countSpeakers(windows, heard);
  return votes
    .flatMap((_, voice) => {
      const on = runs(0, frames, (frame) => isHeard(votes, voice, frame, Math.round(heard[frame] ?? 0)));
      return mergeIntervals(on, bridgeMs)
        .filter((turn) => lengthMs(turn) >= minTurnMs)
        .map((turn) => ({ ...turn, voice }));
    })
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
}

function addFrames(
  votes: Uint16Array | undefined,
  window: ActivityWindow | undefined,
  speaker: number,
): void {
  const activity = window?.speakers[speaker];
  if (!votes || !window || !activity) return;
  for (let frame = 0; frame < activity.length; frame++)
    votes[window.startFrame + frame] = (votes[window.startFrame + frame] ?? 0) + (activity[frame] ?? 0);
}

/** Mean number of simultaneous speakers over the windows that cover each frame. */
function countSpeakers(windows: readonly ActivityWindow[], heard: Float32Array): void {
  const covered = new Uint16Array(heard.length);
  for (const { startFrame, speakers } of windows) {
    const length = speakers[0]?.length ?? 0;
    for (let frame = 0; frame < length; frame++) {
      covered[startFrame + frame] = (covered[startFrame + frame] ?? 0) + 1;
      for (const activity of speakers)
        heard[startFrame + frame] = (heard[startFrame + frame] ?? 0) + (activity[frame] ?? 0);
    }
  }
  for (let frame = 0; frame < heard.length; frame++)
    heard[frame] = (heard[frame] ?? 0) / Math.max(1, covered[frame] ?? 1);
}

function isHeard(votes: readonly Uint16Array[], voice: number, frame: number, speakers: number): boolean {
  const own = votes[voice]?.[frame] ?? 0;
  if (own === 0 || speakers === 0) return false;
  let before = 0;
  votes.forEach((other, k) => {
    const theirs = other[frame] ?? 0;
    if (k !== voice && (theirs > own || (theirs === own && k < voice))) before++;
  });
  return before < speakers;
}
