/** Sounds and words that hold a turn rather than say something; of English only, as yet. */
const FILLERS = new Set(
  'um uh yeah yep mm hmm mhm okay ok oh ah eh er erm huh hm right well like alright cool hello hi thanks bye morning'.split(
    ' ',
  ),
);
/** What speakers say to each other is less of an answer than what they say about the matter. */
const PERSONS = new Set('i you me my your'.split(' '));
const FILLER_PRICE = 2;
const PERSON_PRICE = 1;

const GREETING =
  /^\W*(?:good (?:morning|afternoon|evening)|hello|hi|hey|welcome|thank you for|thanks for|(?:good)?bye|see you|nice to (?:meet|see))\b/i;

/** "Good morning and thank you for coming", "Goodbye." */
export const isGreeting = (sentence: string): boolean => GREETING.test(sentence);

/** How much of a sentence is an aside: fillers, words said twice and talk between the speakers; 0 for none of them. */
export function asideShare(sentence: string): number {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  if (words.length === 0) return 0;
  const price = words.reduce((sum, word, i) => {
    const isFiller = FILLERS.has(word) || word === words[i - 1];
    return sum + (isFiller ? FILLER_PRICE : 0) + (PERSONS.has(word) ? PERSON_PRICE : 0);
  }, 0);
  return price / words.length;
}
