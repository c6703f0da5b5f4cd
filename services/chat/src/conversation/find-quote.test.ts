import { findQuote, type CitedWords, type SpokenPart } from './find-quote.ts';

const CITED: CitedWords = {
  segmentId: 'b',
  speakerId: 'ben',
  speakerName: 'Ben',
  quote: 'It is shipped in May.',
  startMs: 14_000,
  endMs: 18_000,
};

const part = (segmentId: string, startMs: number, endMs: number, text: string, about = {}): SpokenPart => {
  return { segmentId, startMs, endMs, text, speakerId: 'ben', speakerName: 'Ben', ...about };
};
const ANNA = { speakerId: 'anna', speakerName: 'Anna' };
const BEFORE = part('a', 0, 9_900, 'Welcome.', ANNA);
const WHOLE = part('b', 10_000, 18_000, 'Prices did not change. It is shipped in May.');
const HEAD = part('b', 10_000, 13_900, 'Prices did not change.');
const TAIL = part('n', 13_900, 18_000, 'It is shipped in May.');

it.each<[string, SpokenPart[], string, boolean]>([
  ['is as it was', [BEFORE, WHOLE], 'b', false],
  ['was split before the quote', [BEFORE, HEAD, TAIL], 'n', false],
  [
    'was split within the quote',
    [part('b', 10_000, 16_000, 'Prices did not change. It is'), part('n', 16_000, 18_000, 'shipped in May.')],
    'b',
    false,
  ],
  ['was joined with the one before', [part('a', 0, 18_000, `Welcome. ${WHOLE.text}`)], 'a', false],
  [
    'was joined with what somebody else says',
    [part('a', 0, 18_000, `Welcome. ${WHOLE.text}`, ANNA)],
    'a',
    true,
  ],
  ['is by somebody who was named otherwise', [{ ...WHOLE, speakerName: 'Benjamin Smith' }], 'b', false],
  ['was processed again', [part('n', 10_100, 17_900, WHOLE.text, { speakerId: 'new' })], 'n', false],
  [
    'is by somebody who was joined with another',
    [{ ...WHOLE, ...ANNA, formerSpeakerIds: ['ben'] }],
    'b',
    false,
  ],
  ['was given to somebody else', [{ ...WHOLE, ...ANNA }], 'b', true],
  ['was corrected', [BEFORE, { ...WHOLE, text: 'Prices did not change. It is not shipped.' }], 'b', true],
  ['was split, and the quote corrected', [HEAD, { ...TAIL, text: 'It is not shipped.' }], 'n', true],
  ['is gone', [BEFORE], 'b', true],
])('finds the words where the segment %s', (_, parts, segmentId, changed) => {
  expect(findQuote(CITED, parts)).toEqual({ segmentId, changed });
});

it('of words that are said twice takes those at the time', () => {
  const yes = (id: string, startMs: number) => part(id, startMs, startMs + 300, 'Yes.');
  const cited = { ...CITED, quote: 'Yes.', startMs: 1_000, endMs: 1_300 };
  expect(findQuote(cited, [yes('a', 500), yes('b', 1_000), yes('c', 1_500)]).segmentId).toBe('b');
});

it('knows somebody of whom only the name was kept', () => {
  expect(findQuote({ ...CITED, speakerId: null }, [WHOLE]).changed).toBe(false);
  expect(findQuote({ ...CITED, speakerId: null }, [{ ...WHOLE, ...ANNA }]).changed).toBe(true);
});
