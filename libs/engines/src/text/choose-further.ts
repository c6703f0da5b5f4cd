import { isGreeting } from './asides.ts';
import type { PreviousTurn } from './ports.ts';
import { SHORTEST_STATEMENT_WORDS, type SpokenSentence } from './spoken-sentences.ts';

const MORE =
  /^\W*(?:and |so )?(?:(?:please )?(?:tell|give|show) (?:me|us) more|more|go on|continue|(?:and )?then|what (?:else|then|next|happened (?:then|next))|anything else)(?: please)?\W*$/i;
const WHY = /^\W*(?:and |but |so )?(?:why(?: not| so| is that| was that)?|how come|for what reason)\W*$/i;
const REASON = /\b(?:because|since|so that|therefore|that's why|due to|in order to|the reason)\b/i;
const MOST_QUOTES = 4;
/** How far from what was quoted its reason is looked for, and how much of what follows it is more of it; sentences. */
const REASON_REACH = 4;
const MORE_REACH = 3;

/**
 * What "Why?" and "Tell me more" want to hear beyond the answer before: the reason given near what was quoted, or what
 * follows it. Null for any other question, and when nothing was quoted.
 */
export function chooseFurther(
  sentences: readonly SpokenSentence[],
  question: string,
  history: readonly PreviousTurn[],
): SpokenSentence[] | null {
  const wantsReason = WHY.test(question);
  if (!wantsReason && !MORE.test(question)) return null;
  const quotedIn = ({ answer }: PreviousTurn) =>
    sentences.flatMap(({ text }, i) => (answer.includes(text) ? [i] : []));
  const last = history.map(quotedIn).findLast((quoted) => quoted.length > 0);
  if (!last) return null;
  const known = new Set(history.flatMap(quotedIn));
  const further = (
    isWanted: (sentence: SpokenSentence, distance: number, quoted: SpokenSentence) => boolean,
  ) =>
    sentences.filter((sentence, i) => {
      if (known.has(i) || sentence.isQuestion || sentence.words < SHORTEST_STATEMENT_WORDS) return false;
      if (isGreeting(sentence.text)) return false;
      return last.some((at) => {
        const quoted = sentences[at];
        return quoted?.stretch === sentence.stretch && isWanted(sentence, i - at, quoted);
      });
    });
  const follows = (distance: number) => distance > 0 && distance <= MORE_REACH;
  if (!wantsReason) return further((_, distance) => follows(distance)).slice(0, MOST_QUOTES);
  const reasons = further(({ text }, distance) => Math.abs(distance) <= REASON_REACH && REASON.test(text));
  // A reason needs no "because" when it is given in the same breath.
  const sameTurn = () => further(({ turn }, distance, quoted) => follows(distance) && turn === quoted.turn);
  return (reasons.length > 0 ? reasons : sameTurn()).slice(0, MOST_QUOTES);
}
