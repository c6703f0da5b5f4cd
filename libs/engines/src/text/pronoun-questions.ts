import type { SpokenSentence } from './spoken-sentences.ts';

const PRONOUNS = new Set('it he him she her they them that this those these one'.split(' '));
const OPENERS = new Set('and but so then well okay'.split(' '));
const LEAST_SHARED_WORDS = 2;
/** How many sentences before, somebody may have named what a pronoun stands for. */
const REACH = 6;

/**
 * Spoken questions that differ from the one to answer by a pronoun speak of what it stands for:
 *
 *     A technician looks after it. And when can he come?    = When can the technician come?
 *
 * English only.
 */
export function resolvePronouns(
  sentences: readonly SpokenSentence[],
  question: string,
  terms: readonly string[],
): SpokenSentence[] {
  const asked = wordsOf(question);
  return sentences.map((sentence, i) => {
    if (!sentence.isQuestion || !isSameButPronoun(wordsOf(sentence.text), asked)) return sentence;
    const before = sentences
      .slice(Math.max(0, i - REACH), i)
      .filter(({ stretch }) => stretch === sentence.stretch);
    const meant = terms.filter((term) => before.some((said) => Object.hasOwn(said.terms, term)));
    return {
      ...sentence,
      terms: { ...Object.fromEntries(meant.map((term) => [term, 1])), ...sentence.terms },
    };
  });
}

function isSameButPronoun(said: readonly string[], asked: readonly string[]): boolean {
  const kept = said.filter((word) => !PRONOUNS.has(word) && !OPENERS.has(word));
  return (
    said.some((word) => PRONOUNS.has(word)) &&
    kept.length >= LEAST_SHARED_WORDS &&
    kept[0] === asked[0] &&
    kept.every((word) => asked.includes(word))
  );
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
