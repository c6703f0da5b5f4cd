import { UiProvider } from '@colloquy/ui';
import { render, screen } from '@testing-library/react';
import { Client, Provider } from 'urql';
import { map, pipe } from 'wonka';
import { openSession, SessionProvider } from '../session/transcript-session.ts';
import type { SpeakerCard } from './speaker-card.ts';
import { WhoIsItDialog } from './who-is-it-dialog.tsx';

const person = (id: string, name: string) => ({ node: { id, name, recordingCount: 1 } });
const graph = new Client({
  url: 'http://localhost/graphql',
  preferGetMethod: false,
  exchanges: [
    () => (operations) =>
      pipe(
        operations,
        map((operation) => ({
          operation,
          data: { speakerProfiles: { edges: [person('a', 'Anna Berg'), person('b', 'Ben')] } },
          stale: false,
          hasNext: false,
        })),
      ),
  ],
});
const session = openSession(graph, { id: 'r', audioUrl: null, durationMs: 1_000 }, () => undefined);
const anna = { id: 's', name: 'Anna Berg', displayName: 'Anna Berg' };

const ask = (speaker: object) =>
  render(
    <UiProvider>
      <Provider value={graph}>
        <SessionProvider value={session}>
          <WhoIsItDialog speaker={speaker as SpeakerCard} opened onClose={() => undefined} />
        </SessionProvider>
      </Provider>
    </UiProvider>,
  );

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
