import { jest } from '@jest/globals';
import { UiProvider } from '@colloquy/ui';
import { connection } from '@colloquy/web-kit';
import { act, render, screen } from '@testing-library/react';
import { Provider, type Client } from 'urql';
import { makeSubject } from 'wonka';
import { openSession, SessionProvider } from '../session/transcript-session.ts';
import { PropagationBadge } from './propagation-badge.tsx';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const CONSUMERS = ['SEARCH', 'ANSWERS', 'VOICES', 'COLLECTIONS'];

it('names what is pending, and tells of it only when that takes long', () => {
  const states = makeSubject<object>();
  const client = { executeSubscription: () => states.source } as unknown as Client;
  const session = openSession(client, { id: 'r', audioUrl: null, durationMs: 1 }, () => undefined);
  render(
    <UiProvider>
      <Provider value={client}>
        <SessionProvider value={session}>
          <PropagationBadge />
        </SessionProvider>
      </Provider>
    </UiProvider>,
  );
  const tell = (...pending: string[]) =>
    act(() => {
      const consumers = CONSUMERS.map((consumer) => ({ consumer, upToDate: !pending.includes(consumer) }));
      states.next({
        data: { propagationChanged: { version: 2, upToDate: pending.length === 0, consumers } },
      });
    });
  const shown = (text: string) => screen.getByText(text).parentElement?.getAttribute('aria-live');
  tell('ANSWERS', 'COLLECTIONS');
  expect(shown('Not yet up to date: answers and collections…')).toBe('off');
  tell();
  expect(shown('Up to date everywhere')).toBe('off');
  tell('VOICES');
  act(() => {
    jest.advanceTimersByTime(3_000);
  });
  expect(shown('Not yet up to date: voices of people…')).toBe('polite');
  tell();
  expect(shown('Up to date everywhere')).toBe('polite');
  act(() => connection.set('lost'));
  expect(screen.queryByText('Up to date everywhere')).toBeNull();
  screen.getByText('Not known without a connection');
  act(() => connection.set('connected'));
  expect(shown('Up to date everywhere')).toBe('polite');
});
