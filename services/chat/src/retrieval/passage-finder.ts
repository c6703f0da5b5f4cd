import { inTransaction, widenNearestNeighbors } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import type { PassagePart } from '../passage/split-passages.ts';
import { anyTerm, type LanguageQuery, type Scope } from './question.ts';

/** Recordings ranked in full: every passage of theirs is weighed with its neighbours. */
export const MAX_RANKED_RECORDINGS = 40;
const MAX_CANDIDATES = 3_000;
const MAX_NEAREST = 200;

export interface OutlineRow {
  id: string;
  recordingId: string;
  ordinal: number;
  length: number;
  wordCount: number;
  speakerWords: Record<string, number>;
  frequencies: number[];
  similarity: number | null;
}

export interface PassageText {
  id: string;
  body: string;
  terms: Record<string, number>;
}

export interface FoundPassage {
  id: string;
  recordingId: string;
  recordingTitle: string;
  configuration: string;
  body: string;
  startMs: number;
  endMs: number;
  parts: PassagePart[];
}

/** A question's vector, and the model both sides must come from. */
export interface QuestionVector {
  model: string;
  vector: readonly number[];
}

/** The SQL of retrieval. Hidden and purged recordings are never in scope. */
export class PassageFinder {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of the recordings (or all) that are indexed and may be seen. */
  async recordingsInScope({ workspaceId, recordingIds }: Scope, limit: number): Promise<string[]> {
    const rows: { recording_id: string }[] = await this.dataSource.query(
      `select recording_id from chat.recording_ref
        where workspace_id = $1 and not hidden and not purged and indexed_version > 0
          and ($2::uuid[] is null or recording_id = any($2))
        order by created_at desc limit $3`,
      [workspaceId, recordingIds, limit],
    );
    return rows.map((row) => row.recording_id);
  }

  /** Whether a transcript in scope is newer than its passages. */
  isBehind(scope: Scope): Promise<boolean> {
    return this.hasRecording(scope, 'wanted_version > indexed_version');
  }

  hasTranscripts(scope: Scope): Promise<boolean> {
    return this.hasRecording(scope, 'wanted_version > 0');
  }

  private async hasRecording({ workspaceId, recordingIds }: Scope, that: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from chat.recording_ref
        where workspace_id = $1 and not hidden and not purged and ${that}
          and ($2::uuid[] is null or recording_id = any($2))
        limit 1`,
      [workspaceId, recordingIds],
    );
    return rows.length > 0;
  }

  /**
   * The recordings most likely to answer, by the mean of their best three passages' BM25, from the GIN index with an
   * OR query: asking for all terms at once matches next to nothing.
   */
  async likelyRecordings(
    { workspaceId, recordingIds }: Scope,
    query: LanguageQuery,
  ): Promise<{ id: string; score: number }[]> {
    return this.dataSource.query(
      `with candidate as (
         select passage.recording_id, (
             select sum(term.idf * tf * 1.9 / (tf + 0.9 * (0.6 + 0.4 * passage.length / $6::float8)))
               from unnest($4::text[], $5::float8[]) as term(word, idf),
                    lateral (select (passage.term_frequencies ->> term.word)::float8 as tf) as found
              where tf is not null) as score
           from chat.passage
           join chat.recording_ref as recording using (recording_id)
          where passage.workspace_id = $1 and passage.configuration = $2 and passage.search_vector @@ $3::tsquery
            and not recording.hidden and not recording.purged
            and ($7::uuid[] is null or passage.recording_id = any($7))
          order by score desc limit ${MAX_CANDIDATES}),
       placed as (select *, row_number() over (partition by recording_id order by score desc) as place from candidate)
       select recording_id as id, sum(score) / 3 as score from placed where place <= 3
        group by recording_id order by score desc limit ${MAX_RANKED_RECORDINGS}`,
      [
        workspaceId,
        query.configuration,
        anyTerm(query.terms),
        query.terms,
        query.idf,
        query.averageLength,
        recordingIds,
      ],
    );
  }

  /** The recordings whose passages are nearest to the question's vector. */
  async nearestRecordings(
    { workspaceId, recordingIds }: Scope,
    { model, vector }: QuestionVector,
  ): Promise<{ id: string; score: number }[]> {
    const cast = vectorCast(vector.length);
    return inTransaction(this.dataSource, async (tx) => {
      await widenNearestNeighbors(tx, MAX_NEAREST);
      return tx.query(
        `with nearest as materialized (
           select passage.recording_id, embedded.embedding::${cast} <=> $3::${cast} as distance
             from chat.passage_embedding as embedded
             join chat.passage on passage.id = embedded.passage_id
             join chat.recording_ref as recording using (recording_id)
            where embedded.model = $2 and embedded.dimensions = ${vector.length} and embedded.workspace_id = $1
              and not recording.hidden and not recording.purged
              and ($4::uuid[] is null or passage.recording_id = any($4))
            order by embedded.embedding::${cast} <=> $3::${cast} limit ${MAX_NEAREST})
         select recording_id as id, 1 - min(distance) as score from nearest
          group by recording_id order by score desc limit ${MAX_RANKED_RECORDINGS}`,
        [workspaceId, model, JSON.stringify(vector), recordingIds],
      );
    });
  }

  /** Every passage of these recordings in order, with how often each term occurs in it. */
  async outlines(
    workspaceId: string,
    recordingIds: readonly string[],
    { configuration, terms }: Pick<LanguageQuery, 'configuration' | 'terms'>,
    vector: QuestionVector | null,
  ): Promise<OutlineRow[]> {
    const similarity = vector
      ? `(select 1 - (e.embedding <=> $6::public.vector) from chat.passage_embedding e where e.passage_id = passage.id and e.model = $5 and e.dimensions = ${vector.vector.length})`
      : 'null::float8';
    return this.dataSource.query(
      `select id, recording_id as "recordingId", ordinal, length, word_count as "wordCount", speaker_words as "speakerWords",
              array(select coalesce((term_frequencies ->> word)::int, 0)
                      from unnest($3::text[]) with ordinality as term(word, place) order by place) as frequencies,
              ${similarity} as similarity
         from chat.passage where recording_id = any($1::uuid[]) and configuration = $2 and workspace_id = $4
        order by recording_id, ordinal`,
      [
        recordingIds,
        configuration,
        terms,
        workspaceId,
        ...(vector ? [vector.model, JSON.stringify(vector.vector)] : []),
      ],
    );
  }

  /** What every passage of the recordings says, in the order of recordings and of what was said. */
  async texts(workspaceId: string, recordingIds: readonly string[]): Promise<PassageText[]> {
    return this.dataSource.query(
      `select id, body, term_frequencies as "terms"
         from unnest($1::uuid[]) with ordinality as wanted(recording_id, place)
         join chat.passage using (recording_id)
        where workspace_id = $2 order by place, ordinal limit ${MAX_CANDIDATES}`,
      [recordingIds, workspaceId],
    );
  }

  /** In the order of the ids; one that has just been removed is left out. */
  async byIds(workspaceId: string, ids: readonly string[]): Promise<FoundPassage[]> {
    return this.dataSource.query(
      `select passage.id, recording_id as "recordingId", recording.title as "recordingTitle", configuration, body,
              start_ms as "startMs", end_ms as "endMs", parts
         from unnest($1::uuid[]) with ordinality as wanted(id, place)
         join chat.passage using (id) join chat.recording_ref as recording using (recording_id)
        where passage.workspace_id = $2 and not recording.hidden and not recording.purged
        order by place`,
      [ids, workspaceId],
    );
  }
}

/** pgvector indexes up to 2,000 dimensions in full and 4,000 in half precision. */
export const vectorCast = (dimensions: number): string =>
  dimensions > 2_000
    ? `public.halfvec(${Math.trunc(dimensions)})`
    : `public.vector(${Math.trunc(dimensions)})`;
