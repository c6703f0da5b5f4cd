import { asideShare } from './asides.ts';
import type { AnswerPassage } from './ports.ts';
import {
  dot,
  inverseSentenceFrequency,
  meanVector,
  SAME,
  toUnit,
  unitVector,
  type TermVector,
} from './sentence-vectors.ts';
import type { SpokenSentence } from './spoken-sentences.ts';

/** Relevance against repetition: 1 is relevance alone. */
const LAMBDA = 0.6;
const TARGET_WORDS = 75;
const SHORTEST_SENTENCE_WORDS = 7;
/** How much each part of a sentence's relevance counts. */
const RELEVANCE = { question: 0.3, centroid: 0.5, passage: 0.5 };
/** What is less relevant than this share of the first choice is left out, however short the answer. */
const LEAST_RELEVANT = 0.5;
/**
 * So few passages are not a choice but all there is, a short conversation: what they have in common says nothing about
 * the question. Then only sentences count that speak about it at least this share of what the best one does.
 */
export const FEW_PASSAGES = 3;
const LEAST_COVERAGE = 0.2;

interface Candidate extends SpokenSentence {
  vector: TermVector;
  relevance: number;
}

/**
 * Sentences chosen by maximal marginal relevance (Carbonell and Goldstein, 1998): close to the question, to what the
 * passages are about, and not to what was chosen before; passage by passage, in the order they were said.
 */
export function chooseOverview(
  sentences: readonly SpokenSentence[],
  passages: readonly AnswerPassage[],
  coverage: readonly number[],
): SpokenSentence[] {
  const candidates = weighCandidates(sentences, passages, coverage);
  const chosen: Candidate[] = [];
  let words = 0;
  while (words < TARGET_WORDS) {
    let best: Candidate | undefined;
    let bestValue = -Infinity;
    for (const candidate of candidates) {
      if (chosen.includes(candidate)) continue;
      const repeated = chosen.reduce((most, { vector }) => Math.max(most, dot(vector, candidate.vector)), 0);
      if (repeated > SAME) continue;
      const value = LAMBDA * candidate.relevance - (1 - LAMBDA) * repeated;
      if (value > bestValue) [best, bestValue] = [candidate, value];
    }
    if (!best || best.relevance < LEAST_RELEVANT * (chosen[0]?.relevance ?? -Infinity)) break;
    chosen.push(best);
    words += best.words;
  }
  return chosen.toSorted((a, b) => a.passage - b.passage || a.line - b.line || a.start - b.start);
}

function weighCandidates(
  sentences: readonly SpokenSentence[],
  passages: readonly AnswerPassage[],
  coverage: readonly number[],
): Candidate[] {
  const given = sentences.map((sentence, i) => ({ sentence, covered: coverage[i] ?? 0 }));
  const long = given.filter(({ sentence }) => sentence.words >= SHORTEST_SENTENCE_WORDS);
  const usable = long.length > 0 ? long : given;
  const weigh = inverseSentenceFrequency(usable.map(({ sentence }) => sentence.terms));
  const vectors = usable.map(({ sentence }) => unitVector(sentence.terms, weigh));
  const centroid = meanVector(vectors);
  const toCentroid = toUnit(vectors.map((vector) => dot(vector, centroid)));
  const toQuestion = toUnit(usable.map(({ covered }) => covered));
  const bestScore = Math.max(...passages.map(({ score }) => score), Number.EPSILON);
  const isShort = passages.length < FEW_PASSAGES && toQuestion.some((covered) => covered > 0);
  const candidates = usable.map(({ sentence }, i) => ({
    ...sentence,
    vector: vectors[i] ?? new Map(),
    relevance:
      RELEVANCE.question * (toQuestion[i] ?? 0) +
      RELEVANCE.centroid * (toCentroid[i] ?? 0) +
      RELEVANCE.passage * ((passages[sentence.passage]?.score ?? 0) / bestScore) -
      asideShare(sentence.text),
  }));
  return isShort ? candidates.filter((_, i) => (toQuestion[i] ?? 0) >= LEAST_COVERAGE) : candidates;
}
