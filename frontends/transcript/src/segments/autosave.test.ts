import { jest } from '@jest/globals';
import { Autosave } from './autosave.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function typing(everyMs: number, forMs: number) {
  const save = jest.fn();
  const autosave = new Autosave(save);
  for (let at = 0; at < forMs; at += everyMs) {
    autosave.typed();
    jest.advanceTimersByTime(everyMs);
  }
  return { save, autosave };
}

it('saves once at a pause', () => {
  const { save } = typing(300, 3_000);
  expect(save).not.toHaveBeenCalled();
  jest.advanceTimersByTime(60_000);
  expect(save).toHaveBeenCalledTimes(1);
});

it('saves now and then while there is none', () => {
  expect(typing(300, 31_000).save).toHaveBeenCalledTimes(3);
});

it('saves no more once it is stopped', () => {
  const { save, autosave } = typing(300, 600);
  autosave.stop();
  jest.advanceTimersByTime(60_000);
  expect(save).not.toHaveBeenCalled();
});

it('tries what failed again, after longer and longer waits, until somebody answers', () => {
  const save = jest.fn(() => autosave.failed());
  const autosave = new Autosave(save);
  autosave.failed();
  autosave.failed();
  jest.advanceTimersByTime(2_000 + 4_000 + 8_000);
  expect(save).toHaveBeenCalledTimes(3);
  jest.advanceTimersByTime(15_000);
  expect(save).toHaveBeenCalledTimes(3);
  jest.advanceTimersByTime(600_000);
  const late = save.mock.calls.length;
  jest.advanceTimersByTime(60_000);
  expect(save).toHaveBeenCalledTimes(late + 1);
  autosave.answered();
  save.mockImplementation(() => undefined);
  jest.advanceTimersByTime(60_000);
  autosave.failed();
  jest.advanceTimersByTime(2_000);
  expect(save).toHaveBeenCalledTimes(late + 3);
});

it('goes on trying while nothing is typed any more', () => {
  const save = jest.fn();
  const autosave = new Autosave(save);
  autosave.failed();
  autosave.stop();
  jest.advanceTimersByTime(2_000);
  expect(save).toHaveBeenCalledTimes(1);
});
