import { jest } from '@jest/globals';
import { Liveness } from './liveness.ts';

/** A subgraph whose questions stay open until they are answered or given up. */
function subgraph() {
  const asked: { answer: () => void; signal: AbortSignal }[] = [];
  const liveness = new Liveness(
    (signal) =>
      new Promise((resolve, reject) => {
        asked.push({ answer: () => resolve(null), signal });
        setTimeout(() => reject(new Error('no answer')), 3_000);
      }),
  );
  return { asked, liveness };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('an answer that comes soon is never questioned', async () => {
  const { asked, liveness } = subgraph();
  const hangs = jest.fn();
  const unwatch = liveness.watch(hangs);
  await jest.advanceTimersByTimeAsync(1_900);
  unwatch();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(0);
  expect(hangs).not.toHaveBeenCalled();
});

test('long work of a subgraph that still answers is left alone', async () => {
  const { asked, liveness } = subgraph();
  const hangs = jest.fn();
  liveness.watch(hangs);
  for (let i = 0; i < 5; i++) {
    await jest.advanceTimersByTimeAsync(2_100);
    asked.at(-1)?.answer();
  }
  expect(asked).toHaveLength(5);
  expect(hangs).not.toHaveBeenCalled();
});

test('all who wait for a subgraph that hangs are told by one question, the next ones sooner', async () => {
  const { asked, liveness } = subgraph();
  const first = jest.fn();
  const second = jest.fn();
  liveness.watch(first);
  liveness.watch(second);
  await jest.advanceTimersByTimeAsync(5_100);
  expect([first.mock.calls.length, second.mock.calls.length, asked.length]).toEqual([1, 1, 1]);
  liveness.watch(jest.fn());
  await jest.advanceTimersByTimeAsync(300);
  expect(asked).toHaveLength(2);
});

test('a subgraph that was heard again has its time back', async () => {
  const { asked, liveness } = subgraph();
  liveness.watch(jest.fn());
  await jest.advanceTimersByTimeAsync(5_100);
  liveness.heard();
  liveness.watch(jest.fn());
  await jest.advanceTimersByTimeAsync(1_900);
  expect(asked).toHaveLength(1);
});
