import { foldText } from './fold-text.ts';

/** One condition of a search. */
export interface SearchClause {
  readonly kind: 'word' | 'phrase' | 'prefix';
  /** Folded; holds at least one letter or digit. */
  readonly text: string;
}

/** Conditions that must all hold. */
export interface SearchAlternative {
  readonly required: readonly SearchClause[];
  readonly excluded: readonly SearchClause[];
}

/** Any alternative makes a hit; none of them: nothing was asked. */
export interface SearchQuery {
  readonly alternatives: readonly SearchAlternative[];
}

/** A person types fewer; each costs the database a look-up. */
export const MAX_SEARCH_CLAUSES = 40;
export const MAX_SEARCH_LENGTH = 1_000;

const TOKEN = /(?<minus>-)?(?:"(?<phrase>[^"]*)(?:"|$)|(?<word>[^\s"]+))/gu;
const SEARCHABLE = /[\p{L}\p{N}]/u;

/**
 * Reads what web search boxes have taught people to type: words that must all occur, `"a phrase"`, `pref*`, `-not` and
 * `or` between alternatives. Never fails: what means nothing is left out.
 *
 * @param query at most `MAX_SEARCH_LENGTH` characters; clauses past `MAX_SEARCH_CLAUSES` are ignored.
 */
export function parseSearchQuery(query: string): SearchQuery {
  const alternatives: { required: SearchClause[]; excluded: SearchClause[] }[] = [
    { required: [], excluded: [] },
  ];
  let clauses = 0;
  for (const { groups } of foldText(query.normalize('NFC')).matchAll(TOKEN)) {
    if (clauses >= MAX_SEARCH_CLAUSES) break;
    if (groups?.['word'] === 'or' && !groups['minus']) {
      alternatives.push({ required: [], excluded: [] });
      continue;
    }
    const clause = readClause(groups?.['phrase'], groups?.['word']);
    if (!clause) continue;
    clauses += 1;
    alternatives.at(-1)?.[groups?.['minus'] ? 'excluded' : 'required'].push(clause);
  }
  // An alternative of exclusions alone would be nearly every segment there is.
  return { alternatives: alternatives.filter(({ required }) => required.length > 0) };
}

function readClause(phrase: string | undefined, word: string | undefined): SearchClause | undefined {
  const text = (phrase ?? word ?? '').trim();
  if (!SEARCHABLE.test(text)) return undefined;
  if (phrase !== undefined) return { kind: 'phrase', text };
  const stem = text.replace(/\*+$/u, '');
  return stem === text ? { kind: 'word', text } : { kind: 'prefix', text: stem };
}

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The plain words a search asks for, exclusions left out: what similar spellings are looked up for. */
export function requiredWords({ required }: SearchAlternative): string[] {
  return [...new Set(required.flatMap(({ text }) => wordsOf(text)))];
}
