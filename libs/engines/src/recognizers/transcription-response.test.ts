import { languageCode, wordsFromResponse } from './transcription-response.ts';

test('words take their punctuation from the text', () => {
  const words = [
    { word: 'Yes', start: 0, end: 0.5 },
    { word: 'it', start: 0.5, end: 0.7 },
    { word: 'is', start: 0.7, end: 1 },
  ];
  expect(wordsFromResponse({ text: 'Yes, it is!', words }, 2_000).map(({ text }) => text)).toEqual([
    'Yes,',
    'it',
    'is!',
  ]);
});

test('a word that is not in the text keeps its spelling and does not shift the others', () => {
  const words = [
    { word: 'five', start: 0, end: 0.5 },
    { word: 'men', start: 0.5, end: 1 },
  ];
  expect(wordsFromResponse({ text: '5 men.', words }, 2_000).map(({ text }) => text)).toEqual([
    'five',
    'men.',
  ]);
});

test('without words, segments are spread; without segments, the text', () => {
  const segments = [{ text: ' one two', start: 1, end: 3, avg_logprob: Math.log(0.5) }];
  expect(wordsFromResponse({ text: 'one two', segments }, 9_000)).toEqual([
    { text: 'one', startMs: 1_000, endMs: 2_000, confidence: expect.closeTo(0.5) },
    { text: 'two', startMs: 2_000, endMs: 3_000, confidence: expect.closeTo(0.5) },
  ]);
  expect(wordsFromResponse({ text: 'one two' }, 1_000)).toHaveLength(2);
});

test('languages by code or by name', () => {
  expect(['en', 'pt-BR', 'english', 'German', 'klingon', '', null].map(languageCode)).toEqual([
    'en',
    'pt-BR',
    'en',
    'de',
    null,
    null,
    null,
  ]);
});
