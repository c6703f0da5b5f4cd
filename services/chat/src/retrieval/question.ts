import type { DataSource } from 'typeorm';
import { inverseDocumentFrequency } from './rank-passages.ts';
import type { Lexemizer } from '../text/lexemizer.ts';
import { withoutBoilerplate } from '@colloquy/engines/text';

/** What a question looks for among the passages of one language. */
export interface LanguageQuery {
  configuration: string;
  terms: string[];
  idf: number[];
  averageLength: number;
}

/** Which of the workspace's passages may answer: of these recordings, or of all that are not hidden. */
export interface Scope {
  workspaceId: string;
  recordingIds: readonly string[] | null;
}

interface Corpus {
  configuration: string;
  passages: number;
  total_length: string;
}

/** The question's terms and their weights by the statistics of the whole workspace, a query a language. */
export async function parseQuestion(
  dataSource: DataSource,
  lexemizer: Lexemizer,
  workspaceId: string,
  question: string,
): Promise<LanguageQuery[]> {
  const corpora: Corpus[] = await dataSource.query(
    'select configuration, passages, total_length from chat.corpus_statistic where workspace_id = $1 and passages > 0',
    [workspaceId],
  );
  const queries: LanguageQuery[] = [];
  for (const { configuration, passages, total_length } of corpora) {
    const terms = await termsOf(lexemizer, configuration, question);
    if (terms.length === 0) continue;
    const known: { term: string; passages: number }[] = await dataSource.query(
      'select term, passages from chat.term_statistic where workspace_id = $1 and configuration = $2 and term = any($3::text[])',
      [workspaceId, configuration, terms],
    );
    const containing = new Map(known.map((row) => [row.term, row.passages]));
    queries.push({
      configuration,
      terms,
      idf: terms.map((term) => inverseDocumentFrequency(passages, containing.get(term) ?? 0)),
      averageLength: Number(total_length) / passages,
    });
  }
  return queries;
}

async function termsOf(lexemizer: Lexemizer, configuration: string, question: string): Promise<string[]> {
  const [kept, whole] = await lexemizer.frequencies(configuration, [withoutBoilerplate(question), question]);
  const terms = Object.keys(kept ?? {});
  return terms.length > 0 ? terms : Object.keys(whole ?? {});
}

/** `'a' | 'b'` for to_tsquery-free casting: any of the terms, each quoted. */
export const anyTerm = (terms: readonly string[]): string =>
  terms.map((term) => `'${term.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' | ');
