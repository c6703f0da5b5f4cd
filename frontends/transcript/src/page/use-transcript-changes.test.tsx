import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Provider, type Client } from 'urql';
import { makeSubject, pipe, subscribe } from 'wonka';
import { SegmentStore } from '../segments/segment.store.ts';
import { useTranscriptChanges } from './use-transcript-changes.ts';

const ANSWER_MS = 20;
const segment = (id: string, text: string) => ({
  __typename: 'Segment',
  id,
  index: Number(id),
  startMs: 0,
  endMs: 1,
  text,
  edited: true,
  version: 2,
  speaker: { id: 's' },
  words: [],
});

/** A graph that answers a little later with texts that are all new. */
function graphOf(ids: readonly string[]) {
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
  const tell = (segmentIds: string[] | null) =>
    act(() => changes.next({ data: { transcriptChanged: { reason: 'text-edited', segmentIds } } }));
  return { client, tell };
}

test('a change that comes while another is read does not cost the first its segments', async () => {
  const ids = ['0', '1'];
  const { client, tell } = graphOf(ids);
  const store = new SegmentStore();
  store.replaceAll(ids.map((id) => ({ ...segment(id, 'old'), version: 1, speakerId: 's', cursor: id })));
  renderHook(() => useTranscriptChanges({ recordingId: 'r', store }, () => undefined), {
    wrapper: ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>,
  });
  tell(null);
  tell(['1']);
  await new Promise((resolve) => setTimeout(resolve, ANSWER_MS * 4));
  expect(store.getSnapshot().rows.map(({ text }) => text)).toEqual(['new', 'new']);
});
