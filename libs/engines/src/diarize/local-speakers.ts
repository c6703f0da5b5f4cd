import { lengthMs, overlapMs, speakerLabel, type Interval, type Turn } from '@colloquy/speech';
import type { LocalSpeaker } from '../ports.ts';
import type { VoiceTurn } from './speaker-path.ts';
import { mean, unit, type Vector } from './vector.ts';

/** A window counts for a speaker when at least this much of it lies in their turns. */
const MIN_SHARE = 0.8;

/** Labels voices `SPEAKER_00`, … in order of first speech. */
export function labelTurns(voiceTurns: readonly VoiceTurn[]): { turns: Turn[]; labels: Map<number, string> } {
  const labels = new Map<number, string>();
  for (const { voice } of voiceTurns) if (!labels.has(voice)) labels.set(voice, speakerLabel(labels.size));
  return {
    turns: voiceTurns.map(({ voice, startMs, endMs }) => ({
      speaker: labels.get(voice) ?? speakerLabel(0),
      startMs,
      endMs,
    })),
    labels,
  };
}

/** Each speaker's voice: the mean over the windows in which nobody else is heard. */
export function describeSpeakers(
  turns: readonly Turn[],
  windows: readonly Interval[],
  vectors: readonly Vector[],
): LocalSpeaker[] {
  const bySpeaker = Map.groupBy(turns, (turn) => turn.speaker);
  return [...bySpeaker].flatMap(([label, own]) => {
    const shares = windows.map((window) => ownShare(window, own));
    const best = Math.max(0, ...shares);
    const heard = vectors.filter((_, i) => best > 0 && (shares[i] ?? 0) >= Math.min(MIN_SHARE, best));
    if (heard.length === 0) return [];
    return [
      {
        label,
        vector: [...unit(mean(heard))],
        speechMs: own.reduce((total, turn) => total + lengthMs(turn), 0),
      },
    ];
  });
}

function ownShare(window: Interval, own: readonly Interval[]): number {
  return own.reduce((total, turn) => total + overlapMs(window, turn), 0) / Math.max(1, lengthMs(window));
}
