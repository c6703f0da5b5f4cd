import { asideShare } from './asides.ts';
import type { AnswerPassage } from './ports.ts';
import { dot, SAME, unitVector, type TermVector } from './sentence-vectors.ts';
import type { SpokenSentence } from './spoken-sentences.ts';

const TARGET_WORDS = 60;
/** How much the passage's score counts, and how much an aside, beside what the sentence covers of the question. */
const PASSAGE = 0.1;
const ASIDE = 0.2;
/** What is less relevant than this share of the best is left out. */
const LEAST_RELEVANT = 0.5;

interface Candidate extends SpokenSentence {
  vector: TermVector;
  relevance: number;
}

/**
 * The sentences that answer, best first: those that speak about the question and say more than it does. A spoken
 * question is no answer; the reply to it may be.
 *
 * @param asked the question's terms
 * @param coverage how much of the question each sentence speaks about
 */
export function chooseFact(
  sentences: readonly SpokenSentence[],
  passages: readonly AnswerPassage[],
  asked: ReadonlyMap<string, number>,
  coverage: readonly number[],
  weigh: (term: string) => number,
): SpokenSentence[] {
  const candidates = sentences.flatMap((sentence, i): Candidate[] => {
    const covered = coverage[i] ?? 0;
    const saysMore = Object.keys(sentence.terms).some((term) => !asked.has(term));
    if (covered === 0 || sentence.isQuestion || !saysMore) return [];
    const score = passages[sentence.passage]?.score ?? 0;
    const relevance = covered + PASSAGE * score - ASIDE * asideShare(sentence.text);
    return [{ ...sentence, vector: unitVector(sentence.terms, weigh), relevance }];
  });
  candidates.sort((a, b) => b.relevance - a.relevance);
  const least = LEAST_RELEVANT * (candidates[0]?.relevance ?? 0);
  const chosen: Candidate[] = [];
  let words = 0;
  for (const candidate of candidates) {
    if (candidate.relevance < least || words >= TARGET_WORDS) break;
    if (chosen.some(({ vector }) => dot(vector, candidate.vector) > SAME)) continue;
    chosen.push(candidate);
    words += candidate.words;
  }
  return chosen;
}
