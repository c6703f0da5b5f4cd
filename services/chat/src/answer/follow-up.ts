import { isCourtesy, refersBack, wholeRequest, withoutBoilerplate } from '@colloquy/engines/text';

/** An earlier question of the conversation, and who was quoted in the answer. */
export interface EarlierTurn {
  question: string;
  speakers: readonly string[];
}

const REFERS_TO_PERSON = /\b(?:he|him|his|she|her|hers|they|them|their)\b/i;
const VERBS =
  /\b(?:am|is|are|was|were|be|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|must)(?:n['’]t)?\b|['’](?:s|re|ll|ve|d)\b/i;
const FEW_WORDS = 2;
const MAX_CARRIED = 12;

/**
 * The question as retrieval should read it: a follow-up ("And why did she reject it?") carries over what the
 * conversation is about, the words of the question before and the people just quoted. A question that stands by itself
 * is left alone.
 */
export function standaloneQuestion(question: string, earlier: readonly EarlierTurn[]): string {
  const asked = earlier.filter((turn) => !isCourtesy(turn.question));
  const previous = asked.at(-1);
  if (!previous || !isFollowUp(question)) return question;
  // A chain of follow-ups leans on the last question that stood by itself.
  const base = standaloneQuestion(previous.question, asked.slice(0, -1));
  const known = new Set(contentWords(question).map((word) => word.toLowerCase()));
  const carried = contentWords(base).filter((word) => !known.has(word.toLowerCase()));
  const people = REFERS_TO_PERSON.test(question) ? Array.from(new Set(previous.speakers)).slice(0, 2) : [];
  return [question, ...carried.slice(0, MAX_CARRIED), ...people].join(' ');
}

/** It points back ("Why is it so?"), or leaves out what was said before ("And how late?", "The delivery?"). */
function isFollowUp(question: string): boolean {
  if (isCourtesy(question) || wholeRequest(question)) return false;
  const own = contentWords(question).length;
  if (refersBack(question) || own === 0) return true;
  // "They" may be those who speak in the recording.
  if (REFERS_TO_PERSON.test(question)) return own <= 1;
  return own <= FEW_WORDS && !VERBS.test(question);
}

/** Words that carry meaning in English; in other languages all words of four letters and more. */
const FUNCTION_WORDS = new Set(
  `the and for are was were did does has have had with what which who whom whose when where why how about from into than
   then that this these those they them their there its his her hers him she you your our not but can could would should
   will shall may might must been being also any all more else same instead former latter really`.split(
    /\s+/,
  ),
);

function contentWords(text: string): string[] {
  const words = withoutBoilerplate(text).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  return words.filter((word) => word.length > 2 && !FUNCTION_WORDS.has(word.toLowerCase()));
}
