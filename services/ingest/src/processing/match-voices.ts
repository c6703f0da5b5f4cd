import type { Diarization, LocalSpeaker } from '@colloquy/engines';
import { assignSpeakers, meanVector, speakerLabel, type Turn } from '@colloquy/speech';
import type { KnownVoice } from './processing-run.entity.ts';

export interface MatchedChunk {
  /** With labels of the whole recording. */
  turns: Turn[];
  /** The voices heard so far, this chunk included. */
  voices: KnownVoice[];
}

/**
 * Gives a chunk's speakers the labels they have in the whole recording, so that SPEAKER_00 stays SPEAKER_00 to the end:
 * each is the known voice it resembles most, or a new one. There are never more than `expectedSpeakers` voices: of the
 * new ones those who speak longest take the places left, the others are taken for the voice they resemble most.
 */
export function matchVoices(
  { turns, speakers }: Pick<Diarization, 'turns' | 'speakers'>,
  known: readonly KnownVoice[],
  { threshold, expectedSpeakers }: { threshold: number; expectedSpeakers: number | null },
): MatchedChunk {
  const assignments = assignSpeakers({ references: known, local: speakers, threshold });
  const labels = new Map(assignments.map(({ local, reference }) => [local, reference]));
  const strangers = speakers.filter(({ label }) => labels.get(label) === null);
  const places = Math.max(0, (expectedSpeakers ?? Infinity) - known.length);
  const newcomers = new Set(strangers.toSorted((a, b) => b.speechMs - a.speechMs).slice(0, places));

  const voices = known.map((voice) => ({ ...voice }));
  for (const { label, vector, speechMs } of strangers.filter((stranger) => newcomers.has(stranger))) {
    const newLabel = speakerLabel(voices.length);
    labels.set(label, newLabel);
    voices.push({ label: newLabel, vector, speechMs });
  }
  for (const speaker of speakers.filter((one) => !newcomers.has(one))) {
    const reference = labels.get(speaker.label) ?? mostAlike(speaker, voices);
    const voice = voices.find(({ label }) => label === reference);
    if (!voice) continue;
    labels.set(speaker.label, voice.label);
    remember(voice, speaker);
  }
  return {
    turns: turns.map((turn) => ({ ...turn, speaker: labels.get(turn.speaker) ?? turn.speaker })),
    voices,
  };
}

function mostAlike(speaker: LocalSpeaker, voices: readonly KnownVoice[]): string | null {
  const [best] = assignSpeakers({ references: voices, local: [speaker], threshold: -Infinity });
  return best?.reference ?? null;
}

function remember(voice: KnownVoice, heard: LocalSpeaker): void {
  voice.vector = meanVector([voice.vector, heard.vector], [voice.speechMs, heard.speechMs]);
  voice.speechMs += heard.speechMs;
}
