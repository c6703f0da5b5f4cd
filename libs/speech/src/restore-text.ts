import { gapMs, type Interval } from './timeline.ts';

interface TimedText extends Interval {
  text: string;
}

/** A silence that ends a sentence: people pause about this long between sentences and rarely inside one. */
const SENTENCE_PAUSE_MS = 450;
/** After this many words a shorter pause is enough. */
const LONG_SENTENCE_WORDS = 18;
const SHORT_PAUSE_MS = 250;

const PROPER = new Map(
  [
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    'January February April June July September October November December',
    'America American Europe European Africa Asia England English Britain British France French Germany German Spain Spanish',
    'Italy Italian India Indian China Chinese Japan Japanese Russia Russian Canada Canadian Australia Mexico London Paris',
    'Berlin York Boston Chicago California Texas Washington Christmas Easter Internet Google Microsoft',
  ]
    .join(' ')
    .split(' ')
    .map((word) => [word.toLowerCase(), word]),
);
/** Months that are also common words: capitalised only where a date is meant. */
const AMBIGUOUS_MONTHS = new Map([
  ['march', 'March'],
  ['may', 'May'],
  ['august', 'August'],
]);
const BEFORE_A_MONTH = new Set([
  'in',
  'of',
  'since',
  'until',
  'till',
  'last',
  'next',
  'this',
  'early',
  'late',
  'mid',
  'by',
  'from',
]);
const TITLES = new Map([
  ['mister', 'Mister'],
  ['missus', 'Missus'],
  ['mr', 'Mr'],
  ['mrs', 'Mrs'],
  ['doctor', 'Doctor'],
]);

const QUESTION_WORDS = new Set('what why how when where who whom whose which'.split(' '));
const AUXILIARIES = new Set(
  "do does did is are was were am can could will would should shall may might have has had isn't aren't wasn't weren't don't doesn't didn't can't couldn't won't wouldn't shouldn't haven't hasn't".split(
    ' ',
  ),
);
const SUBJECTS = new Set(
  'i you he she it we they there this that these those anybody anyone somebody someone everybody everyone the your my our their his her any'.split(
    ' ',
  ),
);
const OBJECTS = new Set('it this that these those the your my our their his her'.split(' '));
/** More often the start of a clause than of a question, unless an auxiliary follows. */
const OPENS_CLAUSE = new Set('when which who where whose whom'.split(' '));
/** `what a day`, `how I see it`, `what we need is`. */
const AFTER_CLAUSE_WORD = new Set('a an i we you they he she it'.split(' '));
const OPENERS = new Set('and but so well okay ok yes no oh right then sorry'.split(' '));

/** True when a recogniser wrote no sentence punctuation, so that {@link restoreText} has something to add. */
export function lacksPunctuation(words: readonly { text: string }[]): boolean {
  return !words.some(({ text }) => /[.?!,;:]["')\]]*$/.test(text.trim()));
}

/** Whether a word closes a sentence; not for `Mr.`, `Dr.` or a single initial. */
export function endsSentence(text: string): boolean {
  return /[.?!…。？！]["'”’)\]]*$/.test(text) && !/^(?:mr|mrs|ms|dr|prof|st|vs|etc|[a-z])\.$/i.test(text);
}

/**
 * Casing and punctuation by rule for one speaker's consecutive words (English; other scripts keep their casing):
 * a sentence ends where the speaker pauses and starts with a capital; `I` and names of days and months are capitalised;
 * a sentence opening like a question ends with a question mark. Times, order and number of words stay the same.
 */
export function restoreText<W extends TimedText>(words: readonly W[]): W[] {
  return splitSentences(words).flatMap((sentence) => {
    const plain = sentence.map((word) => word.text.trim().toLowerCase());
    const mark = isQuestion(plain) ? '?' : '.';
    return sentence.map((word, i) => {
      const cased = restoreCase(plain, i);
      const text = i === 0 ? capitalize(cased) : cased;
      return { ...word, text: i === sentence.length - 1 ? text + mark : text };
    });
  });
}

function splitSentences<W extends TimedText>(words: readonly W[]): W[][] {
  const sentences: W[][] = [];
  let sentence: W[] = [];
  words.forEach((word, i) => {
    sentence.push(word);
    const next = words[i + 1];
    const pauseMs = next ? gapMs(word, next) : Infinity;
    const enough = sentence.length >= LONG_SENTENCE_WORDS ? SHORT_PAUSE_MS : SENTENCE_PAUSE_MS;
    if (pauseMs >= enough && (!next || !isDangling(word.text))) {
      sentences.push(sentence);
      sentence = [];
    }
  });
  if (sentence.length > 0) sentences.push(sentence);
  return sentences;
}

/** No sentence ends with these: a pause after them is hesitation. */
const isDangling = (text: string): boolean =>
  /^(?:a|an|the|of|to|and|or|but|my|your|our|their|his|with|for|from|at|in|on|is|are|was|were|if|because|than|i|we|very)$/i.test(
    text,
  );

function restoreCase(sentence: readonly string[], i: number): string {
  const word = sentence[i] ?? '';
  if (/^i(?:$|'(?:m|ll|d|ve|s))/.test(word)) return capitalize(word);
  const stem = word.replace(/'s$/, '');
  const proper =
    PROPER.get(stem) ??
    TITLES.get(stem) ??
    (meansMonth(sentence, i) ? AMBIGUOUS_MONTHS.get(stem) : undefined);
  return proper ? proper + word.slice(stem.length) : word;
}

const meansMonth = (sentence: readonly string[], i: number): boolean =>
  BEFORE_A_MONTH.has(sentence[i - 1] ?? '') ||
  /^(?:\d{1,2}|first|second|third|\w+th|\w+teen|twenty|thirty|nineteen)$/.test(sentence[i + 1] ?? '');

/** `what is …`, `so can you …`, `how many …`: a question word that does not open a clause, or an auxiliary before its subject. */
function isQuestion(sentence: readonly string[]): boolean {
  let first = 0;
  while (first < 2 && OPENERS.has(sentence[first] ?? '')) first++;
  const [word = '', next = ''] = sentence.slice(first);
  if (/^(?:what|who|where|when|how|why)'(?:s|re|d|ll)$/.test(word)) return true;
  if (QUESTION_WORDS.has(word))
    return (
      sentence.length - first <= 2 ||
      AUXILIARIES.has(next) ||
      (!OPENS_CLAUSE.has(word) && !AFTER_CLAUSE_WORD.has(next))
    );
  // "Do it now" is not a question; "Do you" is.
  return AUXILIARIES.has(word) && SUBJECTS.has(next) && !(word === 'do' && OBJECTS.has(next));
}

const capitalize = (word: string): string => word.replace(/\p{L}/u, (letter) => letter.toUpperCase());
