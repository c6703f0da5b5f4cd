import { countWords, passageText, splitPassages, type SpokenSegment } from './split-passages.ts';

const SIZE = { minWords: 5, maxWords: 8 };

function segment(id: string, text: string, about: Partial<SpokenSegment> = {}): SpokenSegment {
  const speaker = { speakerId: 'ana', speakerName: 'Ana', formerSpeakerIds: [] };
  return { id, text, ...speaker, startMs: 0, endMs: 1_000, words: [], ...about };
}

const texts = (segments: SpokenSegment[]) =>
  splitPassages(segments, SIZE).map(({ parts }) =>
    parts.map(({ segmentId, text }) => `${segmentId}:${text}`),
  );

it('closes a passage once it holds enough words', () => {
  const given = [segment('a', 'one two three'), segment('b', 'four five'), segment('c', 'six')];
  expect(texts(given)).toEqual([['a:one two three', 'b:four five'], ['c:six']]);
});

it('closes a passage before a segment that would make it too long', () => {
  const given = [segment('a', 'one two three four'), segment('b', 'five six seven eight nine')];
  expect(texts(given)).toEqual([['a:one two three four'], ['b:five six seven eight nine']]);
});

it('cuts a long segment at ends of sentences, losing nothing', () => {
  const text = 'One two three four. Five six seven. Eight nine ten eleven twelve. Thirteen.';
  const passages = splitPassages([segment('a', text)], SIZE);
  expect(passages.map(({ parts }) => parts.map((part) => part.text))).toEqual([
    ['One two three four. Five six seven.'],
    ['Eight nine ten eleven twelve.'],
    ['Thirteen.'],
  ]);
  const parts = passages.flatMap((passage) => passage.parts);
  expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual(parts.map((part) => part.text));
  expect(passages.map(({ wordCount }) => wordCount)).toEqual([7, 5, 1]);
});

it('cuts speech without full stops too', () => {
  const text = Array.from({ length: 23 }, (_, i) => `w${i}`).join(' ');
  const passages = splitPassages([segment('a', text)], SIZE);
  expect(Math.max(...passages.map(({ wordCount }) => wordCount))).toBeLessThanOrEqual(SIZE.maxWords);
  expect(passages.map(({ parts }) => passageText(parts).replace('Ana: ', '')).join(' ')).toBe(text);
});

it('leaves out segments that say nothing', () => {
  expect(texts([segment('a', ' \n '), segment('b', 'hello')])).toEqual([['b:hello']]);
  expect(splitPassages([])).toEqual([]);
});

it('takes the times of a piece from its words', () => {
  const text = 'One two three four five. Six seven eight nine ten.';
  const words = text.split(' ').map((word, i) => ({ text: word, startMs: i * 100, endMs: i * 100 + 90 }));
  const [first, second] = splitPassages([segment('a', text, { words, endMs: 5_000 })], SIZE);
  expect(first?.parts[0]).toMatchObject({ startMs: 0, endMs: 490 });
  expect(second?.parts[0]).toMatchObject({ startMs: 500, endMs: 990 });
  // Offsets count in the piece, not in the segment.
  expect(second?.parts[0]?.words[0]).toEqual([0, 3, 500, 590]);
});

it('spreads speech evenly where no word has a time, and passes over words an edit removed', () => {
  const text = 'abcd efgh ijkl mnop qrst. uvwx abcd efgh ijkl mnop.';
  const edited = [{ text: 'gone', startMs: 7, endMs: 8 }];
  const [, second] = splitPassages([segment('a', text, { endMs: text.length * 10, words: edited })], SIZE);
  expect(second?.parts[0]).toMatchObject({ start: 26, startMs: 260, endMs: text.length * 10, words: [] });
});

it('keeps the times of a whole segment, pauses at its ends included', () => {
  const words = [{ text: 'hello', startMs: 300, endMs: 600 }];
  const [passage] = splitPassages([segment('a', 'hello', { words })], SIZE);
  expect(passage?.parts[0]).toMatchObject({ startMs: 0, endMs: 1_000 });
});

it('writes a passage as “Speaker: text”, a line a part', () => {
  const parts = [
    { speakerName: 'Ana', text: 'Yes.' },
    { speakerName: 'Bo', text: 'No.' },
  ];
  expect(passageText(parts)).toBe('Ana: Yes.\nBo: No.');
});

it.each([
  ["Don't use top-k, über 3 words!", 6],
  ['… — ?', 0],
])('counts the words of “%s”', (text, count) => {
  expect(countWords(text)).toBe(count);
});
