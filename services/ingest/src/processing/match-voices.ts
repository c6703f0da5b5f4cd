import type { VoiceMatch } from '@colloquy/contracts';
import type { Diarization, LocalSpeaker } from '@colloquy/engines';
import { assignSpeakers, cosineSimilarity, meanVector, speakerLabel, type Turn } from '@colloquy/speech';
import type { KnownVoice } from './processing-run.entity.ts';

export interface MatchedChunk {
  /** With labels of the whole recording. */
  turns: Turn[];
  /** The voices heard so far, this chunk included. */
  voices: KnownVoice[];
  /** Why each of the chunk's speakers has the label it has. */
  matches: ChunkMatch[];
}

export type ChunkMatch = Omit<VoiceMatch, 'startMs' | 'endMs'>;

const ALTERNATIVES = 3;

/** Those who said enough for a vector. */
export const comparable = (voices: readonly KnownVoice[]): KnownVoice[] =>
  voices.filter(({ vector }) => vector.length > 0);

/**
 * Gives a chunk's speakers the labels they have in the whole recording, so that SPEAKER_00 stays SPEAKER_00 to the end:
 * each is the known voice that the best assignment in total gives it, or a new one. There are never more than
 * `expectedSpeakers` voices: of the new ones those who speak longest take the places left, the others are taken for the
 * voices still free. Two speakers of a chunk become one only when it has more of them than are expected at all.
 */
export function matchVoices(
  { turns, speakers }: Pick<Diarization, 'turns' | 'speakers'>,
  known: readonly KnownVoice[],
  { threshold, expectedSpeakers }: { threshold: number; expectedSpeakers: number | null },
): MatchedChunk {
  const voices = known.map((voice) => ({ ...voice }));
  const comparableBefore = comparable(known);
  const decided = new Map<string, Pick<ChunkMatch, 'speaker' | 'decision'>>();
  const taken = new Set<string>();
  const decide = (local: string, speaker: string, decision: ChunkMatch['decision']) => {
    decided.set(local, { speaker, decision });
    taken.add(speaker);
  };
  const places = () => Math.max(0, (expectedSpeakers ?? Infinity) - voices.length);
  const take = (speaker: LocalSpeaker, label: string, decision: ChunkMatch['decision']) => {
    const voice = voices.find((one) => one.label === label);
    if (voice) remember(voice, speaker);
    decide(speaker.label, label, decision);
  };
  const add = ({ label, vector, speechMs }: LocalSpeaker, decision: ChunkMatch['decision']) => {
    const newLabel = speakerLabel(voices.length);
    voices.push({ label: newLabel, vector, speechMs });
    decide(label, newLabel, decision);
  };

  const assigned = assign(speakers, comparableBefore, threshold);
  const strangers = speakers.filter(({ label }) => !assigned.has(label));
  const newcomers = new Set(strangers.toSorted((a, b) => b.speechMs - a.speechMs).slice(0, places()));
  for (const speaker of speakers) {
    const label = assigned.get(speaker.label);
    if (label !== undefined) take(speaker, label, 'same');
    else if (newcomers.has(speaker)) add(speaker, 'new');
  }
  const others = strangers.filter((stranger) => !newcomers.has(stranger));
  const free = comparable(voices).filter(({ label }) => !taken.has(label));
  const nearest = assign(others, free, -Infinity);
  for (const speaker of others) {
    const label =
      nearest.get(speaker.label) ?? assign([speaker], comparable(voices), -Infinity).get(speaker.label);
    if (label !== undefined) take(speaker, label, 'nearest');
  }
  for (const speaker of tooShort(turns, decided)) {
    const other =
      places() > 0
        ? undefined
        : (busiest(voices.filter(({ label }) => !taken.has(label))) ?? busiest(voices));
    if (other) decide(speaker.label, other.label, 'too-short');
    else add(speaker, 'too-short');
  }

  return {
    turns: turns.map((turn) => ({ ...turn, speaker: decided.get(turn.speaker)?.speaker ?? turn.speaker })),
    voices,
    matches: [...decided].map(([local, decision]) => ({
      local,
      ...decision,
      threshold,
      ...likeness(
        speakers.find(({ label }) => label === local),
        decision.speaker,
        comparableBefore,
      ),
    })),
  };
}

/** The label of the voice that each speaker is, without those who are none. */
function assign(
  local: readonly LocalSpeaker[],
  references: readonly KnownVoice[],
  threshold: number,
): Map<string, string> {
  const assignments = assignSpeakers({ references, local, threshold });
  return new Map(
    assignments.flatMap(({ local: label, reference }) => (reference === null ? [] : [[label, reference]])),
  );
}

const busiest = (voices: readonly KnownVoice[]): KnownVoice | undefined =>
  voices.toSorted((a, b) => b.speechMs - a.speechMs)[0];

/** Speakers whom the diarizer heard too little of to tell their voice. */
function tooShort(turns: readonly Turn[], decided: ReadonlyMap<string, unknown>): LocalSpeaker[] {
  const bySpeaker = Map.groupBy(turns, ({ speaker }) => speaker);
  return [...bySpeaker]
    .filter(([label]) => !decided.has(label))
    .map(([label, own]) => ({
      label,
      vector: [],
      speechMs: own.reduce((total, { startMs, endMs }) => total + endMs - startMs, 0),
    }));
}

/** How alike the speaker is to the voice it was taken for, and to those it might have been. */
function likeness(
  speaker: LocalSpeaker | undefined,
  label: string,
  known: readonly KnownVoice[],
): Pick<ChunkMatch, 'similarity' | 'alternatives'> {
  // A vector that is a reference's own says nothing about this speaker.
  if (!speaker || speaker.reference !== undefined) return { similarity: null, alternatives: [] };
  const similarities = known.map((voice) => ({
    speaker: voice.label,
    similarity: Math.round(cosineSimilarity(speaker.vector, voice.vector) * 1e4) / 1e4,
  }));
  return {
    similarity: similarities.find((one) => one.speaker === label)?.similarity ?? null,
    alternatives: similarities
      .filter((one) => one.speaker !== label)
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, ALTERNATIVES),
  };
}

function remember(voice: KnownVoice, heard: LocalSpeaker): void {
  voice.vector = meanVector([voice.vector, heard.vector], [voice.speechMs, heard.speechMs]);
  voice.speechMs += heard.speechMs;
}
