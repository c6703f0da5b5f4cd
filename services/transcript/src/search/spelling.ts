import leven from 'leven';

const SHORT_WORD = 5;
/** Of one word: closer ones hold more hits than anybody reads. */
const MAX_SPELLINGS = 10;

/**
 * The words of folded `texts` that `word` may be a misspelling of, closest first: by one letter, a long word by two.
 * Words that share as many trigrams may be far shorter (`has` for `hassan`).
 */
export function spellingsOf(word: string, texts: Iterable<string>): string[] {
  const maxDistance = word.length <= SHORT_WORD ? 1 : 2;
  const distances = new Map<string, number>();
  for (const text of texts) {
    for (const [other] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (distances.has(other) || Math.abs(other.length - word.length) > maxDistance) continue;
      distances.set(other, leven(word, other));
    }
  }
  return [...distances]
    .filter(([, distance]) => distance <= maxDistance)
    .sort(([a, near], [b, far]) => near - far || (a < b ? -1 : 1))
    .slice(0, MAX_SPELLINGS)
    .map(([other]) => other);
}
