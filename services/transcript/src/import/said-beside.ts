import { commonWords, essence } from '../segment/common-words.ts';

/**
 * Whether a text begins or ends with words that are not of the segment it is for, but of those next to it: it would say
 * them twice.
 *
 *     later  |we do it at forty| |today or tomorrow|      "we do it at forty today" is beside "today"
 *
 * @param before words of the segment before, none where that is far away; `after` likewise
 */
export function isSaidBeside(
  text: readonly string[],
  heard: readonly string[],
  before: readonly string[],
  after: readonly string[],
): boolean {
  const words = text.map(essence);
  const pairs = commonWords(words, heard.map(essence));
  const head = words.slice(0, pairs[0]?.[0] ?? words.length);
  const tail = words.slice((pairs.at(-1)?.[0] ?? -1) + 1);
  const isIn = (own: readonly string[], others: readonly string[]): boolean =>
    others.map(essence).some((word) => own.includes(word));
  return (
    (head.length > 0 && isIn(head, before.slice(-head.length))) ||
    (tail.length > 0 && isIn(tail, after.slice(0, tail.length)))
  );
}
