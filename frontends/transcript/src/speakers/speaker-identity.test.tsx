import { UiProvider } from '@colloquy/ui';
import { render, screen } from '@testing-library/react';
import { Client, fetchExchange, Provider } from 'urql';
import { openSession, SessionProvider } from '../session/transcript-session.ts';
import type { Identification, SpeakerCard } from './speaker-card.ts';
import { SpeakerIdentity } from './speaker-identity.tsx';

const nowhere = new Client({
  url: 'http://127.0.0.1:9/graphql',
  exchanges: [fetchExchange],
  preferGetMethod: false,
});
const session = openSession(nowhere, { id: 'r1', audioUrl: null, durationMs: 1_000 }, () => undefined);
const anna = { id: 'p1', name: 'Anna' };
const found: Identification = { outcome: 'SURE', confidence: 0.97, draft: true, profile: anna };

const show = (about: Partial<SpeakerCard>): string | null =>
  render(
    <UiProvider>
      <Provider value={nowhere}>
        <SessionProvider value={session}>
          <SpeakerIdentity
            speaker={{
              id: 's1',
              version: 0,
              label: 'SPEAKER_00',
              displayName: 'Anna',
              color: '#123456',
              talkTimeMs: 1_000,
              share: 1,
              segmentCount: 1,
              ...about,
            }}
          />
        </SessionProvider>
      </Provider>
    </UiProvider>,
  ).container.textContent;

test('says in words of each match that the small model made it', () => {
  expect(show({ profile: anna, identification: found })).toMatch(/By voice, 97.% · small voice model/);
  expect(show({ identification: { ...found, outcome: 'MAYBE' } })).toMatch(/97.% · small voice model/);
  expect(show({ profile: anna, identification: { ...found, draft: false } })).not.toContain('small');
  expect(screen.getAllByText(/small voice model/)).toHaveLength(2);
});

test('asks whether somebody is the known person of the same name', () => {
  const maybe: Partial<SpeakerCard> = { identification: { ...found, outcome: 'MAYBE' } };
  show({ ...maybe, displayName: 'anna' });
  expect(screen.getByRole('group', { name: 'Is this the Anna whose voice is known?' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'No, anna is another Anna' })).toBeTruthy();
  show({ ...maybe, displayName: 'Speaker 1' });
  expect(screen.getByRole('group', { name: 'Is this Anna?' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Yes, Speaker 1 is Anna' })).toBeTruthy();
});
