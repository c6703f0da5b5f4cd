import { resolveOverlaps } from './resolve-overlaps.ts';
import type { Turn } from './timeline.ts';

const turn = (speaker: string, startMs: number, endMs: number): Turn => ({ speaker, startMs, endMs });

test('the floor stays with who has it; a remark inside another turn disappears', () => {
  expect(resolveOverlaps([turn('A', 0, 1_000), turn('B', 800, 1_500), turn('C', 300, 500)])).toEqual([
    turn('A', 0, 1_000),
    turn('B', 1_000, 1_500),
  ]);
});

test('turns that touch are left alone', () => {
  const turns = [turn('A', 0, 1_000), turn('B', 1_000, 2_000), turn('A', 2_500, 3_000)];
  expect(resolveOverlaps(turns)).toEqual(turns);
});

test('any turns: the result covers the same time with one speaker at a time', () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  for (let round = 0; round < 100; round++) {
    const turns = Array.from({ length: 30 }, () => {
      const startMs = random(20_000);
      return turn('ABC'[random(3)] ?? 'A', startMs, startMs + 1 + random(3_000));
    });
    const resolved = resolveOverlaps(turns);
    resolved
      .slice(1)
      .forEach((next, i) => expect(next.startMs).toBeGreaterThanOrEqual(resolved[i]?.endMs ?? Infinity));
    const covered = (list: Turn[], ms: number) =>
      list.some(({ startMs, endMs }) => startMs <= ms && ms < endMs);
    for (let ms = 0; ms < 23_000; ms += 37) expect(covered(resolved, ms)).toBe(covered(turns, ms));
  }
});
