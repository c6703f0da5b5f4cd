import type { EventPayload, recordingChanged, recordingDeleted } from '@colloquy/contracts';
import { inTransaction, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import type { LanguageService } from '../language/language.service.ts';
import { catchUpRecording } from '../speaker-profile/catch-up-recording.ts';
import type { RefreshVoices } from '../speaker-profile/refresh-voices.service.ts';
import { cleanText } from '../segment/clean-text.ts';

/** Few enough rows that other transactions hardly wait, on a database that runs one at a time. */
const DELETE_BATCH = 2_000;

/** Keeps this service's idea of recordings in step with ingest's. */
export class RecordingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly language: Pick<LanguageService, 'follow'>,
    private readonly voices: Pick<RefreshVoices, 'forget'>,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
  ) {}

  /** Applies `recording.changed`, unless a later one came first. What has been purged stays purged. */
  async applyChange(change: EventPayload<typeof recordingChanged>): Promise<void> {
    const { workspaceId, recordingId } = change;
    await inTransaction(this.dataSource, async (tx) => {
      if (!(await lockRecording(tx, workspaceId, recordingId))) return;
      const [[applied]]: [{ wasHidden: boolean }[], number] = await tx.query(
        `update transcript.recording_ref later
            set title = $3, language = $4, recorded_at = $5, created_at = $6, hidden = $7, version = $8
           from transcript.recording_ref earlier
          where later.recording_id = $1 and later.workspace_id = $2 and later.version < $8
            and earlier.recording_id = later.recording_id
         returning earlier.hidden as "wasHidden"`,
        [
          recordingId,
          workspaceId,
          cleanText(change.title),
          change.language,
          change.recordedAt,
          change.createdAt,
          change.hidden,
          change.version,
        ],
      );
      if (!applied) return;
      await this.language.follow(tx, workspaceId, recordingId);
      if (applied.wasHidden && !change.hidden)
        await catchUpRecording(tx, this.jobs, workspaceId, recordingId);
    });
  }

  /** Applies `recording.deleted`: nobody finds it any more at once, then its rows go in small transactions. */
  async purge({ workspaceId, recordingId }: EventPayload<typeof recordingDeleted>): Promise<void> {
    await this.dataSource.query(
      `insert into transcript.recording_ref (recording_id, workspace_id, title, created_at, hidden, purged)
       values ($1, $2, '', now(), true, true)
       on conflict (recording_id) do update
         set title = '', language = null, recorded_at = null, hidden = true, purged = true
         where recording_ref.workspace_id = excluded.workspace_id`,
      [recordingId, workspaceId],
    );
    await this.dataSource.query(
      'delete from transcript.propagation where recording_id = $1 and workspace_id = $2',
      [recordingId, workspaceId],
    );
    const transcripts: { id: string }[] = await this.dataSource.query(
      'select id from transcript.transcript where recording_id = $1 and workspace_id = $2',
      [recordingId, workspaceId],
    );
    await this.voices.forget(workspaceId, recordingId);
    for (const { id } of transcripts) await this.removeTranscript(workspaceId, id);
  }

  private async removeTranscript(workspaceId: string, id: string): Promise<void> {
    for (let from = 0; ; from += DELETE_BATCH) {
      const more = await inTransaction(this.dataSource, async (tx) => {
        await tx.query(
          'delete from transcript.segment where transcript_id = $1 and workspace_id = $2 and place >= $3 and place < $4',
          [id, workspaceId, from, from + DELETE_BATCH],
        );
        const left: unknown[] = await tx.query(
          'select 1 from transcript.segment where transcript_id = $1 and workspace_id = $2 limit 1',
          [id, workspaceId],
        );
        if (left.length === 0)
          await tx.query('delete from transcript.transcript where id = $1 and workspace_id = $2', [
            id,
            workspaceId,
          ]);
        return left.length > 0;
      });
      if (!more) return;
    }
  }
}

/** Locks the recording's row, made when no event has told of it yet. @returns false when it has been purged. */
export async function lockRecording(
  tx: EntityManager,
  workspaceId: string,
  recordingId: string,
): Promise<boolean> {
  await tx.query(
    `insert into transcript.recording_ref (recording_id, workspace_id, title, created_at)
     values ($1, $2, '', now()) on conflict (recording_id) do nothing`,
    [recordingId, workspaceId],
  );
  const [row]: { purged: boolean }[] = await tx.query(
    'select purged from transcript.recording_ref where recording_id = $1 and workspace_id = $2 for update',
    [recordingId, workspaceId],
  );
  return row?.purged === false;
}
