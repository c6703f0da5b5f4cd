import { UiProvider } from '@colloquy/ui';
import { render, screen } from '@testing-library/react';
import { Client, fetchExchange, Provider } from 'urql';
import { ClipPlayer } from '../clip/clip-player.ts';
import { QuestionItem } from './question-item.tsx';

const nowhere = new Client({
  url: 'http://127.0.0.1:9/graphql',
  exchanges: [fetchExchange],
  preferGetMethod: false,
});

const show = (displayName: string) =>
  render(
    <UiProvider>
      <Provider value={nowhere}>
        <ul>
          <QuestionItem
            question={{
              id: 's1',
              displayName,
              recording: { id: 'r1', title: 'Call', audioUrl: '/audio/r1' },
              identification: { confidence: 0.6, draft: true, profile: { id: 'p1', name: 'Anna' } },
            }}
            player={new ClipPlayer(new Audio())}
            onAnswered={() => undefined}
          />
        </ul>
      </Provider>
    </UiProvider>,
  );

test('asks who somebody is by their names, and whether it is the known person where these are the same', () => {
  show('Speaker 1');
  expect(screen.getByRole('link', { name: 'Is Speaker 1 in “Call” Anna?' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Listen: Speaker 1 in “Call”' })).toBeTruthy();
  show('anna');
  expect(screen.getByRole('link', { name: 'Is anna in “Call” the Anna whose voice is known?' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'No, anna in “Call” is another Anna' })).toBeTruthy();
});
