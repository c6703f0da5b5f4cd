import type { DataSource } from 'typeorm';

/** How often each stem occurs in a text. */
export type TermFrequencies = Record<string, number>;

/**
 * Stems words as the index does, by asking the same PostgreSQL: a ranker with a stemmer of its own would look for
 * terms the index spells differently.
 */
export class Lexemizer {
  constructor(private readonly dataSource: DataSource) {}

  /** The stems of each text, stop words left out. */
  async frequencies(configuration: string, texts: readonly string[]): Promise<TermFrequencies[]> {
    if (texts.length === 0) return [];
    const rows: { frequencies: TermFrequencies }[] = await this.dataSource.query(
      `select chat.term_frequencies_of(to_tsvector($1::regconfig, given.body)) as frequencies
         from unnest($2::text[]) with ordinality as given(body, place) order by place`,
      [configuration, texts],
    );
    return rows.map((row) => row.frequencies);
  }
}
