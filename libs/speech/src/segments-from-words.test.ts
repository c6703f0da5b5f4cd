import { segmentsFromWords, type RecognizedWord } from './segments-from-words.ts';
import type { Turn } from './timeline.ts';

/** Words of 400 ms, one every 500 ms from `startMs`. */
function say(startMs: number, text: string): RecognizedWord[] {
  return text.split(' ').map((word, i) => ({
    text: word,
    startMs: startMs + i * 500,
    endMs: startMs + i * 500 + 400,
    confidence: 0.9,
  }));
}
const turn = (speaker: string, startMs: number, endMs: number): Turn => ({ speaker, startMs, endMs });
const shown = (segments: ReturnType<typeof segmentsFromWords>) =>
  segments.map(({ speaker, startMs, endMs, text }) => [speaker, startMs, endMs, text]);

test('a segment ends where the speaker changes', () => {
  const segments = segmentsFromWords(
    [...say(0, 'How are you?'), ...say(1_500, 'Fine, thanks.')],
    [turn('A', 0, 1_450), turn('B', 1_450, 3_000)],
  );
  expect(shown(segments)).toEqual([
    ['A', 0, 1_400, 'How are you?'],
    ['B', 1_500, 2_400, 'Fine, thanks.'],
  ]);
});

test('a segment ends at a long pause', () => {
  const segments = segmentsFromWords([...say(0, 'One.'), ...say(2_500, 'Two.')], [turn('A', 0, 5_000)], {
    maxPauseMs: 1_500,
  });
  expect(shown(segments)).toEqual([
    ['A', 0, 400, 'One.'],
    ['A', 2_500, 2_900, 'Two.'],
  ]);
});

test('past the limit a segment ends with its sentence', () => {
  const words = [
    ...say(0, 'One two three four five.'),
    ...say(2_500, 'Six seven eight.'),
    ...say(4_000, 'Nine.'),
  ];
  expect(shown(segmentsFromWords(words, [turn('A', 0, 9_000)], { maxSegmentMs: 2_000 }))).toEqual([
    ['A', 0, 2_400, 'One two three four five.'],
    ['A', 2_500, 4_400, 'Six seven eight. Nine.'],
  ]);
});

test('without punctuation a segment ends at twice the limit', () => {
  const segments = segmentsFromWords(say(0, 'a b c d e f g h i j'), [turn('A', 0, 9_000)], {
    maxSegmentMs: 1_000,
    restore: false,
  });
  expect(segments.every(({ startMs, endMs }) => endMs - startMs <= 2_400)).toBe(true);
  expect(segments.flatMap(({ words }) => words)).toHaveLength(10);
});

test('a word on the boundary belongs to whom it shares most time with, one in no turn to the nearest', () => {
  const words = [
    { text: 'mostly', startMs: 800, endMs: 1_300, confidence: null },
    { text: 'near', startMs: 2_300, endMs: 2_400, confidence: null },
  ];
  const segments = segmentsFromWords(
    words,
    [turn('A', 0, 1_000), turn('B', 1_000, 2_000), turn('A', 2_900, 4_000)],
    { restore: false },
  );
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([['B', 'mostly near']]);
});

test('without turns everything is the first speaker; punctuation is restored where there is none', () => {
  expect(shown(segmentsFromWords(say(0, 'i am here'), []))).toEqual([['SPEAKER_00', 0, 1_400, 'I am here.']]);
});

test('any words: each appears exactly once, in order', () => {
  const words = Array.from({ length: 500 }, (_, i) => ({
    text: `w${i}`,
    startMs: i * 300,
    endMs: i * 300 + 250,
    confidence: null,
  }));
  const turns = Array.from({ length: 40 }, (_, i) => turn('ABC'[i % 3] ?? 'A', i * 3_700, i * 3_700 + 4_100));
  const segments = segmentsFromWords(words, turns, { restore: false, maxSegmentMs: 5_000 });
  expect(segments.flatMap((segment) => segment.words.map((word) => word.text))).toEqual(
    words.map((word) => word.text),
  );
  expect(
    segments
      .map((segment) => segment.text)
      .join(' ')
      .split(' '),
  ).toHaveLength(500);
});
