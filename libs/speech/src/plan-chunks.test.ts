import { planChunks } from './plan-chunks.ts';
import type { Interval } from './timeline.ts';

const at = (startMs: number, endMs: number): Interval => ({ startMs, endMs });

test('cuts in the middle of the longest silence near the target', () => {
  const regions = [at(0, 8_000), at(8_200, 9_500), at(10_500, 25_000)];
  expect(planChunks(regions, 25_000, 10_000)).toEqual([
    at(0, 10_000),
    at(10_000, 20_000),
    at(20_000, 25_000),
  ]);
  expect(planChunks([at(0, 8_400), at(9_400, 16_000)], 16_000, 10_000)).toEqual([
    at(0, 8_900),
    at(8_900, 16_000),
  ]);
});

test('a short rest stays with the last chunk and a short recording is one chunk', () => {
  expect(planChunks([at(0, 12_000)], 12_000, 10_000)).toEqual([at(0, 12_000)]);
  expect(planChunks([], 0, 10_000)).toEqual([]);
});

test('without speech at all the cuts are at their ideal places', () => {
  expect(planChunks([], 30_000, 10_000)).toEqual([at(0, 10_000), at(10_000, 20_000), at(20_000, 30_000)]);
});

test('any speech: chunks cover the recording exactly, in order, none far from the target', () => {
  let seed = 42;
  const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  for (let round = 0; round < 200; round++) {
    const regions: Interval[] = [];
    let ms = 0;
    while (ms < 600_000) {
      const startMs = ms + random(4_000);
      ms = startMs + 1 + random(20_000);
      regions.push(at(startMs, ms));
    }
    const durationMs = ms + random(5_000);
    const chunks = planChunks(regions, durationMs, 60_000);
    expect(chunks[0]?.startMs).toBe(0);
    expect(chunks.at(-1)?.endMs).toBe(durationMs);
    chunks.slice(1).forEach((chunk, i) => expect(chunk.startMs).toBe(chunks[i]?.endMs));
    for (const { startMs, endMs } of chunks) expect(endMs - startMs).toBeLessThanOrEqual(75_000);
    for (const { startMs, endMs } of chunks.slice(0, -1))
      expect(endMs - startMs).toBeGreaterThanOrEqual(45_000);
  }
});
