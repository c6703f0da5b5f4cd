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
