/** Whoever tells more speakers than this apart in one piece of audio tells something else. */
export const MAX_SPEAKERS = 200;

/** What is wrong with so many labels, in a sentence; null when they can be speakers. */
export function tooManySpeakers(labels: Iterable<string>): string | null {
  const { size } = new Set(labels);
  return size > MAX_SPEAKERS
    ? `It tells ${size} speakers apart in one piece; no more than ${MAX_SPEAKERS} are taken.`
    : null;
}
