import { cosineSimilarity } from './speaker-vector.ts';
import { bornOut, likenessToOthers, voiceCentroid } from './voice-evidence.ts';

const sample = (vector: number[], speechMs = 10_000) => ({ vector, speechMs });

it('weighs samples by their speech, up to a minute', () => {
  const even = voiceCentroid([sample([1, 0], 60_000), sample([0, 1], 3_600_000)]);
  expect(even[0]).toBeCloseTo(even[1] ?? 0);
  const [x = 0, y = 0] = voiceCentroid([sample([1, 0], 20_000), sample([0, 1], 10_000)]);
  expect(x / y).toBeCloseTo(2);
});

it('lets no sample vouch for itself', () => {
  expect(likenessToOthers([sample([1, 0])])).toEqual([null]);
  const [a, b, stray] = likenessToOthers([sample([1, 0]), sample([1, 0]), sample([0, 1])]);
  expect(stray).toBeCloseTo(0);
  expect(a).toBeCloseTo(Math.SQRT1_2);
  expect(a).toBe(b);
});

it('compares a thousand samples without holding everybody up', () => {
  const samples = Array.from({ length: 1_000 }, (_, row) =>
    sample(Array.from({ length: 256 }, (_value, column) => Math.sin(row * 7 + column))),
  );
  const startedAt = performance.now();
  const first = likenessToOthers(samples)[0] ?? 0;
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect(first).toBeCloseTo(cosineSimilarity(samples[0]?.vector ?? [], voiceCentroid(samples.slice(1))), 6);
});

it('bears out voices one by another from those that people gave, and none without these', () => {
  const calibration = { middle: 0.5, slope: 22, maybe: 0.5, sure: 0.95, enrol: 0.99 };
  const at = (degrees: number) =>
    sample([Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]);
  const [given, near, far, other] = [at(0), at(40), at(55), at(120)];
  expect(bornOut([given], [other, far, near], calibration)).toEqual([false, true, true]);
  expect(bornOut([given], [other, far], calibration)).toEqual([false, false]);
  expect(bornOut([], [near, far], calibration)).toEqual([false, false]);
  // One that was given bears them out whatever else was.
  expect(bornOut([given, other], [at(-40), at(-80)], calibration)).toEqual([true, false]);
});
