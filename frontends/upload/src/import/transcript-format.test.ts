import { guessFormat } from './transcript-format.ts';

test.each([
  ['\uFEFFWEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello', '', 'WEBVTT'],
  ['1\r\n00:00:01,000 --> 00:00:02,000\r\nHello', 'x.txt', 'SRT'],
  ['  {"segments": []}', '', 'JSON'],
  ['Ann: Hello\nBob: Hi', '', 'TEXT'],
  ['Ann: 1 2 3', 'notes.vtt', 'WEBVTT'],
])('%j in a file named %j is %s', (content, fileName, expected) => {
  expect(guessFormat(content, fileName)).toBe(expected);
});
