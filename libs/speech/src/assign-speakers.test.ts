import { assignSpeakers } from './assign-speakers.ts';
import { cosineSimilarity, meanVector } from './speaker-vector.ts';

const voice = (label: string, ...vector: number[]) => ({ label, vector });

test('the best assignment in total wins over the greedy one', () => {
  // Greedy would give x → A (0.96) and leave y with B (0.28): 1.24. The best total is x → B, y → A: 0.8 + 0.96.
  const references = [voice('A', 1, 0), voice('B', 0.6, 0.8)];
  const local = [voice('x', 0.96, 0.28), voice('y', 0.96, -0.28)];
  const assigned = assignSpeakers({ references, local, threshold: 0.2 });
  expect(assigned.map(({ local: from, reference }) => [from, reference])).toEqual([
    ['x', 'B'],
    ['y', 'A'],
  ]);
  expect(assigned[0]?.similarity).toBeCloseTo(0.96 * 0.6 + 0.28 * 0.8);
});

test('two local speakers never become one reference', () => {
  const assigned = assignSpeakers({
    references: [voice('A', 1, 0)],
    local: [voice('x', 1, 0), voice('y', 0.99, 0.1)],
    threshold: 0.5,
  });
  expect(assigned.map(({ reference }) => reference)).toEqual(['A', null]);
});

test('below the threshold a voice is new', () => {
  expect(
    assignSpeakers({ references: [voice('A', 1, 0)], local: [voice('x', 0.5, 0.866)], threshold: 0.6 }),
  ).toEqual([{ local: 'x', reference: null, similarity: null }]);
  expect(assignSpeakers({ references: [], local: [voice('x', 1, 0)], threshold: 0.6 })).toEqual([
    { local: 'x', reference: null, similarity: null },
  ]);
});

test('no order of the local speakers changes who they are', () => {
  const references = [voice('A', 1, 0, 0), voice('B', 0, 1, 0), voice('C', 0, 0, 1)];
  const local = [
    voice('x', 0.2, 0.9, 0.1),
    voice('y', 0.9, 0.3, 0),
    voice('z', 0.5, 0.5, 0.6),
    voice('w', 0, 0, 1),
  ];
  const asMap = (voices: typeof local) =>
    Object.fromEntries(
      assignSpeakers({ references, local: voices, threshold: 0.3 }).map(({ local: from, reference }) => [
        from,
        reference,
      ]),
    );
  expect(asMap(local.toReversed())).toEqual(asMap(local));
  expect(asMap(local)).toEqual({ x: 'B', y: 'A', z: null, w: 'C' });
});

test('cosine and mean', () => {
  expect(cosineSimilarity([3, 4], [4, 3])).toBeCloseTo(0.96);
  expect(cosineSimilarity([0, 0], [1, 0])).toBe(0);
  expect(() => cosineSimilarity([1], [1, 0])).toThrow('different models');
  expect(
    meanVector([
      [2, 0],
      [0, 5],
    ]),
  ).toEqual([Math.SQRT1_2, Math.SQRT1_2].map((value) => expect.closeTo(value)));
  expect(
    meanVector(
      [
        [1, 0],
        [0, 1],
      ],
      [1, 0],
    ),
  ).toEqual([1, 0]);
});
