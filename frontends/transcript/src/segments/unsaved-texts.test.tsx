import { UiProvider } from '@colloquy/ui';
import { fireEvent, render, screen } from '@testing-library/react';
import type { Client } from 'urql';
import { openSession, SessionProvider } from '../session/transcript-session.ts';
import type { KeptEdit, UnplacedEdit } from './edit-snapshot.ts';
import { begun } from './segment-edit.ts';
import type { SegmentRow } from './segment.store.ts';
import { UnsavedTexts } from './unsaved-texts.tsx';

const row: SegmentRow = {
  id: 's',
  startMs: 61_000,
  endMs: 62_000,
  text: 'theirs',
  edited: true,
  version: 2,
  speakerId: 'p',
  cursor: 'c',
};

it('shows what is not saved here and elsewhere, why, and the ways on', () => {
  const session = openSession({} as Client, { id: 'r', audioUrl: null, durationMs: 1 }, () => undefined);
  session.store.append([row], true);
  const unplaced: UnplacedEdit = { recordingId: 'r', segmentId: 'gone', startMs: 1_000, text: 'nowhere' };
  const keptIn = (recordingId: string, draft: string, trouble: KeptEdit['edit']['trouble']): KeptEdit => ({
    kind: 'kept',
    edit: { ...begun(row), draft, trouble },
    page: { ...session, recordingId },
  });
  const saves = new Map([
    ['s', keptIn('r', 'mine', { kind: 'conflict', mine: 'mine', theirs: row })],
    ['o', keptIn('other', 'long', { kind: 'failed', mine: 'long', message: 'Too long.', answered: true })],
    // Sent again by itself: nobody has to do anything.
    ['t', keptIn('other', 'trying', { kind: 'failed', mine: 'trying', message: '', answered: false })],
  ]);
  const done: unknown[] = [];
  render(
    <UiProvider>
      <SessionProvider value={session}>
        <UnsavedTexts
          editing={{
            saves,
            unplaced: [unplaced],
            discard: (left) => void done.push(left),
            begin: ({ id }) => void done.push(`begin ${id}`),
          }}
        />
      </SessionProvider>
    </UiProvider>,
  );
  expect(screen.getByText('3 texts that you typed are not saved')).toBeTruthy();
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    expect.stringMatching(/0:01 nowhere.*nobody speaks there now/),
    expect.stringMatching(/1:01 mine.*changed meanwhile/),
    expect.stringMatching(/1:01 in another recording long.*Too long\./),
  ]);
  fireEvent.click(screen.getAllByRole('button', { name: '1:01' })[0] as HTMLElement);
  for (const button of screen.getAllByRole('button', { name: 'Discard' })) fireEvent.click(button);
  expect(done).toEqual(['begin s', unplaced, saves.get('s'), saves.get('o')]);
  fireEvent.click(screen.getByRole('button', { name: '1:01 in another recording' }));
  expect(location.pathname).toBe('/recordings/other');
});
