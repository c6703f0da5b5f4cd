import { useMessages } from '@colloquy/web-kit';
import { cleanup, render, screen } from '@testing-library/react';
import { Client, fetchExchange } from 'urql';
import { openSession, SessionProvider } from '../session/transcript-session.ts';
import type { EditedPage, SaveState } from './edit-snapshot.ts';
import { begun, type SegmentEdit } from './segment-edit.ts';
import { SegmentRow } from './segment-row.tsx';

const nowhere = new Client({
  url: 'http://127.0.0.1:9/graphql',
  exchanges: [fetchExchange],
  preferGetMethod: false,
});
const row = {
  id: 'g1',
  startMs: 65_000,
  endMs: 66_000,
  text: 'Hello',
  edited: false,
  version: 1,
  speakerId: 's1',
  cursor: 'c',
};

function Row({ save = null }: { save?: SaveState | null }) {
  const { t } = useMessages('transcript');
  return (
    <SegmentRow
      t={t}
      row={row}
      speaker={undefined}
      opensTurn
      found={undefined}
      foundHere={false}
      linked={false}
      editing={null}
      save={save}
      onEdit={() => undefined}
      menu={null}
      onMenu={() => undefined}
    />
  );
}

const showsRow = (save: SaveState | null) => {
  const session = openSession(nowhere, { id: 'r1', audioUrl: null, durationMs: 0 }, () => undefined);
  render(
    <SessionProvider value={session}>
      <Row save={save} />
    </SessionProvider>,
  );
};

test('a text that nobody has answered stays to be seen, one that was refused does not', () => {
  const typed = { ...begun(row), draft: 'Hello there' };
  const kept = (trouble: SegmentEdit['trouble']): SaveState => ({
    kind: 'kept',
    edit: { ...typed, trouble },
    page: {} as EditedPage,
  });
  showsRow(kept({ kind: 'failed', mine: typed.draft, message: '', answered: false }));
  expect(screen.getByText('Hello there').className).toBe('transcript-text');
  expect(screen.getByRole('status').textContent).toBe('Not saved');
  cleanup();
  showsRow(kept({ kind: 'failed', mine: typed.draft, message: 'No.', answered: true }));
  expect(screen.queryByText('Hello there')).toBeNull();
});

test.each([
  ['with audio, promises to play', '/audio/r1', 'Play from 1:05'],
  ['imported without audio, only to go there', null, 'Go to 1:05'],
])('a segment %s', (_what, audioUrl, name) => {
  const session = openSession(nowhere, { id: 'r1', audioUrl, durationMs: 120_000 }, () => undefined);
  render(
    <SessionProvider value={session}>
      <Row />
    </SessionProvider>,
  );
  expect(screen.getByText('1:05').getAttribute('aria-label')).toBe(name);
});
