import { readProfileDocument } from './profile-document.ts';

interface Vector {
  model: string;
  vector: number[];
  speechMs: number;
}

const vectorOf = (model: string, vector = [1, 0]): Vector => ({ model, vector, speechMs: 1_000 });
const documentOf = (...vectors: Vector[]): string => {
  const at = '2026-01-01T00:00:00.000Z';
  const samples = vectors.map((vector) => ({ speechMs: 1_000, createdAt: at, vectors: [vector] }));
  const title = { format: 'colloquy-speaker-profile', formatVersion: 1, name: 'Ann', exportedAt: at };
  return JSON.stringify({ ...title, samples });
};

it('reads vectors of several models', () => {
  const { samples } = readProfileDocument(documentOf(vectorOf('a/b-96'), vectorOf('c', [1e30, -1e-40])));
  expect(samples.map(({ vectors }) => vectors[0]?.model)).toEqual(['a/b-96', 'c']);
});

it.each([
  ['a number too large for single precision', documentOf(vectorOf('a', [1e39, 1]))],
  ['numbers that are zero in single precision', documentOf(vectorOf('a', [1e-46, 0]))],
  ['an infinite number', documentOf(vectorOf('a', [7, 1])).replace('[7', '[1e999')],
  ['a control character in a model', documentOf(vectorOf('a\u0000b'))],
  ['half a character in a model', documentOf(vectorOf('\ud800'))],
  ['too long a model', documentOf(vectorOf('a'.repeat(101)))],
  ['two dimensions of one model', documentOf(vectorOf('a'), vectorOf('a', [1, 0, 0]))],
  ['too many models', documentOf(...Array.from({ length: 11 }, (_, index) => vectorOf(`m${index}`)))],
])('refuses %s', (_what, document) => {
  expect(() => readProfileDocument(document)).toThrow('This is not a speaker profile');
});
