import { optimalAssignment } from './optimal-assignment.ts';

export interface WordErrors {
  /** errors / reference words; may exceed 1. 0 when both are empty, Infinity for words where none were said. */
  rate: number;
  substitutions: number;
  deletions: number;
  insertions: number;
  referenceWords: number;
}

const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const FILLERS = new Set(['uh', 'um', 'mm', 'hmm', 'ah']);

/** The words compared: lower case, no punctuation, apostrophes or fillers, small numbers and titles spelled out. */
export function normalizeWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[’‘']/g, '')
    .replace(/\bmr\b\.?/g, 'mister')
    .replace(/\bmrs\b\.?/g, 'missus')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !FILLERS.has(word))
    .map((word) => (/^\d+$/.test(word) ? (DIGITS[Number(word)] ?? word) : word));
}

/** Word error rate of `hypothesis` against `reference`, both as plain text, after {@link normalizeWords}. */
export function wordErrorRate(reference: string, hypothesis: string): WordErrors {
  return totalWordErrors([alignWords(normalizeWords(reference), normalizeWords(hypothesis))]);
}

/** One rate over several texts: errors and reference words added up. */
export function totalWordErrors(errors: readonly Omit<WordErrors, 'rate'>[]): WordErrors {
  const sum = (key: keyof Omit<WordErrors, 'rate'>) => errors.reduce((total, error) => total + error[key], 0);
  const total = {
    substitutions: sum('substitutions'),
    deletions: sum('deletions'),
    insertions: sum('insertions'),
    referenceWords: sum('referenceWords'),
  };
  const wrong = errorCount(total);
  return { rate: wrong === 0 ? 0 : wrong / total.referenceWords, ...total };
}

const errorCount = ({ substitutions, deletions, insertions }: Omit<WordErrors, 'rate'>): number =>
  substitutions + deletions + insertions;

/**
 * Concatenated minimum-permutation word error rate (CHiME-6): all words of each speaker in order of time, under the
 * matching of speakers with the fewest errors. A speaker without a partner counts as all deleted or all inserted.
 * Keys are speakers, values their texts.
 */
export function concatenatedWordErrorRate(
  reference: Readonly<Record<string, string>>,
  hypothesis: Readonly<Record<string, string>>,
): WordErrors {
  const said = Object.values(reference).map(normalizeWords);
  const heard = Object.values(hypothesis).map(normalizeWords);
  const size = Math.max(said.length, heard.length);
  const pad = (texts: string[][]) => Array.from({ length: size }, (_, i) => texts[i] ?? []);
  const table = pad(said).map((words) => pad(heard).map((other) => alignWords(words, other)));
  const most = 1 + Math.max(0, ...table.flat().map(errorCount));
  const pairs = optimalAssignment(table.map((row) => row.map((errors) => most - errorCount(errors))));
  return totalWordErrors(pairs.flatMap(({ row, column }) => table[row]?.[column] ?? []));
}

/** Levenshtein alignment, in memory linear in the hypothesis. */
function alignWords(reference: readonly string[], hypothesis: readonly string[]): Omit<WordErrors, 'rate'> {
  type Cell = { cost: number; substitutions: number; deletions: number; insertions: number };
  const insert = (cell: Cell): Cell => ({ ...cell, cost: cell.cost + 1, insertions: cell.insertions + 1 });
  const first: Cell = { cost: 0, substitutions: 0, deletions: 0, insertions: 0 };
  let above: Cell[] = [first];
  for (const _ of hypothesis) above.push(insert(above.at(-1) ?? first));
  for (const word of reference) {
    const top = above[0] ?? first;
    const row: Cell[] = [{ ...top, cost: top.cost + 1, deletions: top.deletions + 1 }];
    hypothesis.forEach((other, j) => {
      const diagonal = above[j] ?? first;
      const up = above[j + 1] ?? first;
      const left = row[j] ?? first;
      if (word === other) row.push(diagonal);
      else if (diagonal.cost <= up.cost && diagonal.cost <= left.cost)
        row.push({ ...diagonal, cost: diagonal.cost + 1, substitutions: diagonal.substitutions + 1 });
      else if (up.cost <= left.cost) row.push({ ...up, cost: up.cost + 1, deletions: up.deletions + 1 });
      else row.push(insert(left));
    });
    above = row;
  }
  const { substitutions, deletions, insertions } = above.at(-1) ?? first;
  return { substitutions, deletions, insertions, referenceWords: reference.length };
}
