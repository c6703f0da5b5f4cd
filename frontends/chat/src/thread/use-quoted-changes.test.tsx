import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Provider, type Client } from 'urql';
import { useQuotedChanges } from './use-quoted-changes.ts';

/** A graph that counts who listens to which recording, and how often citations are asked for. */
function graph() {
  const listeners = new Map<string, (result: object) => void>();
  const asked: string[] = [];
  const client = {
    subscription: (_document: unknown, { recordingId }: { recordingId: string }) => ({
      subscribe: (listener: (result: object) => void) => {
        expect(listeners.has(recordingId)).toBe(false);
        listeners.set(recordingId, listener);
        return { unsubscribe: () => void listeners.delete(recordingId) };
      },
    }),
    query: (_document: unknown, { id }: { id: string }) => ({ toPromise: async () => void asked.push(id) }),
  } as unknown as Client;
  const answersKnow = (recordingId: string, version: number) =>
    listeners.get(recordingId)?.({
      data: {
        propagationChanged: {
          consumers: [
            { consumer: 'SEARCH', version: 9 },
            { consumer: 'ANSWERS', version },
          ],
        },
      },
    });
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>;
  return { asked, answersKnow, listeners, wrapper };
}

const gathered = () => new Promise((resolve) => setTimeout(resolve, 400));

it('asks once for a burst of changes, and for none when nothing has changed', async () => {
  const { asked, answersKnow, listeners, wrapper } = graph();
  const { rerender, unmount } = renderHook(({ quoted }) => useQuotedChanges('c', quoted), {
    wrapper,
    initialProps: { quoted: ['b', 'a', 'a', 'b'] },
  });
  expect([...listeners.keys()]).toEqual(['a', 'b']);
  answersKnow('a', 1);
  answersKnow('a', 1);
  answersKnow('b', 4);
  await gathered();
  expect(asked).toEqual([]);
  answersKnow('a', 2);
  answersKnow('b', 5);
  answersKnow('a', 3);
  await waitFor(() => expect(asked).not.toEqual([]), { timeout: 10_000 });
  await gathered();
  expect(asked).toEqual(['c']);
  rerender({ quoted: ['a', 'b', 'a'] });
  answersKnow('b', 6);
  unmount();
  await gathered();
  expect([asked, listeners.size]).toEqual([['c'], 0]);
});
