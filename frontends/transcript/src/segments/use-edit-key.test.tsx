import { fireEvent, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Client } from 'urql';
import { openSession, SessionProvider } from '../session/transcript-session.ts';
import { row } from './test-row.ts';
import { useEditKey } from './use-edit-key.ts';

it('opens the segment that is being said, where it is shown', () => {
  const session = openSession({} as Client, { id: 'r', audioUrl: null, durationMs: 1 }, () => undefined);
  const rows = [
    { ...row, id: 'a', startMs: 0, endMs: 1_000 },
    { ...row, id: 'b', startMs: 1_000, endMs: 2_000 },
  ];
  session.store.append(rows, true);
  const begun: string[] = [];
  const { rerender, unmount } = renderHook(
    ({ shown }) => useEditKey(shown, ({ id }) => void begun.push(id)),
    {
      initialProps: { shown: rows },
      wrapper: ({ children }: { children: ReactNode }) => (
        <SessionProvider value={session}>{children}</SessionProvider>
      ),
    },
  );
  const press = () => fireEvent.keyDown(document.body, { key: 'e' });
  // Nothing was heard yet.
  press();
  session.position.update(1_500);
  press();
  rerender({ shown: rows.slice(0, 1) });
  press();
  unmount();
  press();
  expect(begun).toEqual(['b']);
});
