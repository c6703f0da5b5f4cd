import { placeInTurn } from './replies.ts';
import type { SpokenSentence } from './spoken-sentences.ts';

/** How much of the words of a question a reply to it has for its own, … */
const REPLY = 0.9;
/** … each further sentence of the reply less; … */
const LATER_IN_REPLY = 0.8;
/** … and of other words before it, for each step. */
const BEFORE = 0.5;
const REACH = 3;
/** How much it counts who says it, when the question names somebody. */
const NAMED = 0.3;

/**
 * How much of a question each sentence speaks about, 0 to 1: by its own words, by who says it, and by what was said
 * before it. People do not repeat the question in their answer:
 *
 *     When will the application be ready?   application, ready
 *     On the third of September.            0.9 of both
 *
 * @param weights of the question's terms
 */
export function questionCoverage(
  sentences: readonly SpokenSentence[],
  weights: ReadonlyMap<string, number>,
): number[] {
  const total = Array.from(weights.values()).reduce((sum, weight) => sum + weight, 0);
  return sentences.map((sentence, i) => {
    const context = Array.from(saidBefore(sentences, sentence, i));
    let covered = 0;
    for (const [term, weight] of weights) {
      const isOwn = Object.hasOwn(sentence.terms, term) || Object.hasOwn(sentence.speakerTerms, term);
      const shares = context.map(([{ terms }, share]) => (Object.hasOwn(terms, term) ? share : 0));
      covered += weight * (isOwn ? 1 : Math.max(0, ...shares));
    }
    return total > 0 ? covered / total : 0;
  });
}

/** Of sentences that speak about the matter, those by or about the people named come first. */
export function coverageWithNames(
  sentences: readonly SpokenSentence[],
  weights: ReadonlyMap<string, number>,
  names: readonly string[],
): number[] {
  const named = questionCoverage(sentences, new Map(names.map((name) => [name, 1])));
  return questionCoverage(sentences, weights).map((covered, i) =>
    covered > 0 ? covered + NAMED * (named[i] ?? 0) : 0,
  );
}

function* saidBefore(
  sentences: readonly SpokenSentence[],
  sentence: SpokenSentence,
  i: number,
): Generator<[sentence: SpokenSentence, share: number]> {
  const place = placeInTurn(sentences, i);
  for (let distance = 1; distance <= REACH; distance += 1) {
    const before = sentences[i - distance];
    if (before?.stretch !== sentence.stretch) break;
    const isReply = before.isQuestion && !sentence.isQuestion && sentence.turn === before.turn + 1;
    yield [before, isReply ? REPLY * LATER_IN_REPLY ** place : BEFORE ** distance];
  }
}
