import { decodeSpeakerPath } from './speaker-path.ts';
import { unit } from './vector.ts';

const A = unit([1, 0, 0]);
const B = unit([0, 1, 0]);
const windowsOver = (from: number, to: number) =>
  Array.from({ length: (to - from) / 500 }, (_, i) => ({
    startMs: from + i * 500,
    endMs: from + i * 500 + 500,
  }));

test('the change of speaker is found inside a region', () => {
  const windows = windowsOver(0, 8_000);
  const vectors = windows.map(({ startMs }) => (startMs < 4_000 ? A : B));
  const labels = vectors.map((vector) => (vector === A ? 0 : 1));
  const turns = decodeSpeakerPath(labels, vectors, windows, [{ startMs: 0, endMs: 8_000 }]);
  expect(turns).toEqual([
    { voice: 0, startMs: 0, endMs: expect.any(Number) },
    { voice: 1, startMs: expect.any(Number), endMs: 8_000 },
  ]);
  expect(Math.abs((turns[0]?.endMs ?? 0) - 4_000)).toBeLessThanOrEqual(200);
});

test('turns lie in the regions only, whoever speaks', () => {
  const regions = [
    { startMs: 500, endMs: 1_500 },
    { startMs: 3_000, endMs: 4_000 },
  ];
  expect(decodeSpeakerPath([0, 0], [A, A], regions, regions)).toEqual(
    regions.map((region) => ({ voice: 0, ...region })),
  );
});

test('silence has no turns', () => {
  expect(decodeSpeakerPath([], [], [], [])).toEqual([]);
});
