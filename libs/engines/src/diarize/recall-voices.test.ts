import { recallVoices } from './recall-voices.ts';
import { unit } from './vector.ts';

const ANNA = [1, 0, 0];
const BEN = [0, 1, 0];
const CARA = [0, 0, 1];
/** Ben says little among much of Anna, and was taken for her. */
const who = [...new Array<number[]>(12).fill(ANNA), BEN, BEN, BEN];
const vectors = who.map((voice, i) => unit(voice.map((value, axis) => value + (axis === 2 ? i / 100 : 0))));
const labels = who.map(() => 0);
const apart = who.map((voice) => (voice === BEN ? 1 : 0));
const options = { threshold: 0.8 };

test('a known voice that was put in with another is found again', () => {
  expect(recallVoices(labels, vectors, [ANNA, BEN], options)).toEqual(apart);
});

test('nobody is found who is not known, is there already, or says next to nothing', () => {
  expect(recallVoices(labels, vectors, [ANNA, CARA], options)).toEqual(labels);
  expect(recallVoices(apart, vectors, [ANNA, BEN], options)).toEqual(apart);
  expect(recallVoices(labels.slice(1), vectors.slice(0, -1), [BEN], options)).toEqual(labels.slice(1));
});

test('there is room for no more than are expected', () => {
  expect(recallVoices(labels, vectors, [BEN], { ...options, room: 0 })).toEqual(labels);
  expect(recallVoices([], [], [BEN], options)).toEqual([]);
});
