import type { Answerer, AnswerPassage, AnswerPiece, AnswerRequest, CountTerms, Quotation } from './ports.ts';
import { asideShare } from './asides.ts';
import { splitSentences } from './sentences.ts';

/** Relevance against repetition: 1 is relevance alone. */
const LAMBDA = 0.6;
/** Sentences as alike as this say the same, whoever says it again. */
const SAME = 0.95;
const TARGET_WORDS = 75;
const SHORTEST_SENTENCE_WORDS = 7;
const LONGEST_SENTENCE_WORDS = 28;
/** How much each part of a sentence's relevance counts. */
const RELEVANCE = { question: 0.3, centroid: 0.5, passage: 0.5 };
/** What is less relevant than this share of the first choice is left out, however short the answer. */
const LEAST_RELEVANT = 0.5;
/**
 * So few passages are not a choice but all there is, a short conversation: what they have in common says nothing about
 * the question. Then only sentences count that have at least this share of the best one's likeness to the question.
 */
const FEW_PASSAGES = 3;
const LEAST_LIKE_QUESTION = 0.2;

interface Candidate extends Quotation {
  speakerName: string;
  text: string;
  words: number;
  vector: Map<string, number>;
  relevance: number;
}

/**
 * Answers with verbatim sentences of the passages, chosen by maximal marginal relevance (Carbonell and Goldstein,
 * 1998): close to the question, to what the passages are about, and not to what was chosen before. Needs no model.
 * Tuned on QMSum's validation split: `bench/retrieval.mjs`.
 */
export class ExtractiveAnswerer implements Answerer {
  readonly info = { engine: 'extractive', model: null };
  readonly passageCount = 8;

  constructor(private readonly countTerms: CountTerms) {}

  async *answer(
    { question, passages }: AnswerRequest,
    { signal }: { signal: AbortSignal },
  ): AsyncIterable<AnswerPiece> {
    const candidates = await this.candidates(question, passages);
    const chosen = chooseSentences(candidates);
    let speaker = '';
    for (const { speakerName, text, passage, line, start, end } of chosen) {
      signal.throwIfAborted();
      const lead = speakerName === speaker ? ' ' : `${speaker === '' ? '' : '\n\n'}${speakerName}: `;
      speaker = speakerName;
      yield { type: 'text', text: `${lead}${text} ` };
      yield { type: 'quotation', quotation: { passage, line, start, end } };
    }
  }

  private async candidates(question: string, passages: readonly AnswerPassage[]): Promise<Candidate[]> {
    const sentences = passages.flatMap(({ lines }, passage) =>
      lines.flatMap(({ speakerName, text }, line) =>
        splitSentences(text, LONGEST_SENTENCE_WORDS).map((span) => {
          const body = text.slice(span.start, span.end);
          return { passage, line, ...span, speakerName, text: body, words: body.split(/\s+/).length };
        }),
      ),
    );
    const long = sentences.filter(({ words }) => words >= SHORTEST_SENTENCE_WORDS);
    const usable = long.length > 0 ? long : sentences;
    const [asked = {}, ...counts] = await this.countTerms([question, ...usable.map(({ text }) => text)]);
    const weigh = inverseSentenceFrequency(counts);
    const vectors = counts.map((terms) => unitVector(terms, weigh));
    const query = unitVector(asked, weigh);
    const centroid = meanVector(vectors);
    const bestScore = Math.max(...passages.map(({ score }) => score), Number.EPSILON);
    const toQuestion = toUnit(vectors.map((vector) => dot(vector, query)));
    const toCentroid = toUnit(vectors.map((vector) => dot(vector, centroid)));
    const isShort = passages.length < FEW_PASSAGES && toQuestion.some((likeness) => likeness > 0);
    const leastLike = isShort ? LEAST_LIKE_QUESTION : 0;
    const candidates = usable.map((sentence, i) => ({
      ...sentence,
      vector: vectors[i] ?? new Map(),
      relevance:
        RELEVANCE.question * (toQuestion[i] ?? 0) +
        RELEVANCE.centroid * (toCentroid[i] ?? 0) +
        RELEVANCE.passage * ((passages[sentence.passage]?.score ?? 0) / bestScore) -
        asideShare(sentence.text),
    }));
    return candidates.filter((_, i) => (toQuestion[i] ?? 0) >= leastLike);
  }
}

/** In the order they were said, passage by passage. */
function chooseSentences(candidates: readonly Candidate[]): Candidate[] {
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

function inverseSentenceFrequency(counts: readonly Record<string, number>[]): (term: string) => number {
  const containing = new Map<string, number>();
  for (const terms of counts)
    for (const term of Object.keys(terms)) containing.set(term, (containing.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + counts.length / (1 + (containing.get(term) ?? 0)));
}

function unitVector(terms: Record<string, number>, weigh: (term: string) => number): Map<string, number> {
  const vector = new Map(
    Object.entries(terms).map(([term, count]) => [term, (1 + Math.log(count)) * weigh(term)]),
  );
  return scale(vector);
}

function meanVector(vectors: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const vector of vectors)
    for (const [term, value] of vector) sum.set(term, (sum.get(term) ?? 0) + value);
  return scale(sum);
}

function scale(vector: Map<string, number>): Map<string, number> {
  const norm = Math.hypot(...vector.values());
  return norm > 0 ? new Map(Array.from(vector, ([term, value]) => [term, value / norm])) : vector;
}

function dot(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, value] of small) sum += value * (large.get(term) ?? 0);
  return sum;
}

function toUnit(values: readonly number[]): number[] {
  const most = values.reduce((x, y) => Math.max(x, y), 0);
  return most > 0 ? values.map((value) => value / most) : Array.from(values);
}
