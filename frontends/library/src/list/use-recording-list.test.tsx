import { jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { fromValue, makeSubject, never } from 'wonka';
import { Provider, type Client } from 'urql';
import type { ReactNode } from 'react';
import { useRecordingList } from './use-recording-list.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function listening() {
  const changes = makeSubject<object>();
  let asked = 0;
  const client = {
    executeQuery: () => {
      asked += 1;
      return never;
    },
    executeSubscription: () => changes.source,
    executeMutation: () => fromValue({}),
    suspense: false,
  } as unknown as Client;
  renderHook(() => useRecordingList(), {
    wrapper: ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>,
  });
  const tell = (recordingId: string, status: string, recording: object | null = { id: recordingId }) =>
    act(() => changes.next({ data: { recordingsStatusChanged: { recordingId, status, recording } } }));
  return { tell, asked: () => asked };
}

test('asks again when a recording is ready, however busy another one is', () => {
  const { tell, asked } = listening();
  tell('a', 'PROCESSING');
  tell('b', 'PROCESSING');
  act(() => jest.advanceTimersByTime(1_000));
  const before = asked();
  tell('a', 'READY');
  for (let i = 0; i < 10; i++) {
    act(() => jest.advanceTimersByTime(300));
    tell('b', 'PROCESSING');
  }
  expect(asked()).toBe(before + 1);
});

test('asks again when a recording is deleted, and when it is back', () => {
  const { tell, asked } = listening();
  tell('a', 'READY');
  act(() => jest.advanceTimersByTime(1_000));
  const before = asked();
  tell('a', 'READY', null);
  act(() => jest.advanceTimersByTime(1_000));
  expect(asked()).toBe(before + 1);
  tell('a', 'READY');
  act(() => jest.advanceTimersByTime(1_000));
  expect(asked()).toBe(before + 2);
});
