import { UiProvider } from '@colloquy/ui';
import { render, screen } from '@testing-library/react';
import { ClipPlayer } from '../clip/clip-player.ts';
import type { EvidenceSampleFragment as Sample } from '../gql/graphql.ts';
import { SampleItem } from './sample-item.tsx';

const sample: Sample = {
  id: 's1',
  origin: 'CONFIRMED',
  intervals: [],
  speechMs: 900,
  addedBy: 'Owner',
  createdAt: '2026-01-01T00:00:00Z',
  model: null,
  draft: false,
  similarity: null,
  outlier: false,
  pending: false,
  problem: null,
  recording: null,
  speaker: null,
};

const show = (about: Partial<Sample>) =>
  render(
    <UiProvider>
      <ul>
        <SampleItem
          sample={{ ...sample, ...about }}
          player={new ClipPlayer(new Audio())}
          chosen={false}
          onRemove={() => undefined}
        />
      </ul>
    </UiProvider>,
  );

test('says that speech is being listened to', () => {
  show({ pending: true });
  expect(screen.getByText('Being listened to')).toBeTruthy();
  expect(screen.queryByText('Does not count')).toBeNull();
});

test('says in words that the small model compared it', () => {
  show({ similarity: 0.9, model: 'speaker-96', draft: true });
  expect(screen.getByText(/90.% like the others · small voice model/)).toBeTruthy();
});

test('says why speech does not count, and what to do', () => {
  const message = 'Too little is said here to tell the voice.';
  show({ problem: { message, recovery: ['Choose longer segments.'] } });
  expect(screen.getByText('Does not count')).toBeTruthy();
  expect(screen.getByText(`${message} Choose longer segments. Or take this one out.`)).toBeTruthy();
});
