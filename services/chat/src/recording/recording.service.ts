import type {
  EventPayload,
  recordingChanged,
  recordingDeleted,
  transcriptChanged,
} from '@colloquy/contracts';
import { inTransaction, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { indexRecording } from '../passage/index-recording.definition.ts';
import { countTerms } from '../passage/term-statistics.ts';
import { lockRecording } from './lock-recording.ts';

/** Corrections come in bursts: what follows within this time is indexed together. */
const SETTLE_SECONDS = 1;
/** Few enough rows that other transactions hardly wait, on a database that runs one at a time. */
const DELETE_BATCH = 200;

/** Keeps this service's idea of recordings in step with the others'. */
export class RecordingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
  ) {}

  /** Applies `recording.changed`, unless a later one came first. What has been purged stays purged; what is shown again is indexed when it is behind. */
  async applyChange(change: EventPayload<typeof recordingChanged>): Promise<void> {
    const { workspaceId, recordingId } = change;
    await inTransaction(this.dataSource, async (tx) => {
      const recording = await lockRecording(tx, workspaceId, recordingId);
      if (!recording || recording.purged || change.version <= recording.version) return;
      await tx.query(
        `update chat.recording_ref set title = $3, recorded_at = $4, created_at = $5, hidden = $6, version = $7
          where recording_id = $1 and workspace_id = $2`,
        [
          recordingId,
          workspaceId,
          change.title,
          change.recordedAt,
          change.createdAt,
          change.hidden,
          change.version,
        ],
      );
      // While it was hidden its transcript could not be read.
      if (!change.hidden && recording.isBehind) await this.enqueueIndex(tx, workspaceId, recordingId);
    });
  }

  /** Applies `transcript.changed`: remembers which version is wanted and has it indexed when the burst is over. */
  async noteTranscript({
    workspaceId,
    recordingId,
    version,
  }: EventPayload<typeof transcriptChanged>): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const recording = await lockRecording(tx, workspaceId, recordingId);
      if (!recording || recording.purged || version <= recording.indexedVersion) return;
      await tx.query(
        'update chat.recording_ref set wanted_version = greatest(wanted_version, $3) where recording_id = $1 and workspace_id = $2',
        [recordingId, workspaceId, version],
      );
      await this.enqueueIndex(tx, workspaceId, recordingId);
    });
  }

  /** Applies `recording.deleted`: nothing of it is found any more at once, then its rows go in small transactions. */
  async purge({ workspaceId, recordingId }: EventPayload<typeof recordingDeleted>): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      await lockRecording(tx, workspaceId, recordingId);
      await tx.query(
        "update chat.recording_ref set title = '', recorded_at = null, hidden = true, purged = true where recording_id = $1 and workspace_id = $2",
        [recordingId, workspaceId],
      );
      await tx.query(
        `with withdrawn as (
           update chat.message
              set status = 'WITHDRAWN', text = '', problem = null, source_recording_ids = '{}', leased_until = null
            where workspace_id = $2 and source_recording_ids @> array[$1]::uuid[]
           returning id)
         delete from chat.citation where workspace_id = $2 and message_id in (select id from withdrawn)`,
        [recordingId, workspaceId],
      );
    });
    while (await this.removeSome(workspaceId, recordingId));
  }

  /** Has everything indexed that an earlier run of this service could not. */
  async catchUp(): Promise<void> {
    const behind: { workspace_id: string; recording_id: string }[] = await this.dataSource.query(
      'select workspace_id, recording_id from chat.recording_ref where not purged and not hidden and wanted_version > indexed_version',
    );
    for (const row of behind) {
      await inTransaction(this.dataSource, (tx) => this.enqueueIndex(tx, row.workspace_id, row.recording_id));
    }
  }

  private enqueueIndex(tx: EntityManager, workspaceId: string, recordingId: string): Promise<void> {
    return this.jobs.enqueue(
      tx,
      indexRecording,
      { workspaceId, recordingId },
      { singletonKey: recordingId, startAfterSeconds: SETTLE_SECONDS },
    );
  }

  private removeSome(workspaceId: string, recordingId: string): Promise<boolean> {
    return inTransaction(this.dataSource, async (tx) => {
      const rows: { id: string }[] = await tx.query(
        'select id from chat.passage where recording_id = $1 and workspace_id = $2 limit $3',
        [recordingId, workspaceId, DELETE_BATCH],
      );
      const ids = rows.map(({ id }) => id);
      await countTerms(tx, workspaceId, ids, -1);
      await tx.query('delete from chat.passage where id = any($1::uuid[]) and workspace_id = $2', [
        ids,
        workspaceId,
      ]);
      return ids.length === DELETE_BATCH;
    });
  }
}
