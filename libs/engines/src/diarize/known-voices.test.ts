import { withKnownVoices } from './known-voices.ts';
import { unit } from './vector.ts';

const ANNA = [1, 0, 0];
const BEN = [0, 1, 0];
const CARA = [0, 0, 1];
/** Anna near the microphone, Ben, and Anna as she turns away. */
const vectors = [
  ...new Array<number[]>(5).fill([1, 0, 0.1]),
  ...new Array<number[]>(5).fill(BEN),
  ...new Array<number[]>(5).fill([1, 0, 0.7]),
].map((vector) => unit(vector));
const labels = vectors.map((_, i) => Math.floor(i / 5));
const options = { threshold: 0.8, expectedSpeakers: null };

test('clusters that are one known voice become one', () => {
  const joined = vectors.map((_, i) => (Math.floor(i / 5) === 1 ? 1 : 0));
  expect(withKnownVoices(labels, vectors, { ...options, known: [ANNA, BEN] })).toEqual(joined);
});

test('clusters stay apart that are like nobody known, or each like somebody else', () => {
  expect(withKnownVoices(labels, vectors, { ...options, known: [] })).toEqual(labels);
  expect(withKnownVoices(labels, vectors, { ...options, known: [CARA] })).toEqual(labels);
  expect(withKnownVoices(labels, vectors, { ...options, known: [ANNA, [1, 0, 1]] })).toEqual(labels);
});

test('a voice that found its cluster makes room for one to be recalled', () => {
  const withCara = [...vectors, ...new Array<number[]>(3).fill(CARA).map((vector) => unit(vector))];
  const heard = withCara.map((_, i) => (i >= 15 ? 1 : (labels[i] ?? 0)));
  const found = withKnownVoices(heard, withCara, {
    known: [ANNA, CARA],
    threshold: 0.8,
    expectedSpeakers: 3,
  });
  expect(new Set(found).size).toBe(3);
  expect(new Set(found.slice(15)).size).toBe(1);
  expect(found[15]).not.toBe(found[5]);
});
