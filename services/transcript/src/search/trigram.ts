/**
 * pg_trgm's similarity of two words, 0 to 1: the trigrams both have over the trigrams either has, where a word is padded
 * with two spaces before and one after.
 */
export function trigramSimilarity(a: string, b: string): number {
  const left = trigrams(a);
  const right = trigrams(b);
  if (left.size === 0 || right.size === 0) return 0;
  const shared = [...left].filter((trigram) => right.has(trigram)).length;
  return shared / (left.size + right.size - shared);
}

function trigrams(word: string): Set<string> {
  const padded = `  ${word} `;
  const found = new Set<string>();
  for (let at = 0; word !== '' && at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  return found;
}
