/** About 40 ms and 8 MB. A longer text of which next to nothing was kept is a new one. */
const MAX_CELLS = 4_000_000;

/** What makes two words the same word: letters and digits, whatever their case. A word of punctuation alone is itself. */
export function essence(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') || word;
}

export const essences = (words: readonly { text: string }[]): string[] =>
  words.map(({ text }) => essence(text));

/** Pairs of positions of a longest common subsequence, in order. */
export function commonWords(before: readonly string[], after: readonly string[]): [number, number][] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before.at(-1 - tail) === after.at(-1 - tail)
  )
    tail += 1;
  const [rows, columns] = [before.length - head - tail, after.length - head - tail];
  const pairs: [number, number][] = Array.from({ length: head }, (_, i) => [i, i]);
  if (rows * columns <= MAX_CELLS)
    for (const [i, j] of longestCommon(before.slice(head, head + rows), after.slice(head, head + columns)))
      pairs.push([head + i, head + j]);
  for (let i = tail; i > 0; i -= 1) pairs.push([before.length - i, after.length - i]);
  return pairs;
}

function* longestCommon(before: readonly string[], after: readonly string[]): Generator<[number, number]> {
  // lengths[i][j]: of the longest common subsequence of what follows i and j.
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  const lengthAt = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? new Uint16Array();
    for (let j = after.length - 1; j >= 0; j -= 1)
      row[j] =
        before[i] === after[j]
          ? lengthAt(i + 1, j + 1) + 1
          : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
  }
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i] === after[j]) yield [i++, j++];
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
}
