import { z } from 'zod';
import { WHISPER_LANGUAGES } from './whisper-languages.ts';
import { spreadWords, wordsFromSegments, type TokenWord } from './words-from-tokens.ts';

const seconds = z.number().nonnegative().max(86_400);

/** OpenAI's `verbose_json`, of which servers give more or less. Times in seconds. */
export const transcriptionResponse = z.object({
  text: z.string().max(2_000_000),
  language: z.string().max(100).nullish(),
  words: z
    .array(z.object({ word: z.string().max(1_000), start: seconds, end: seconds }))
    .max(200_000)
    .nullish(),
  segments: z
    .array(z.object({ text: z.string(), start: seconds, end: seconds, avg_logprob: z.number().nullish() }))
    .max(50_000)
    .nullish(),
});
export type TranscriptionResponse = z.infer<typeof transcriptionResponse>;

/**
 * Words with times: the server's own word times where it gives them, else each segment's text spread over the segment,
 * else the text over the whole utterance.
 */
export function wordsFromResponse(
  { text, words, segments }: TranscriptionResponse,
  durationMs: number,
): TokenWord[] {
  if (words && words.length > 0) {
    const timed = words
      .map(({ word, start, end }) => toWord(word.trim(), start, end))
      .filter((word) => word.text !== '');
    return withPunctuation(timed, text);
  }
  if (segments && segments.length > 0) {
    return wordsFromSegments(
      segments.map(({ avg_logprob: log, ...segment }) => ({
        ...segment,
        confidence: log == null ? null : Math.min(1, Math.exp(log)),
      })),
    );
  }
  return spreadWords(text, durationMs);
}

function toWord(text: string, start: number, end: number): TokenWord {
  const startMs = Math.round(start * 1000);
  return { text, startMs, endMs: Math.max(startMs + 1, Math.round(end * 1000)), confidence: null };
}

const LOOK_AHEAD = 4;

/** Whisper's word list lacks the punctuation that its text has: each word takes the spelling of its place in the text. */
function withPunctuation(words: readonly TokenWord[], text: string): TokenWord[] {
  const bare = (token: string) => token.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const tokens = text.split(/\s+/).filter((token) => bare(token));
  let next = 0;
  return words.map((word) => {
    const found = tokens.slice(next, next + LOOK_AHEAD).findIndex((token) => bare(token) === bare(word.text));
    if (found < 0) return word;
    next += found + 1;
    return { ...word, text: tokens[next - 1] ?? word.text };
  });
}

/** BCP 47 from what servers write: `en`, `en-US` or `english`; null for anything else. */
export function languageCode(language: string | null | undefined): string | null {
  if (!language) return null;
  if (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) return language;
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  return WHISPER_LANGUAGES.find((code) => names.of(code)?.toLowerCase() === language.toLowerCase()) ?? null;
}
