import { clusterVoices } from './cluster-voices.ts';
import { agglomerativeClustering } from './agglomerative-clustering.ts';
import { unit } from './vector.ts';

/** Voices as directions in 16 dimensions with some noise: `order` says who speaks in each window. */
function hear(order: readonly number[], noise = 0.25) {
  let seed = 3;
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648 - 0.5;
  return order.map((voice) =>
    unit(
      Float64Array.from(
        { length: 16 },
        (_, i) => (i === voice ? 1 : 0) + (i === 15 ? 0.4 : 0) + random() * noise * 2,
      ),
    ),
  );
}
const turns = (voices: number, windows: number) =>
  Array.from({ length: windows }, (_, i) => Math.floor(i / 10) % voices);

test.each([2, 3, 5])('finds %i voices and who is who', (voices) => {
  const order = turns(voices, 120);
  expect(clusterVoices(hear(order))).toEqual(order);
});

test('one voice stays one', () => {
  expect(new Set(clusterVoices(hear(turns(1, 60), 0.15)))).toEqual(new Set([0]));
});

test('a recording longer than the sample is clustered through it', () => {
  const order = turns(3, 900);
  expect(clusterVoices(hear(order))).toEqual(order);
});

test('the number of voices can be given', () => {
  expect(new Set(clusterVoices(hear(turns(2, 80)), 1)).size).toBe(1);
  expect(new Set(clusterVoices(hear(turns(4, 80)), 4)).size).toBe(4);
  expect(clusterVoices(hear([0, 1, 0]), 2)).toEqual([0, 0, 0]);
});

test('average linkage joins what is near and never what must stay apart', () => {
  const similarity = [
    [1, 0.9, 0.1, 0.8],
    [0.9, 1, 0.2, -Infinity],
    [0.1, 0.2, 1, 0.3],
    [0.8, -Infinity, 0.3, 1],
  ];
  expect(agglomerativeClustering(similarity, { threshold: 0.5 })).toEqual([0, 0, 1, 2]);
  // Past the threshold, down to two: 3 may join 2, but never the cluster that holds 1.
  expect(agglomerativeClustering(similarity, { threshold: 0.5, maxClusters: 2 })).toEqual([0, 0, 1, 1]);
});
