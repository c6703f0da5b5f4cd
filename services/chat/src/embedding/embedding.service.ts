import { EngineError, type TextEmbedder } from '@colloquy/engines/text';
import { inTransaction, type JobQueue, type Log } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { embedRecording } from './embed-recording.definition.ts';
import { vectorCast, type QuestionVector } from '../retrieval/passage-finder.ts';

/** Turns a question into a vector; null when that cannot be done now and words alone must do. */
export interface QuestionEmbedder {
  embedQuestion(workspaceId: string, question: string, signal?: AbortSignal): Promise<QuestionVector | null>;
}

const BATCH = 64;
/** Nobody waits longer than this for a question's vector; words alone answer as well. */
const QUESTION_TIMEOUT_MS = 5_000;

/** Keeps passage vectors of the configured model, and embeds questions with the same one. */
export class EmbeddingService implements QuestionEmbedder {
  private readonly indexed = new Set<number>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly embedder: TextEmbedder,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
    private readonly log: Log,
  ) {}

  /** Has a recording's passages embedded once the caller's transaction has written them. */
  enqueue(tx: EntityManager, workspaceId: string, recordingId: string): Promise<void> {
    return this.jobs.enqueue(tx, embedRecording, { workspaceId, recordingId });
  }

  /** Has everything embedded that has no vector of this model: what was indexed without it, or with another. */
  async catchUp(): Promise<void> {
    const recordings: { workspace_id: string; recording_id: string }[] = await this.dataSource.query(
      `select workspace_id, recording_id from chat.recording_ref
        where not purged and exists (
          select from chat.passage where passage.recording_id = recording_ref.recording_id
             and not exists (select from chat.passage_embedding e where e.passage_id = passage.id and e.model = $1))
        order by created_at desc`,
      [this.embedder.info.model],
    );
    for (const { workspace_id, recording_id } of recordings)
      await inTransaction(this.dataSource, (tx) => this.enqueue(tx, workspace_id, recording_id));
  }

  /**
   * Embeds the recording's passages that have no vector of this model yet. Safe to repeat and to interrupt.
   * @throws EngineError
   */
  async embedRecording(workspaceId: string, recordingId: string, signal: AbortSignal): Promise<void> {
    const { model } = this.embedder.info;
    for (;;) {
      signal.throwIfAborted();
      const passages: { id: string; body: string }[] = await this.dataSource.query(
        `select passage.id, passage.body from chat.passage
          where recording_id = $1 and workspace_id = $2
            and not exists (select from chat.passage_embedding e where e.passage_id = passage.id and e.model = $3)
          order by ordinal limit $4`,
        [recordingId, workspaceId, model, BATCH],
      );
      if (passages.length === 0) return;
      const vectors = await this.embedder.embed(
        passages.map(({ body }) => body),
        { signal },
      );
      const dimensions = vectors[0]?.length ?? 0;
      await this.ensureIndex(model, dimensions);
      // A passage may have been rewritten while the model worked: only those still there get their vector.
      await this.dataSource.query(
        `insert into chat.passage_embedding (passage_id, model, workspace_id, dimensions, embedding)
         select id, $1, $2, $3, vector::public.vector
           from unnest($4::uuid[], $5::text[]) as given(id, vector) join chat.passage using (id)
          where passage.workspace_id = $2
         on conflict do nothing`,
        [
          model,
          workspaceId,
          dimensions,
          passages.map(({ id }) => id),
          vectors.map((vector) => JSON.stringify(vector)),
        ],
      );
    }
  }

  async embedQuestion(
    workspaceId: string,
    question: string,
    signal?: AbortSignal,
  ): Promise<QuestionVector | null> {
    const timeout = AbortSignal.timeout(QUESTION_TIMEOUT_MS);
    try {
      const [vector] = await this.embedder.embed([question], {
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      if (!vector || !(await this.hasVectors(workspaceId, vector.length))) return null;
      return { model: this.embedder.info.model, vector };
    } catch (error) {
      signal?.throwIfAborted();
      const why = error instanceof EngineError ? { code: error.code, reason: error.message } : { err: error };
      this.log.warn(why, 'the question has no vector: words alone are searched');
      return null;
    }
  }

  private async hasVectors(workspaceId: string, dimensions: number): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      'select 1 from chat.passage_embedding where workspace_id = $1 and model = $2 and dimensions = $3 limit 1',
      [workspaceId, this.embedder.info.model, dimensions],
    );
    return rows.length > 0;
  }

  /**
   * One partial HNSW index a model and dimension, made before the first vector: on the embedded database building one
   * over many rows would hold up everybody.
   */
  private async ensureIndex(model: string, dimensions: number): Promise<void> {
    if (this.indexed.has(dimensions)) return;
    const cast = vectorCast(dimensions);
    const operators = dimensions > 2_000 ? 'public.halfvec_cosine_ops' : 'public.vector_cosine_ops';
    const [row]: { name: string; model: string }[] = await this.dataSource.query(
      `select 'passage_embedding_' || substr(md5($1 || $2), 1, 12) as name, quote_literal($1) as model`,
      [model, `/${dimensions}`],
    );
    if (!row) throw new Error('the database did not name the index');
    await this.dataSource.query(
      `create index if not exists ${row.name} on chat.passage_embedding
         using hnsw ((embedding::${cast}) ${operators}) where model = ${row.model} and dimensions = ${Math.trunc(dimensions)}`,
    );
    this.indexed.add(dimensions);
  }
}
