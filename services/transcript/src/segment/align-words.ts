import { commonWords, essence } from './common-words.ts';
import { Word } from './word.ts';

/**
 * Gives an edited text its words: those the edit left alone keep their times; what lies between is spread over the time
 * of the words it replaces, by length.
 *
 *     before   |we|  |have to|  |prise|  |it|
 *     text      we    must       price    it
 *     after    |we|  |must    |  |price| |it|
 *
 * A word whose spelling changed only in case or punctuation keeps its time but not its confidence. An insertion between
 * two words that touch has no time of its own and lasts 0 ms. Longest common subsequence, O(n · m) after the common
 * beginning and end are set aside.
 *
 * @param before the segment's words in order. @param text the new text. @param bounds the segment's interval.
 */
export function alignWords(
  before: readonly Word[],
  text: string,
  bounds: { startMs: number; endMs: number },
): Word[] {
  const tokens = tokenize(text, before);
  const kept = commonWords(
    before.map((word) => essence(word.text)),
    tokens.map(essence),
  );
  const words: Word[] = [];
  let [oldAt, newAt, time] = [0, 0, bounds.startMs];
  for (const [oldIndex, newIndex] of [...kept, [before.length, tokens.length] as const]) {
    const anchor = before[oldIndex];
    const replaced = before.slice(oldAt, oldIndex);
    const start = replaced[0]?.startMs ?? time;
    const end = replaced.at(-1)?.endMs ?? anchor?.startMs ?? bounds.endMs;
    words.push(...spread(tokens.slice(newAt, newIndex), Math.max(time, start), Math.max(time, start, end)));
    const token = tokens[newIndex];
    if (anchor && token !== undefined) {
      words.push(
        makeWord(token, anchor.startMs, anchor.endMs, token === anchor.text ? anchor.confidence : null),
      );
      time = anchor.endMs;
    }
    [oldAt, newAt] = [oldIndex + 1, newIndex + 1];
  }
  return words;
}

/** Words by white space; in scripts without it, as Unicode's word boundaries have it. */
function tokenize(text: string, before: readonly Word[]): string[] {
  const spaced = text.split(/\s+/u).filter((token) => token !== '');
  const unspaced =
    spaced.length === 1 &&
    before.length > 1 &&
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u.test(text);
  return unspaced
    ? [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map(({ segment }) => segment)
    : spaced;
}

function spread(tokens: readonly string[], startMs: number, endMs: number): Word[] {
  const letters = tokens.reduce((sum, token) => sum + token.length, 0);
  let passed = 0;
  return tokens.map((token) => {
    const from = startMs + Math.round(((endMs - startMs) * passed) / letters);
    passed += token.length;
    return makeWord(token, from, startMs + Math.round(((endMs - startMs) * passed) / letters), null);
  });
}

const makeWord = (text: string, startMs: number, endMs: number, confidence: number | null): Word =>
  Object.assign(new Word(), { text, startMs, endMs, confidence });
