import { mergeTurns, type Interval, type Turn } from '@colloquy/speech';
import { z } from 'zod';
import type { RecognizedWord } from '../ports.ts';

const MAX_MS = 86_400_000;
const ms = z.number().nonnegative().max(MAX_MS);

export const uploaded = z.object({ upload_url: z.url() });

/** What of a transcript is used here. Times in ms from the start of the audio. */
export const transcriptAnswer = z.object({
  /** Becomes a part of addresses: `..` would lead elsewhere. */
  id: z.string().regex(/^[\w-]{1,200}$/),
  status: z.enum(['queued', 'processing', 'completed', 'error']),
  error: z.string().nullish(),
  language_code: z.string().max(20).nullish(),
  /** Null until it is completed; empty then, where nobody speaks. */
  words: z
    .array(
      z.object({
        text: z.string().max(1_000),
        start: ms,
        end: ms,
        confidence: z.number().nullish(),
        speaker: z.string().max(100).nullish(),
      }),
    )
    .max(400_000)
    .nullish(),
});
export type TranscriptAnswer = z.infer<typeof transcriptAnswer>;

/** A word and who said it, if that was asked for. */
export type SpokenWord = RecognizedWord & { speaker: string | null };

export interface Heard {
  words: SpokenWord[];
  /** BCP 47. */
  language: string | null;
}

/** A pause within a turn is not longer. */
const BRIDGE_MS = 500;

/** At times of the recording and in their order; what is said to be past the end of the slice is left out. */
export function heardIn(
  { words, language_code: code }: TranscriptAnswer,
  { startMs, endMs }: Interval,
): Heard {
  const spokenWords = (words ?? []).map(({ text, start, end, confidence, speaker }) => {
    const from = Math.round(startMs + start);
    return {
      text,
      startMs: from,
      endMs: Math.min(endMs, Math.max(from + 1, Math.round(startMs + end))),
      confidence: confidence == null ? null : Math.min(1, Math.max(0, confidence)),
      speaker: speaker ?? null,
    };
  });
  return {
    words: spokenWords
      .filter((word) => word.startMs < endMs)
      .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs),
    language: code ? code.replace(/_(\w+)$/, (_, region: string) => `-${region.toUpperCase()}`) : null,
  };
}

const spoken = (words: readonly SpokenWord[]): Turn[] =>
  words.flatMap(({ speaker, startMs, endMs }) => (speaker === null ? [] : [{ speaker, startMs, endMs }]));

export const turnsOf = (words: readonly SpokenWord[]): Turn[] => mergeTurns(spoken(words), BRIDGE_MS);

/** For each speaker the longest stretch in which nobody else says a word. In order of first speech. */
export function longestMonologues(words: readonly SpokenWord[]): Turn[] {
  const monologues: Turn[] = [];
  for (const word of spoken(words)) {
    const last = monologues.at(-1);
    if (last?.speaker === word.speaker) last.endMs = Math.max(last.endMs, word.endMs);
    else monologues.push({ ...word });
  }
  return [...Map.groupBy(monologues, ({ speaker }) => speaker).values()].flatMap((own) =>
    own.toSorted((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs)).slice(0, 1),
  );
}
