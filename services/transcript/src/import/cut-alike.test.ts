import { Word } from '../segment/word.ts';
import { cutAlike } from './cut-alike.ts';

/** Words that take 300 ms each. */
const said = (startMs: number, text: string) => {
  const words = text.split(' ').map((word, at) =>
    Object.assign(new Word(), {
      text: word,
      startMs: startMs + at * 300,
      endMs: startMs + at * 300 + 300,
      confidence: 0.9,
    }),
  );
  return { startMs, endMs: startMs + words.length * 300, text, words };
};
const texts = (...args: Parameters<typeof cutAlike>) =>
  cutAlike(...args)?.map((piece) => piece?.text ?? null);

it('cuts what another engine heard between the same words, wherever that cut', () => {
  const earlier = [said(0, 'It is the shock'), said(1_200, 'boy, he said.')];
  expect(texts(earlier, [said(200, 'it is the shop boy'), said(1_700, 'he said')])).toEqual([
    'it is the shop',
    'boy he said',
  ]);
  expect(
    texts([said(0, 'It is the shock boy, he said.')], [said(0, 'it is'), said(600, 'the shop')]),
  ).toEqual(['it is the shop']);
});

it('cuts by the times where no word is the same', () => {
  const earlier = [said(0, 'one two'), said(600, 'three four')];
  expect(texts(earlier, [said(0, 'won too free for')])).toEqual(['won too', 'free for']);
});

it('leaves parts without words of which nothing is heard', () => {
  const earlier = [said(0, 'one two'), said(600, 'three'), said(900, 'four')];
  expect(texts(earlier, [said(0, 'one two')])).toEqual(['one two', null, null]);
  expect(texts(earlier, [said(600, 'three')])).toEqual([null, 'three', null]);
  expect(texts(earlier, [said(0, 'one two'), said(900, 'four')])).toEqual(['one two', null, 'four']);
});

it('cuts nothing where a word is heard between the parts', () => {
  const earlier = [said(0, 'one two'), said(1_800, 'three')];
  expect(texts(earlier, [said(0, 'one two'), said(1_800, 'three')])).toEqual(['one two', 'three']);
  expect(cutAlike(earlier, [said(0, 'one two um well so er three')])).toBeNull();
});

it('gives each part the times of its words', () => {
  const parts = cutAlike([said(0, 'one two'), said(600, 'three')], [said(100, 'one two three')]);
  expect(parts?.map((part) => [part?.startMs, part?.endMs])).toEqual([
    [100, 700],
    [700, 1_000],
  ]);
});
