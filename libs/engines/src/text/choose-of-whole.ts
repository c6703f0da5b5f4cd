import { asideShare, isGreeting } from './asides.ts';
import { chooseOverview } from './choose-overview.ts';
import type { AnswerPassage } from './ports.ts';
import { placeInTurn, questionsBefore } from './replies.ts';
import { dot, SAME, unitVector } from './sentence-vectors.ts';
import type { SpokenSentence } from './spoken-sentences.ts';
import { countMatches, type WholeRequest } from './whole-request.ts';

const MOST_LISTED = 6;
const SHORTEST_LISTED_WORDS = 4;
/** Of the reply to "What is the biggest problem?" so many sentences are about problems. */
const REPLY_SENTENCES = 2;

/** Answers a request about the whole: with what it is about, or with the sentences that say most of what is wanted. */
export function chooseOfWhole(
  sentences: readonly SpokenSentence[],
  passages: readonly AnswerPassage[],
  { asks, cues }: WholeRequest,
): SpokenSentence[] {
  if (cues) return listCued(sentences, asks, cues);
  const statements = sentences.filter(isStatement);
  return chooseOverview(statements, passages, []);
}

const isStatement = ({ isQuestion, text }: SpokenSentence): boolean => !isQuestion && !isGreeting(text);

function listCued(sentences: readonly SpokenSentence[], asks: RegExp, cues: RegExp): SpokenSentence[] {
  const candidates = sentences.flatMap((sentence, i) => {
    const { text, words, terms } = sentence;
    const asked = questionsBefore(sentences, i).map((at) => countMatches(sentences[at]?.text ?? '', asks));
    const replied = placeInTurn(sentences, i) < REPLY_SENTENCES ? Math.max(0, ...asked) : 0;
    const cued = (words < SHORTEST_LISTED_WORDS ? 0 : countMatches(text, cues)) + replied;
    if (cued === 0 || !isStatement(sentence)) return [];
    return [{ sentence, vector: unitVector(terms, () => 1), value: cued - asideShare(text) }];
  });
  const chosen: typeof candidates = [];
  for (const candidate of candidates.toSorted((a, b) => b.value - a.value)) {
    if (chosen.length === MOST_LISTED) break;
    if (chosen.every(({ vector }) => dot(vector, candidate.vector) <= SAME)) chosen.push(candidate);
  }
  const listed = new Set(chosen.map(({ sentence }) => sentence));
  return sentences.filter((sentence) => listed.has(sentence));
}
