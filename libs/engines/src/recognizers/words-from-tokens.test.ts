import { parseCtm } from './ctm.ts';
import { spreadWords, wordsFromSegments, wordsFromTokens } from './words-from-tokens.ts';

test('tokens that begin with a space begin a word', () => {
  expect(
    wordsFromTokens({
      tokens: [' HE', 'LLO', '▁WORLD'],
      timestamps: [0.1, 0.3, 0.5],
      logProbabilities: [0, Math.log(0.25), -0.5],
    }),
  ).toEqual([
    { text: 'HELLO', startMs: 100, endMs: 500, confidence: 0.5 },
    { text: 'WORLD', startMs: 500, endMs: 740, confidence: expect.closeTo(Math.exp(-0.5)) },
  ]);
});

test('durations bound a word where the model gives them', () => {
  expect(
    wordsFromTokens({ tokens: [' a', ' b'], timestamps: [0, 1], durations: [0.2, 0.3] }).map(
      ({ endMs }) => endMs,
    ),
  ).toEqual([200, 1_300]);
});

test('without times there are no words, and the text can be spread', () => {
  expect(wordsFromTokens({ tokens: [' a', ' b'], timestamps: [] })).toEqual([]);
  expect(spreadWords(' aaa b ', 600)).toEqual([
    { text: 'aaa', startMs: 0, endMs: 400, confidence: null },
    { text: 'b', startMs: 400, endMs: 600, confidence: null },
  ]);
});

test('the CTM of PocketSphinx, without silences, noises and variants', () => {
  const ctm =
    '000001 1 0.00 0.21 <s> 1.000\n000001 1 0.21 0.35 read(2) 0.812\n000001 1 0.56 0.10 <sil> 1.0\n000001 1 0.66 0.40 ++BREATH++ 0.5\n000002 1 0.10 0.20 it 1.2\n';
  expect(parseCtm(ctm)).toEqual([
    { utterance: '000001', startMs: 210, endMs: 560, text: 'read', confidence: 0.812 },
    { utterance: '000002', startMs: 100, endMs: 300, text: 'it', confidence: 1 },
  ]);
});

test('without word times, each segment bounds the error of its words', () => {
  expect(
    wordsFromSegments([
      { text: ' Good morning.', start: 1, end: 2.4, confidence: 0.9 },
      { text: 'Hi!', start: 5, end: 5 },
    ]),
  ).toEqual([
    { text: 'Good', startMs: 1_000, endMs: 1_500, confidence: 0.9 },
    { text: 'morning.', startMs: 1_500, endMs: 2_400, confidence: 0.9 },
    { text: 'Hi!', startMs: 5_000, endMs: 5_001, confidence: null },
  ]);
});
