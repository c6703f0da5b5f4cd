import { jest } from '@jest/globals';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { gql, Provider, type Client } from 'urql';
import { makeSubject } from 'wonka';
import { useOnEnd } from './use-on-end.ts';

const subscription = gql`
  subscription ($id: ID!) {
    collectionProgress(collectionId: $id) {
      total
    }
  }
`;

it('tells of the end of a subscription, not of leaving it', () => {
  const sources = new Map<string, ReturnType<typeof makeSubject<object>>>();
  const client = {
    subscription: (_document: unknown, { id }: { id: string }) => {
      const subject = makeSubject<object>();
      sources.set(id, subject);
      return subject.source;
    },
  } as unknown as Client;
  const ended = jest.fn();
  const { rerender, unmount } = renderHook(({ id }) => useOnEnd(subscription, { id }, ended), {
    initialProps: { id: 'a' },
    wrapper: ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>,
  });
  sources.get('a')?.next({});
  rerender({ id: 'b' });
  expect(ended).not.toHaveBeenCalled();
  sources.get('b')?.complete();
  expect(ended).toHaveBeenCalledTimes(1);
  rerender({ id: 'c' });
  unmount();
  expect(ended).toHaveBeenCalledTimes(1);
});
