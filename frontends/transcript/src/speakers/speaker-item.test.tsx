import { UiProvider } from '@colloquy/ui';
import { fireEvent, render, screen } from '@testing-library/react';
import { Client, fetchExchange, Provider } from 'urql';
import { openSession, SessionProvider } from '../session/transcript-session.ts';
import { SpeakerItem } from './speaker-item.tsx';

const nowhere = new Client({
  url: 'http://127.0.0.1:9/graphql',
  exchanges: [fetchExchange],
  preferGetMethod: false,
});
const speaker = {
  id: 's2',
  version: 3,
  label: 'SPEAKER_01',
  name: null,
  displayName: 'Speaker 2',
  color: '#123456',
  talkTimeMs: 1_000,
  share: 0.5,
  segmentCount: 1,
  suggestedRole: null,
};

const session = openSession(nowhere, { id: 'r1', audioUrl: null, durationMs: 1_000 }, () => undefined);

test('says while a name is typed that another one has it, however it is written', () => {
  render(
    <UiProvider>
      <Provider value={nowhere}>
        <SessionProvider value={session}>
          <SpeakerItem
            speaker={speaker}
            others={[
              { ...speaker, id: 's1', displayName: 'Ann' },
              { ...speaker, id: 's3', displayName: 'Speaker 3' },
            ]}
            shown={false}
            dimmed={false}
            onToggle={() => undefined}
          />
        </SessionProvider>
      </Provider>
    </UiProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Rename Speaker 2' }));
  const name = screen.getByRole('textbox');
  const hint = /^Another speaker here has this name/;
  fireEvent.change(name, { target: { value: 'Anna' } });
  expect(screen.queryByText(hint)).toBeNull();
  fireEvent.change(name, { target: { value: ' ANN ' } });
  expect(screen.getByText(hint)).toBeTruthy();
});
