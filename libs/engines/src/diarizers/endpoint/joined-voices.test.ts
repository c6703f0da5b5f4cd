import { JoinedVoices } from './joined-voices.ts';

const speaker = (label: string, vector: number[] | null, speechMs = 1_000) => ({ label, vector, speechMs });
const labelsOf = (labels: Map<string, string>) => Object.fromEntries(labels);

test('a voice keeps its label in every part, whatever the engine calls it', () => {
  const voices = new JoinedVoices([], 0.75);
  voices.join([speaker('A', [2, 0]), speaker('B', [0, 2])]);
  expect(labelsOf(voices.join([speaker('A', [0.1, 1], 3_000), speaker('B', [1, 0.1])]))).toEqual({
    A: 'SPEAKER_01',
    B: 'SPEAKER_00',
  });
  expect(voices.speakers.map(({ speechMs }) => speechMs)).toEqual([2_000, 4_000]);
});

test('two speakers of one part stay two, and one without a voice stays alone', () => {
  const voices = new JoinedVoices([], 0.75);
  voices.join([speaker('A', [1, 0])]);
  const labels = voices.join([speaker('A', [1, 0]), speaker('B', [1, 0.01]), speaker('C', null)]);
  expect(new Set(labels.values()).size).toBe(3);
  expect(voices.speakers).toHaveLength(2);
});

test('a reference whose vector comes back is named, and its label is nobody else’s', () => {
  const voices = new JoinedVoices([{ label: 'SPEAKER_00', vector: [0.6, 0.8] }], 0.75);
  voices.join([speaker('SPEAKER_00', [0.6, 0.8]), speaker('B', [1, -1])]);
  expect(voices.speakers.map(({ label, reference }) => [label, reference])).toEqual([
    ['SPEAKER_01', 'SPEAKER_00'],
    ['SPEAKER_02', undefined],
  ]);
  expect(voices.known.map(({ label }) => label)).toEqual(['SPEAKER_00', 'SPEAKER_02']);
});
