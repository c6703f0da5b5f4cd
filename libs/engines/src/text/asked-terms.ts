import type { AnswerRequest, CountTerms } from './ports.ts';
import { refersBack } from './question-form.ts';
import { withoutBoilerplate } from './question-terms.ts';

/** What a question is about, in stems. */
export interface AskedTerms {
  /** In its own words … */
  own: readonly string[];
  /** … and in those that a follow-up takes from the conversation. */
  carried: readonly string[];
  /** The names of speakers among them: they tell whose words are wanted, not what about. */
  names: readonly string[];
  /** "Why is it so expensive?": its own words need not have been said. */
  refersBack: boolean;
}

const LEAST_MENTIONED = 0.4;
/** Stems of English words that everybody says, whatever they talk about. */
const SAID_ANYWAY = new Set(
  'like want need know go get make take look feel way thing realli ever still'.split(' '),
);

export async function askedTerms(
  { question, standalone }: Pick<AnswerRequest, 'question' | 'standalone'>,
  speakerTerms: ReadonlySet<string>,
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
    names: terms.filter((term) => speakerTerms.has(term)),
    refersBack: refersBack(question),
  };
}

/** What it is about, without whose words are wanted. */
export function withoutNames(asked: AskedTerms): AskedTerms {
  const isNoName = (term: string) => !asked.names.includes(term);
  return { ...asked, own: asked.own.filter(isNoName), carried: asked.carried.filter(isNoName), names: [] };
}

/** Whether so much of it was mentioned that the recordings may answer; all that was carried counts as one word. */
export function mayBeAnswered(
  { own: said, carried, refersBack: pointsBack }: AskedTerms,
  isMentioned: (term: string) => boolean,
): boolean {
  const telling = said.filter((term) => !SAID_ANYWAY.has(term));
  const own = telling.length > 0 ? telling : said;
  const ownMentioned = own.filter(isMentioned).length;
  if (own.length > 0 && ownMentioned === 0 && !pointsBack) return false;
  const all = own.length + Math.min(1, carried.length);
  const mentioned = ownMentioned + carried.filter(isMentioned).length / Math.max(1, carried.length);
  return mentioned >= LEAST_MENTIONED * all;
}

/** The weight of each term: what was carried counts no more, all together, than what is new. */
export function termWeights(
  { own, carried }: Pick<AskedTerms, 'own' | 'carried'>,
  weigh: (term: string) => number,
): Map<string, number> {
  const sumOf = (terms: readonly string[]) => terms.reduce((sum, term) => sum + weigh(term), 0);
  const share = own.length > 0 ? Math.min(1, sumOf(own) / Math.max(sumOf(carried), Number.EPSILON)) : 1;
  return new Map([
    ...own.map((term): [string, number] => [term, weigh(term)]),
    ...carried.map((term): [string, number] => [term, weigh(term) * share]),
  ]);
}
