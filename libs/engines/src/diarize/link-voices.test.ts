import { linkVoices } from './link-voices.ts';
import { unit } from './vector.ts';

/** Windows of 1.25 s every 0.5 s over regions of `windowsPerTurn` windows each; `order` says who speaks in each region. */
function speak(order: readonly number[], { windowsPerTurn = 6, noise = 0.6 } = {}) {
  let seed = 11;
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648 - 0.5;
  const lengthMs = (windowsPerTurn - 1) * 500 + 1_250;
  const regions = order.map((_, turn) => ({
    startMs: turn * (lengthMs + 500),
    endMs: turn * (lengthMs + 500) + lengthMs,
  }));
  const windows = regions.flatMap(({ startMs }) =>
    Array.from({ length: windowsPerTurn }, (_, i) => ({
      startMs: startMs + i * 500,
      endMs: startMs + i * 500 + 1_250,
    })),
  );
  const labels = order.flatMap((voice) => new Array<number>(windowsPerTurn).fill(voice));
  const vectors = labels.map((voice) =>
    unit(Float64Array.from({ length: 16 }, (_, i) => (i === voice ? 1 : 0) + random() * noise)),
  );
  return { labels, voices: linkVoices(vectors, windows, regions) };
}

test.each([
  ['one', [0, 0, 0, 0]],
  ['two', [0, 1, 0, 1, 0, 1]],
  ['three', [0, 1, 2, 0, 2, 1]],
])('%s voice(s) in half a minute', (_, order) => {
  const { labels, voices } = speak(order);
  expect(voices).toEqual(labels);
});

test('a change of voice without a pause is found', () => {
  const turn = { startMs: 0, endMs: 9_750 };
  const windows = Array.from({ length: 18 }, (_, i) => ({ startMs: i * 500, endMs: i * 500 + 1_250 }));
  const order = windows.map((_, i) => (i < 9 ? 0 : 1));
  const vectors = order.map((voice, i) =>
    unit(Float64Array.from({ length: 16 }, (__, k) => (k === voice ? 1 : 0) + ((i * 7 + k * 5) % 11) / 60)),
  );
  expect(linkVoices(vectors, windows, [turn])).toEqual(order);
});

test('a cough of another voice belongs to its neighbours', () => {
  const { voices } = speak([0, 0, 0, 1, 0, 0], { windowsPerTurn: 3 });
  expect(new Set(voices)).toEqual(new Set([0]));
});

test('almost no speech is one voice', () => {
  expect(speak([0, 1], { windowsPerTurn: 2 }).voices).toEqual([0, 0, 0, 0]);
});
