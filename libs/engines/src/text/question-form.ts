const OVERVIEW =
  /\b(?:summar\w*|overview|discuss\w*|opinions?|thinks?|thoughts?|views?|main|topics?|conversations?|elaborate|describe|explain|conclu\w*|reflect\w*|details?|about)\b/i;

/** "Summarize the discussion", "What did they think of …": wants to hear much. English only, as is all of this file. */
export const asksForOverview = (question: string): boolean => OVERVIEW.test(question);

const POINTERS =
  /\b(?:it|its|he|him|his|she|her|hers|this|that|these|those|there|then|else|instead|same|former|latter)\b|\bmore\s*[?.!]*$/i;
/** "Is there a …", "this week", "who said that the …": words that point back elsewhere. */
const NO_POINTERS =
  /\b(?:is|are|was|were|be|been|has|have|had) there (?=\w)|\bthere (?:is|are|was|were|will|has|have)\b|\bthis (?:week|month|quarter|year|morning|afternoon|evening|time)\b|\bthat (?:the|an?|my|your|our|their|there|we|you|i|they)\b/gi;

/** Whether a word points to what was said before: "Why is it so?". */
export const refersBack = (question: string): boolean =>
  POINTERS.test(question.replace(NO_POINTERS, ' ').trim());

const COURTESIES = new Set(
  'thanks thank thx hello hi hey bye goodbye ok okay great good fine perfect nice cool wonderful excellent cheers morning afternoon evening night welcome'.split(
    ' ',
  ),
);
const BESIDE_COURTESIES = new Set(
  "you are very much so for the a lot that that's it this is was there all everyone everybody again now then to your help answer day please and".split(
    ' ',
  ),
);

/** "Thanks!", "Good morning": asks nothing. */
export function isCourtesy(text: string): boolean {
  const words =
    text
      .replaceAll('’', "'")
      .toLowerCase()
      .match(/[\p{L}']+|\?/gu) ?? [];
  return (
    words.some((word) => COURTESIES.has(word)) &&
    words.every((word) => COURTESIES.has(word) || BESIDE_COURTESIES.has(word))
  );
}
