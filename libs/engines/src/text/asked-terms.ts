import type { AnswerRequest, CountTerms } from './ports.ts';
import { refersBack } from './question-form.ts';
import { withoutBoilerplate } from './question-terms.ts';

/** What a question is about, in stems. */
export interface AskedTerms {
  /** In its own words … */
  own: readonly string[];
  /** … and in those that a follow-up takes from the conversation. */
  carried: readonly string[];
  /** "Why is it so expensive?": its own words need not have been said. */
  refersBack: boolean;
}

const LEAST_MENTIONED = 0.4;

export async function askedTerms(
  { question, standalone }: Pick<AnswerRequest, 'question' | 'standalone'>,
  countTerms: CountTerms,
): Promise<AskedTerms> {
  const [own = {}, all = {}] = await countTerms([
    withoutBoilerplate(question),
    withoutBoilerplate(standalone),
  ]);
  const terms = Object.keys(all);
  return {
    own: terms.filter((term) => Object.hasOwn(own, term)),
    carried: terms.filter((term) => !Object.hasOwn(own, term)),
    refersBack: refersBack(question),
  };
}

/** Whether so much of it was mentioned that the recordings may answer; all that was carried counts as one word. */
export function mayBeAnswered(
  { own, carried, refersBack: pointsBack }: AskedTerms,
  isMentioned: (term: string) => boolean,
): boolean {
  const ownMentioned = own.filter(isMentioned).length;
  if (own.length > 0 && ownMentioned === 0 && !pointsBack) return false;
  const all = own.length + Math.min(1, carried.length);
  const mentioned = ownMentioned + carried.filter(isMentioned).length / Math.max(1, carried.length);
  return mentioned >= LEAST_MENTIONED * all;
}

/** The weight of each term: what was carried counts no more, all together, than what is new. */
export function termWeights(
  { own, carried }: AskedTerms,
  weigh: (term: string) => number,
): Map<string, number> {
  const sumOf = (terms: readonly string[]) => terms.reduce((sum, term) => sum + weigh(term), 0);
  const share = own.length > 0 ? Math.min(1, sumOf(own) / Math.max(sumOf(carried), Number.EPSILON)) : 1;
  return new Map([
    ...own.map((term): [string, number] => [term, weigh(term)]),
    ...carried.map((term): [string, number] => [term, weigh(term) * share]),
  ]);
}
