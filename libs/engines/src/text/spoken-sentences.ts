import type { AnswerPassage, CountTerms, Quotation } from './ports.ts';
import { splitSentences } from './sentences.ts';

const LONGEST_SENTENCE_WORDS = 28;
/** "Good." and "Thank you." say little by themselves. */
export const SHORTEST_STATEMENT_WORDS = 3;
/** Recognisers that write no punctuation have it restored by rule. */
const QUESTION_MARK = /[?？؟]["'”’)\]]*$/u;
/** Passages of one recording that are no further apart follow each other. */
const MAX_GAP_MS = 10_000;

export interface SpokenSentence extends Quotation {
  speakerName: string;
  text: string;
  words: number;
  isQuestion: boolean;
  /** Counts the stretches of conversation without a gap, … */
  stretch: number;
  /** … and the turns. */
  turn: number;
  /** Its stems with their counts … */
  terms: Readonly<Record<string, number>>;
  /** … and those of its speaker's name. */
  speakerTerms: Readonly<Record<string, number>>;
}

/** The sentences of the passages, in the order in which they were said. */
export async function spokenSentences(
  passages: readonly AnswerPassage[],
  countTerms: CountTerms,
): Promise<SpokenSentence[]> {
  const sentences = inOrderSaid(passages).flatMap(({ text, ...line }) =>
    splitSentences(text, LONGEST_SENTENCE_WORDS).map((span) => {
      const said = text.slice(span.start, span.end);
      return {
        ...line,
        ...span,
        text: said,
        words: said.split(/\s+/).length,
        isQuestion: QUESTION_MARK.test(said),
      };
    }),
  );
  const names = Array.from(new Set(sentences.map(({ speakerName }) => speakerName)));
  const counts = await countTerms([...names, ...sentences.map(({ text }) => text)]);
  const ofName = new Map(names.map((name, i) => [name, counts[i] ?? {}]));
  return sentences.map((sentence, i) => ({
    ...sentence,
    terms: counts[names.length + i] ?? {},
    speakerTerms: ofName.get(sentence.speakerName) ?? {},
  }));
}

/**
 * Statements of the people named ("What did Peter say?"), or else those that speak of them ("Who is Peter?"): of
 * several that share a word of their name ("Speaker 1") those who share most.
 */
export function sentencesOf(
  sentences: readonly SpokenSentence[],
  names: readonly string[],
  isOfTheirs: boolean,
): SpokenSentence[] {
  const statements = sentences.filter(
    ({ isQuestion, words }) => !isQuestion && words >= SHORTEST_STATEMENT_WORDS,
  );
  const shared = statements.map(({ terms, speakerTerms }) => {
    const where = isOfTheirs ? speakerTerms : terms;
    return names.filter((name) => Object.hasOwn(where, name)).length;
  });
  const most = Math.max(1, ...shared);
  return statements.filter((_, i) => shared[i] === most);
}

type SaidLine = Pick<SpokenSentence, 'passage' | 'line' | 'speakerName' | 'text' | 'stretch' | 'turn'>;

function inOrderSaid(passages: readonly AnswerPassage[]): SaidLine[] {
  const ordered = Array.from(passages.entries()).sort(
    ([, a], [, b]) => a.recordingId.localeCompare(b.recordingId) || a.startMs - b.startMs,
  );
  let stretch = 0;
  let turn = 0;
  let before: AnswerPassage | undefined;
  let speaker = '';
  return ordered.flatMap(([index, passage]) => {
    const goesOn = before !== undefined && follows(before, passage);
    if (!goesOn) stretch += 1;
    before = passage;
    return passage.lines.map((line, i) => {
      if (line.speakerName !== speaker || (i === 0 && !goesOn)) turn += 1;
      speaker = line.speakerName;
      return { passage: index, line: i, speakerName: line.speakerName, text: line.text, stretch, turn };
    });
  });
}

const follows = (before: AnswerPassage, passage: AnswerPassage): boolean =>
  before.recordingId === passage.recordingId && passage.startMs - before.endMs <= MAX_GAP_MS;
