import { splitSentences, type CountTerms, type Quotation } from '@colloquy/engines/text';
import type { PassagePart } from '../passage/split-passages.ts';

/** Of the claim's words, how many the passage must hold … */
const PASSAGE_SUPPORT = 0.35;
/** … and how many the one sentence that is quoted. */
const SENTENCE_SUPPORT = 0.2;
const LONGEST_SENTENCE_WORDS = 45;

/**
 * Whether a passage supports a claim, judged by the words they share: the sentence of the passage that shares most of
 * the claim's words, or null when the passage is about something else. It catches citations that were made up or hung
 * on the wrong passage; it cannot tell a claim from its negation.
 */
export async function findSupport(
  claim: string,
  passage: number,
  parts: readonly Pick<PassagePart, 'speakerName' | 'text'>[],
  countTerms: CountTerms,
): Promise<Quotation | null> {
  const sentences = parts.flatMap(({ text }, line) =>
    splitSentences(text, LONGEST_SENTENCE_WORDS).map((span) => ({ passage, line, ...span })),
  );
  const bodies = sentences.map(({ line, start, end }) => parts[line]?.text.slice(start, end) ?? '');
  const speakers = parts.map(({ speakerName }) => speakerName).join(' ');
  const [claimed = {}, spoken = {}, ...counts] = await countTerms([claim, speakers, ...bodies]);
  // Naming the speaker is no evidence of what was said.
  const terms = Object.keys(claimed).filter((term) => !Object.hasOwn(spoken, term));
  if (terms.length === 0) return null;
  const shared = (other: Record<string, number>) => terms.filter((term) => Object.hasOwn(other, term)).length;
  if (shared(Object.assign({}, ...counts) as Record<string, number>) / terms.length < PASSAGE_SUPPORT)
    return null;
  const best = counts.reduce((top, other, i) => (shared(other) > shared(counts[top] ?? {}) ? i : top), 0);
  return shared(counts[best] ?? {}) / terms.length >= SENTENCE_SUPPORT ? (sentences[best] ?? null) : null;
}
