import { connection } from '@colloquy/web-kit';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { CombinedError, Provider, type Client } from 'urql';
import { openSession } from '../session/transcript-session.ts';
import { useSegments } from './use-segments.ts';

const DOWN = new CombinedError({
  graphQLErrors: [{ message: 'Down.', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
});
const segment = (id: string) => ({ id, startMs: 0, endMs: 1, text: id, edited: false, version: 1 });
const pageOf = (...ids: string[]) => ({
  data: {
    recording: {
      transcript: {
        segments: {
          edges: ids.map((id) => ({ cursor: id, node: { ...segment(id), speaker: { id: 'p' } } })),
          pageInfo: { hasNextPage: false, endCursor: null },
        },
      },
    },
  },
});

it('reads what was missed again, by itself until it is answered, and keeps what it has meanwhile', async () => {
  const answers: object[] = [
    { error: DOWN },
    pageOf('a', 'b'),
    { error: DOWN },
    { error: DOWN },
    pageOf('a', 'c'),
  ];
  const client = {
    query: () => ({ toPromise: async () => answers.shift() ?? pageOf('none') }),
  } as unknown as Client;
  const session = openSession(client, { id: 'r', audioUrl: null, durationMs: 1 }, () => undefined);
  const rows = () => session.store.getSnapshot().rows.map(({ id }) => id);
  const { result, unmount } = renderHook(() => useSegments(session), {
    wrapper: ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>,
  });
  await waitFor(() => expect(result.current.loadFailed).toBe(DOWN));
  await waitFor(() => expect(rows()).toEqual(['a', 'b']));
  await waitFor(() => expect(result.current.loadFailed).toBeNull());
  connection.set('lost');
  connection.set('connected');
  await waitFor(() => expect(result.current.loadFailed).toBe(DOWN));
  expect(rows()).toEqual(['a', 'b']);
  await waitFor(() => expect(rows()).toEqual(['a', 'c']));
  await waitFor(() => expect(result.current.loadFailed).toBeNull());
  unmount();
  expect(answers).toEqual([]);
});
