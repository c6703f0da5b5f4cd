import { useMessages } from '@colloquy/web-kit';
import { render, screen } from '@testing-library/react';
import { Client, fetchExchange } from 'urql';
import { openSession, SessionProvider } from '../session/transcript-session.ts';
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

function Row() {
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
      saveState={null}
      onEdit={() => undefined}
      menu={null}
      onMenu={() => undefined}
    />
  );
}

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
