import { commonWords, essence } from '../segment/common-words.ts';
import { NEAR_MS, SAME_PLACE_MS } from '../segment/same-place.ts';
import type { Word } from '../segment/word.ts';
import type { Stretch } from '../version/align-segments.ts';

/** Of what is heard where something was removed, so much is the same when it is that. */
const MIN_SHARE = 0.5;
/** The same words of one or two are not further apart, because others say them, too. */
const NEAR_FEW_MS = 500;
const FEW = 3;

/** A text that was removed, as it read then, and as the engine had heard it. */
export type RemovedTexts = readonly (readonly string[])[];

const known = (texts: RemovedTexts): string[][] =>
  texts.filter((words) => words.length > 0).map((words) => words.map(essence));

/** Whether what is heard may be what was removed: the same or similar words, or none. */
export function isHeardAgain(heard: readonly Word[], texts: RemovedTexts, share = MIN_SHARE): boolean {
  const removed = known(texts);
  if (heard.length === 0 || removed.length === 0) return true;
  const words = heard.map(({ text }) => essence(text));
  return removed.some((text) => commonWords(words, text).length >= share * words.length);
}

/**
 * Where a removed text stands among other words: exactly, once, at its time; all of it that an engine had heard, where
 * people had made less of it before they removed it.
 * @returns null when it does not
 */
export function findRemoved(
  heard: readonly Word[],
  texts: RemovedTexts,
  startMs: number,
): { from: number; to: number } | null {
  const words = heard.map(({ text }) => essence(text));
  for (const removed of known(texts).toSorted((a, b) => b.length - a.length)) {
    const [from, ...others] = placesOf(removed, words);
    if (from === undefined || others.length > 0 || removed.length === words.length) continue;
    if (isNear(heard[from], startMs, removed)) return { from, to: from + removed.length };
  }
  return null;
}

/** How often a removed text is said around its time. */
export function timesSaid(texts: RemovedTexts, startMs: number, heard: readonly Word[]): number {
  const words = heard.map(({ text }) => essence(text));
  const counts = known(texts).map(
    (removed) => placesOf(removed, words).filter((at) => isNear(heard[at], startMs, removed)).length,
  );
  return Math.max(0, ...counts);
}

/** One of some words, which share a stretch, that is said more often around its time than it was; as it is said there. */
export function saidMore(
  words: readonly string[],
  { startMs, endMs }: Stretch,
  now: readonly Word[],
  then: readonly Word[],
): Word | undefined {
  for (const [at, text] of words.entries()) {
    const ms = startMs + ((endMs - startMs) * at) / words.length;
    const isIt = (word: Word): boolean => essence(word.text) === essence(text) && isNear(word, ms, [text]);
    const heard = now.filter(isIt);
    if (heard.length > then.filter(isIt).length)
      return heard.find((word) => !isSaidThere([word], then, SAME_PLACE_MS)) ?? heard[0];
  }
  return undefined;
}

/** Whether some words are among others, one after another. */
export const isAmong = (texts: RemovedTexts, words: readonly string[]): boolean =>
  known(texts).some((text) => placesOf(text, words.map(essence)).length > 0);

/** Whether one of some words is among others, too, at the same time or so much apart. */
export const isSaidThere = (words: readonly Word[], others: readonly Word[], apartMs: number): boolean =>
  words.some((word) =>
    others.some((other) => {
      const commonMs = Math.min(word.endMs, other.endMs) - Math.max(word.startMs, other.startMs);
      const shortestMs = Math.min(word.endMs - word.startMs, other.endMs - other.startMs);
      const isThere =
        (commonMs >= 0 && commonMs * 2 >= shortestMs) || Math.abs(word.startMs - other.startMs) <= apartMs;
      return isThere && essence(word.text) === essence(other.text);
    }),
  );

const isNear = (word: Word | undefined, startMs: number, removed: readonly string[]): boolean =>
  Math.abs((word?.startMs ?? 0) - startMs) <= (removed.length < FEW ? NEAR_FEW_MS : NEAR_MS);

function placesOf(text: readonly string[], words: readonly string[]): number[] {
  const found: number[] = [];
  for (let at = 0; at + text.length <= words.length; at += 1)
    if (text.every((word, offset) => words[at + offset] === word)) found.push(at);
  return found;
}
