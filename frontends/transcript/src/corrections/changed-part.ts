/** Words shown around a change, so that its place is known. */
const CONTEXT = 3;

/** Two texts without most of what they begin and end with alike: where they differ, in a long segment. */
export function changedPart(before: string, after: string): { before: string; after: string } {
  const [old, now] = [before.split(' '), after.split(' ')];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail))
    tail += 1;
  const from = Math.max(0, head - CONTEXT);
  const left = Math.max(0, tail - CONTEXT);
  const cut = (words: string[]) =>
    [from > 0 ? '…' : '', ...words.slice(from, words.length - left), left > 0 ? '…' : '']
      .filter(Boolean)
      .join(' ');
  return { before: cut(old), after: cut(now) };
}
