import { UiProvider } from '@colloquy/ui';
import { render, screen } from '@testing-library/react';
import { openReading, SessionProvider } from '../session/transcript-session.ts';
import { WhyPiece, type VoiceMatch } from './why-label-drawer.tsx';

const match: VoiceMatch = {
  startMs: 240_000,
  endMs: 480_000,
  decision: 'SAME',
  similarity: 0.8312,
  threshold: 0.75,
  model: 'speaker-96',
  draft: true,
  alternatives: [{ similarity: 0.4, speaker: { id: 's2', displayName: 'Ben' } }],
};

const read = (about: Partial<VoiceMatch>) => {
  const reading = openReading(null, 0, () => Promise.resolve([]));
  const session = { ...reading, recordingId: 'r1', corrections: {} };
  render(
    <UiProvider>
      <SessionProvider value={session}>
        <WhyPiece match={{ ...match, ...about }} />
      </SessionProvider>
    </UiProvider>,
  );
  return screen.getAllByRole('listitem').at(-1)?.textContent;
};

test.each<[string, Partial<VoiceMatch>, RegExp]>([
  ['like enough', {}, /^4:00–8:00.*same voice.*0\.83.*0\.75.*Ben \(0\.40\)/],
  ['recognised by the engine', { similarity: null, alternatives: [] }, /engine itself recognised/],
  ['like nobody', { decision: 'NEW', similarity: null }, /new voice.*0\.75.*Ben \(0\.40\)/],
  ['the first', { decision: 'NEW', similarity: null, alternatives: [] }, /first time/],
  ['the nearest', { decision: 'NEAREST', similarity: 0.6 }, /no more speakers were expected.*0\.60/],
  ['too short', { decision: 'TOO_SHORT', similarity: null, alternatives: [] }, /[Tt]oo little/],
])('says in words that a voice is %s', (_what, about, words) => {
  expect(read(about)).toMatch(words);
});

test('says of each comparison that the small model made it', () => {
  const small = 'Compared by the small voice model.';
  expect(read({})).toContain(small);
  expect(read({ draft: false })).not.toContain(small);
  expect(read({ decision: 'NEW', similarity: null, alternatives: [] })).not.toContain(small);
});
