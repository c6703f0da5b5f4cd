import type { SegmentChange } from '../correction/change-set.ts';
import type { Correction } from '../correction/correction.entity.ts';
import { alignWords } from '../segment/align-words.ts';
import { loadWords, storeWords, type StoredWord } from '../segment/word.ts';

/** What a text said in a version that was gone on from. */
export interface TextSave {
  version: number;
  text: string;
  /** ISO 8601. */
  savedAt: string;
}

/** The saves of a correction that goes on with another: those it had, and what it said itself. */
export function savesOf({ saves, version, segments, createdAt }: Correction): TextSave[] {
  const text = segments[0]?.after?.text;
  return text === undefined ? saves : [...saves, { version, text, savedAt: createdAt.toISOString() }];
}

/** Of a correction of a text that was saved several times, only what was typed after a version. */
export function typedSince(correction: Correction, version: number): Correction {
  const save = correction.saves.findLast((one) => one.version <= version);
  const [change] = correction.segments;
  if (!save || !change) return correction;
  return { ...correction, segments: [savedAs(change, save, correction.author)] };
}

function savedAs({ segmentId, before, after }: SegmentChange, { text, savedAt }: TextSave, editedBy: string) {
  const words = wordsFor(before?.words ?? [], text);
  return { segmentId, before: { ...before, text, words, editedAt: savedAt, editedBy }, after };
}

function wordsFor(before: readonly StoredWord[], text: string): StoredWord[] {
  const words = loadWords(before);
  const [first, last] = [words[0], words.at(-1)];
  return first && last
    ? storeWords(alignWords(words, text, { startMs: first.startMs, endMs: last.endMs }))
    : [];
}
