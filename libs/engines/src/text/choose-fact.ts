import { asideShare } from './asides.ts';
import type { AnswerPassage } from './ports.ts';
import { placeInTurn, questionsBefore } from './replies.ts';
import { dot, SAME, unitVector, type TermVector } from './sentence-vectors.ts';
import { SHORTEST_STATEMENT_WORDS, type SpokenSentence } from './spoken-sentences.ts';

const TARGET_WORDS = 60;
const MOST_QUOTES = 4;
/** How much the passage's score counts, and how much an aside, beside what the sentence covers of the question. */
const PASSAGE = 0.1;
const ASIDE = 0.2;
/** What is less relevant than this share of the best is left out. */
const LEAST_RELEVANT = 0.5;
/** A spoken question that covers so much of the one to answer is taken for the same. */
const SAME_QUESTION = 0.5;

interface Candidate extends SpokenSentence {
  place: number;
  isReply: boolean;
  vector: TermVector;
  relevance: number;
}

export interface AskedFact {
  /** The question's terms, … */
  terms: ReadonlySet<string>;
  /** … how much of them each sentence speaks about … */
  coverage: readonly number[];
  /** … and how much each tells. */
  weigh: (term: string) => number;
}

/**
 * The sentences that answer, best first, those of one reply together: those that speak about the question and say more
 * than it does. A spoken question is no answer; the reply to it may be, be it "No phones." alone.
 */
export function chooseFact(
  sentences: readonly SpokenSentence[],
  passages: readonly AnswerPassage[],
  asked: AskedFact,
): SpokenSentence[] {
  const candidates = sentences.flatMap((sentence, place): Candidate[] => {
    const covered = asked.coverage[place] ?? 0;
    if (covered === 0 || sentence.isQuestion) return [];
    const score = passages[sentence.passage]?.score ?? 0;
    const isReply = opensReply(sentences, place, asked.coverage);
    if (!isReply && !saysMore(sentence, asked.terms)) return [];
    const relevance = covered + PASSAGE * score - (isReply ? 0 : ASIDE * asideShare(sentence.text));
    return [{ ...sentence, place, isReply, vector: unitVector(sentence.terms, asked.weigh), relevance }];
  });
  candidates.sort((a, b) => b.relevance - a.relevance);
  const least = LEAST_RELEVANT * (candidates[0]?.relevance ?? 0);
  const chosen: Candidate[] = [];
  let words = 0;
  for (const candidate of candidates) {
    if (candidate.relevance < least || words >= TARGET_WORDS || chosen.length === MOST_QUOTES) break;
    if (chosen.some(({ vector }) => dot(vector, candidate.vector) > SAME)) continue;
    chosen.push(candidate);
    words += candidate.words;
  }
  return repliesTogether(chosen);
}

const saysMore = ({ terms, words }: SpokenSentence, asked: ReadonlySet<string>): boolean =>
  words >= SHORTEST_STATEMENT_WORDS && Object.keys(terms).some((term) => !asked.has(term));

/** Whether it is the first sentence in reply to what is asked. */
function opensReply(
  sentences: readonly SpokenSentence[],
  place: number,
  coverage: readonly number[],
): boolean {
  if (placeInTurn(sentences, place) > 0) return false;
  return questionsBefore(sentences, place).some((question) => (coverage[question] ?? 0) >= SAME_QUESTION);
}

/** What was said in one reply, in the order in which it was said. */
function repliesTogether(chosen: readonly Candidate[]): SpokenSentence[] {
  const replies = new Set(chosen.flatMap(({ isReply, turn }) => (isReply ? [turn] : [])));
  const groups = Map.groupBy(chosen, ({ turn, place }) => (replies.has(turn) ? `turn ${turn}` : place));
  return Array.from(groups.values()).flatMap((group) => group.toSorted((a, b) => a.place - b.place));
}
