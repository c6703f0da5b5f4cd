import { jest } from '@jest/globals';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { CombinedError, Provider, type Client } from 'urql';
import { makeSubject, pipe, subscribe } from 'wonka';
import { SegmentStore } from '../segments/segment.store.ts';
import { useTranscriptChanges } from './use-transcript-changes.ts';

const ANSWER_MS = 20;
const SLOW = { timeout: 10_000 };
const segment = (id: string, text: string) => ({
  __typename: 'Segment',
  id,
  startMs: 0,
  endMs: 1,
  text,
  edited: true,
  version: 2,
  speaker: { id: 's' },
  words: [],
});

/** A graph that answers a little later with texts that are all new, but not the first so many times. */
function graphOf(ids: readonly string[], failures: number) {
  let failed = 0;
  const changes = makeSubject<object>();
  const whole = {
    recording: {
      transcript: {
        segments: {
          edges: ids.map((id) => ({ cursor: id, node: segment(id, 'new') })),
          pageInfo: { hasNextPage: false },
        },
      },
    },
  };
  const query = (_document: unknown, { id }: { id?: string }) => ({
    toPromise: async () => {
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
      if (failed++ < failures) return { error: new CombinedError({ networkError: new Error('away') }) };
      return { data: id ? { segment: segment(id, 'new') } : whole };
    },
  });
  const client = {
    query,
    executeSubscription: () => changes.source,
    subscription: () => ({
      subscribe: (listener: (change: object) => void) => pipe(changes.source, subscribe(listener)),
    }),
  } as unknown as Client;
  const tell = (version: number, reason: string, segmentIds: string[] | null = null) =>
    act(() => changes.next({ data: { transcriptChanged: { version, reason, segmentIds } } }));
  return { client, tell };
}

/** Version 3 of a transcript of two segments, as a page shows it. */
function shown(failures = 0) {
  const ids = ['0', '1'];
  const { client, tell } = graphOf(ids, failures);
  const store = new SegmentStore();
  store.replaceAll(ids.map((id) => ({ ...segment(id, 'old'), version: 1, speakerId: 's', cursor: id })));
  const onOverview = jest.fn();
  renderHook(() => useTranscriptChanges({ recordingId: 'r', store }, 3, onOverview), {
    wrapper: ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>,
  });
  const texts = () => store.getSnapshot().rows.map(({ text }) => text);
  return { tell, texts, onOverview };
}

test('a change that comes while another is read does not cost the first its segments', async () => {
  const { tell, texts } = shown();
  tell(4, 'text-edited');
  tell(5, 'text-edited', ['1']);
  await waitFor(() => expect(texts()).toEqual(['new', 'new']), SLOW);
});

test('what cannot be read when it is told is read as soon as it can be', async () => {
  const { tell, texts } = shown(2);
  tell(4, 'text-edited', ['1']);
  await waitFor(() => expect(texts()).toEqual(['old', 'new']), SLOW);
});

test('nothing is read again when nothing was missed', async () => {
  const { tell, texts, onOverview } = shown();
  tell(3, 'current');
  await new Promise((resolve) => setTimeout(resolve, ANSWER_MS * 4));
  expect(texts()).toEqual(['old', 'old']);
  expect(onOverview).not.toHaveBeenCalled();
});

test.each([
  ['while the page was being opened, or the connection lost', 'current'],
  ['on the way', 'speaker-renamed'],
])('everything is read again when changes were missed %s', async (_when, reason) => {
  const { tell, texts, onOverview } = shown();
  tell(5, reason);
  await waitFor(() => expect(texts()).toEqual(['new', 'new']), SLOW);
  expect(onOverview).toHaveBeenCalledTimes(1);
});
