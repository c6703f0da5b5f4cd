import { createHash } from 'node:crypto';
import { transcriptApplied } from '@colloquy/contracts';
import { inTransaction, newId, textSearchConfigurationOf, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import type { EmbeddingService } from '../embedding/embedding.service.ts';
import { lockRecording } from '../recording/lock-recording.ts';
import type { TranscriptReader, TranscriptSnapshot } from '../transcript/transcript.reader.ts';
import { countWords, passageText, splitPassages, type PassageDraft } from './split-passages.ts';
import { countTerms } from './term-statistics.ts';

interface StoredPassage {
  id: string;
  content_hash: string;
  ordinal: number;
}

/** Keeps the passages of a recording in step with its transcript. */
export class IndexPassagesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transcripts: TranscriptReader,
    private readonly embedding: Pick<EmbeddingService, 'enqueue'> | null,
    private readonly jobs: Pick<JobQueue, 'publish'>,
  ) {}

  /**
   * Reads the transcript as it is now and rewrites the passages that differ; what is unchanged keeps its row, and
   * with it its embedding. Safe to repeat: an older version never replaces a newer one.
   * @returns whether there is anything indexed that was not before
   */
  async index(workspaceId: string, recordingId: string, signal: AbortSignal): Promise<boolean> {
    if (!(await this.isBehind(workspaceId, recordingId))) return false;
    const transcript = await this.transcripts.read(recordingId, signal);
    if (!transcript) return false;
    const drafts = splitPassages(transcript.segments);
    return inTransaction(this.dataSource, (tx) =>
      this.replace(tx, workspaceId, recordingId, transcript, drafts),
    );
  }

  private async isBehind(workspaceId: string, recordingId: string): Promise<boolean> {
    const [row]: { behind: boolean }[] = await this.dataSource.query(
      `select not purged and wanted_version > indexed_version as behind
         from chat.recording_ref where recording_id = $1 and workspace_id = $2`,
      [recordingId, workspaceId],
    );
    return row?.behind === true;
  }

  private async replace(
    tx: EntityManager,
    workspaceId: string,
    recordingId: string,
    transcript: TranscriptSnapshot,
    drafts: readonly PassageDraft[],
  ): Promise<boolean> {
    const recording = await lockRecording(tx, workspaceId, recordingId);
    if (!recording || recording.purged || transcript.version <= recording.indexedVersion) return false;
    const configuration = textSearchConfigurationOf(transcript.language);
    const rows = drafts.map((draft, ordinal) => toRow(draft, ordinal, configuration));
    const stored: StoredPassage[] = await tx.query(
      'select id, content_hash, ordinal from chat.passage where recording_id = $1 and workspace_id = $2 order by ordinal',
      [recordingId, workspaceId],
    );
    const kept = matchByHash(rows, stored);
    const removed = stored.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
    await countTerms(tx, workspaceId, removed, -1);
    await tx.query('delete from chat.passage where id = any($1::uuid[]) and workspace_id = $2', [
      removed,
      workspaceId,
    ]);
    await moveKept(tx, workspaceId, kept, stored);
    const added = rows.filter((row) => !new Set(kept.values()).has(row.ordinal));
    await insert(tx, workspaceId, recordingId, configuration, added);
    await countTerms(
      tx,
      workspaceId,
      added.map(({ id }) => id),
      1,
    );
    await tx.query(
      `update chat.recording_ref set indexed_version = $3, indexed_transcript_id = $4
        where recording_id = $1 and workspace_id = $2`,
      [recordingId, workspaceId, transcript.version, transcript.transcriptId],
    );
    const { version } = transcript;
    await this.jobs.publish(tx, transcriptApplied, { workspaceId, recordingId, version, consumer: 'chat' });
    if (added.length > 0) await this.embedding?.enqueue(tx, workspaceId, recordingId);
    return added.length > 0;
  }
}

type PassageRow = ReturnType<typeof toRow>;

function toRow({ parts, wordCount }: PassageDraft, ordinal: number, configuration: string) {
  const speakerWords: Record<string, number> = {};
  for (const { speakerName, text } of parts) {
    speakerWords[speakerName] = (speakerWords[speakerName] ?? 0) + countWords(text);
  }
  return {
    id: newId(),
    ordinal,
    body: passageText(parts),
    content_hash: createHash('sha256')
      .update(JSON.stringify([configuration, parts]))
      .digest('base64url'),
    word_count: wordCount,
    speaker_words: speakerWords,
    start_ms: Math.min(...parts.map((part) => part.startMs)),
    end_ms: Math.max(...parts.map((part) => part.endMs)),
    parts,
  };
}

/** Stored id → ordinal among the new rows, for passages that say the same as before. */
function matchByHash(rows: readonly PassageRow[], stored: readonly StoredPassage[]): Map<string, number> {
  const waiting = new Map<string, string[]>();
  for (const { id, content_hash } of stored)
    waiting.set(content_hash, [...(waiting.get(content_hash) ?? []), id]);
  const kept = new Map<string, number>();
  for (const row of rows) {
    const id = waiting.get(row.content_hash)?.shift();
    if (id !== undefined) kept.set(id, row.ordinal);
  }
  return kept;
}

async function moveKept(
  tx: EntityManager,
  workspaceId: string,
  kept: ReadonlyMap<string, number>,
  stored: readonly StoredPassage[],
): Promise<void> {
  const moved = stored.filter(({ id, ordinal }) => kept.has(id) && kept.get(id) !== ordinal);
  if (moved.length === 0) return;
  await tx.query(
    `update chat.passage set ordinal = moved.ordinal
       from unnest($1::uuid[], $2::int[]) as moved(id, ordinal)
      where passage.id = moved.id and passage.workspace_id = $3`,
    [moved.map(({ id }) => id), moved.map(({ id }) => kept.get(id)), workspaceId],
  );
}

async function insert(
  tx: EntityManager,
  workspaceId: string,
  recordingId: string,
  configuration: string,
  rows: readonly PassageRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `with given as (
       select r.*, to_tsvector($3::regconfig, r.body) as search_vector
         from jsonb_to_recordset($4::jsonb) as r(id uuid, ordinal int, body text, content_hash text, word_count int,
              speaker_words jsonb, start_ms int, end_ms int, parts jsonb)),
     counted as (select *, chat.term_frequencies_of(search_vector) as term_frequencies from given)
     insert into chat.passage (id, workspace_id, recording_id, configuration, ordinal, body, content_hash,
         search_vector, term_frequencies, length, word_count, speaker_words, start_ms, end_ms, parts)
     select id, $1, $2, $3, ordinal, body, content_hash, search_vector, term_frequencies,
            (select coalesce(sum(tf.value::int), 0) from jsonb_each_text(term_frequencies) as tf),
            word_count, speaker_words, start_ms, end_ms, parts
       from counted`,
    [workspaceId, recordingId, configuration, JSON.stringify(rows)],
  );
}
