import {
  countMatches,
  dot,
  inverseSentenceFrequency,
  meanVector,
  unitVector,
  type WholeRequest,
} from '@colloquy/engines/text';
import type { PassageText } from './passage-finder.ts';

/**
 * Which passages to answer a request about the whole from, in their order: those with most cues of what is wanted; for
 * a summary one from each of so many stretches of equal length, the one most typical of all.
 */
export function surveyPassages(
  texts: readonly PassageText[],
  request: WholeRequest,
  count: number,
): string[] {
  const chosen = request.cues ? mostCues(texts, request.cues, count) : mostTypical(texts, count);
  return texts.flatMap(({ id }) => (chosen.has(id) ? [id] : []));
}

function mostCues(texts: readonly PassageText[], cues: RegExp, count: number): Set<string> {
  const counted = texts.map(({ id, body }) => ({ id, found: countMatches(body, cues) }));
  const best = counted.filter(({ found }) => found > 0).toSorted((a, b) => b.found - a.found);
  return new Set(best.slice(0, count).map(({ id }) => id));
}

function mostTypical(texts: readonly PassageText[], count: number): Set<string> {
  const weigh = inverseSentenceFrequency(texts.map(({ terms }) => terms));
  const vectors = texts.map(({ terms }) => unitVector(terms, weigh));
  const centre = meanVector(vectors);
  const typical = new Map(texts.map(({ id }, i) => [id, dot(vectors[i] ?? new Map(), centre)]));
  const length = Math.max(1, texts.length / count);
  const chosen = new Set<string>();
  for (let start = 0; start < texts.length; start += length) {
    const stretch = texts.slice(Math.floor(start), Math.floor(start + length));
    const [best] = stretch.toSorted((a, b) => (typical.get(b.id) ?? 0) - (typical.get(a.id) ?? 0));
    if (best) chosen.add(best.id);
  }
  return chosen;
}
