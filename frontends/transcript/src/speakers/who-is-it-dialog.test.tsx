import { UiProvider } from '@colloquy/ui';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Client, Provider, type Operation } from 'urql';
import { map, pipe } from 'wonka';
import { openSession, SessionProvider } from '../session/transcript-session.ts';
import type { SpeakerCard } from './speaker-card.ts';
import { WhoIsItDialog } from './who-is-it-dialog.tsx';

const person = (id: string, name: string) => ({ node: { id, name, recordingCount: 1 } });
const people = { speakerProfiles: { edges: [person('a', 'Anna Berg'), person('b', 'Ben')] } };
const refused = {
  __typename: 'Problem',
  code: 'SPEAKER_EDIT_CONFLICT',
  message: 'Owner changed this speaker: they are called “Ann” now.',
  troubleshooting: [],
  recovery: ['Look who it is now.'],
};
const asked: unknown[] = [];
const answer = ({ kind, variables }: Operation) => {
  if (kind !== 'mutation') return people;
  asked.push(variables);
  return { createSpeakerProfile: refused, identified: refused };
};
const graph = new Client({
  url: 'http://localhost/graphql',
  preferGetMethod: false,
  exchanges: [
    () => (operations) =>
      pipe(
        operations,
        map((operation) => ({
          operation,
          data: answer(operation),
          stale: false,
          hasNext: false,
        })),
      ),
  ],
});
const session = openSession(graph, { id: 'r', audioUrl: null, durationMs: 1_000 }, () => undefined);
const anna = { id: 's', version: 3, name: 'Anna Berg', displayName: 'Anna Berg' };

const question = (speaker: object) => (
  <UiProvider>
    <Provider value={graph}>
      <SessionProvider value={session}>
        <WhoIsItDialog speaker={speaker as SpeakerCard} opened onClose={() => undefined} />
      </SessionProvider>
    </Provider>
  </UiProvider>
);
const ask = (speaker: object) => render(question(speaker));

it('begins with the name a speaker was given', async () => {
  ask({ ...anna, profile: null });
  expect(await screen.findByText('Who is Anna Berg?')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('Anna Berg');
});

it('offers everybody but the person that a speaker is taken for', async () => {
  ask({ ...anna, profile: { id: 'a', name: 'Anna Berg' } });
  expect(await screen.findByText('Who is it, if not Anna Berg?')).toBeTruthy();
  expect(await screen.findByRole('button', { name: /^Ben/ })).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('');
  expect(screen.queryByRole('button', { name: /^Anna Berg/ })).toBeNull();
});

it('says in the dialog that somebody else was faster, before it is done again', async () => {
  const { rerender } = ask({ ...anna, name: null, profile: null });
  await screen.findByRole('button', { name: /^Ben/ });
  // Somebody else names them meanwhile.
  rerender(question({ ...anna, version: 4, profile: null }));
  fireEvent.click(screen.getByRole('button', { name: /^Ben/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('they are called “Ann” now. Look who');
  fireEvent.click(screen.getByRole('button', { name: /^Ben/ }));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked).toEqual([
    { speakerId: 's', profileId: 'b', expectedVersion: 3 },
    { speakerId: 's', profileId: 'b', expectedVersion: 4 },
  ]);
});
