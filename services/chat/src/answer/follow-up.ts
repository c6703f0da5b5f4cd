import { withoutBoilerplate } from '../text/question-terms.ts';

/** An earlier question of the conversation, and who was quoted in the answer. */
export interface EarlierTurn {
  question: string;
  speakers: readonly string[];
}

const REFERS_BACK =
  /\b(?:it|its|that|this|these|those|they|them|their|he|him|his|she|her|hers|there|then|the same|former|latter|more|else|instead)\b|^(?:and|but|so|why|how come|what about|how about|what else|really|when|where|who)\b/i;
const REFERS_TO_PERSON = /\b(?:he|him|his|she|her|hers|they|them|their)\b/i;
/** A question with fewer words of its own leans on what was asked before. */
const FEW_WORDS = 3;
const MAX_CARRIED = 12;

/**
 * The question as retrieval should read it: a follow-up ("And why did she reject it?") carries over what the
 * conversation is about, the words of the question before and the people just quoted. A question that stands by itself
 * is left alone.
 */
export function standaloneQuestion(question: string, earlier: readonly EarlierTurn[]): string {
  const previous = earlier.at(-1);
  if (!previous) return question;
  const own = contentWords(question);
  if (own.length > FEW_WORDS && !REFERS_BACK.test(question.trim())) return question;
  // A chain of follow-ups leans on the last question that stood by itself.
  const base = standaloneQuestion(previous.question, earlier.slice(0, -1));
  const known = new Set(own.map((word) => word.toLowerCase()));
  const carried = contentWords(base).filter((word) => !known.has(word.toLowerCase()));
  const people = REFERS_TO_PERSON.test(question) ? Array.from(new Set(previous.speakers)).slice(0, 2) : [];
  return [question, ...carried.slice(0, MAX_CARRIED), ...people].join(' ');
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
