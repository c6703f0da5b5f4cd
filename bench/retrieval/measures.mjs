import { stemmer } from 'stemmer';

/**
 * Normalised discounted cumulative gain of the first ten, relevance 0 or 1: Σ rel/log₂(rank + 1) over what the best
 * order of all `relevantInAll` relevant ones would reach.
 */
export function ndcg10(relevances, relevantInAll) {
  const discount = (index) => 1 / Math.log2(index + 2);
  const ranks = Array.from({ length: 10 }, (_, index) => index);
  const gained = ranks.reduce((sum, index) => sum + (relevances[index] ? discount(index) : 0), 0);
  const ideal = ranks.reduce((sum, index) => sum + (index < relevantInAll ? discount(index) : 0), 0);
  return gained / ideal;
}

/** ROUGE-1 (Lin, 2004): F1 of the words two texts share, lower case, stemmed as by ROUGE-1.5.5's `-m` unless told not to. */
export function rouge1(text, reference, { stem = stemmer } = {}) {
  const words = (string) => (string.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(stem);
  const wanted = words(reference);
  const left = new Map();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  const given = words(text);
  let shared = 0;
  for (const word of given) {
    if (!left.get(word)) continue;
    left.set(word, left.get(word) - 1);
    shared += 1;
  }
  return shared === 0 ? 0 : (2 * shared) / (given.length + wanted.length);
}

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

export const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
