import { UiProvider } from '@colloquy/ui';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Provider, type Client } from 'urql';
import { openSession, SessionProvider } from '../session/transcript-session.ts';
import { LeftBehind } from './left-behind.tsx';

const dismissed: string[][] = [];
const client = {
  mutation: (_document: unknown, { ids }: { ids: string[] }) => {
    dismissed.push(ids);
    return { toPromise: async () => ({ data: { dismissLeftBehind: ids } }) };
  },
} as unknown as Client;

const corrections = ['a', 'b'].map((id, at) => ({
  id,
  startMs: at * 61_000,
  speakerName: 'Anna',
  text: `text ${id}`,
}));

it('shows what found no place, and puts it away', async () => {
  const session = openSession(client, { id: 'r', audioUrl: null, durationMs: 1 }, () => undefined);
  let changed = 0;
  const view = (some: typeof corrections, count = some.length) => (
    <UiProvider>
      <Provider value={client}>
        <SessionProvider value={session}>
          <LeftBehind corrections={some} count={count} onChanged={() => (changed += 1)} />
        </SessionProvider>
      </Provider>
    </UiProvider>
  );
  const { rerender } = render(view([]));
  expect(screen.queryByRole('alert')).toBeNull();
  rerender(view(corrections));
  expect(screen.getByText('2 corrections found no place')).toBeTruthy();
  expect(screen.queryByText(/These are the first/)).toBeNull();
  rerender(view(corrections, 12));
  expect(screen.getByText('12 corrections found no place')).toBeTruthy();
  expect(screen.getByText(/These are the first 2/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '1:01' })).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: 'Done' })[1] as HTMLElement);
  await waitFor(() => expect(changed).toBe(1));
  fireEvent.click(screen.getByRole('button', { name: 'Put all away' }));
  await waitFor(() => expect(changed).toBe(2));
  expect(dismissed).toEqual([['b'], ['a', 'b']]);
});
