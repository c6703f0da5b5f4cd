import { isId, sourceStream, type Bus, type Context } from '@colloquy/subgraph';
import { In, IsNull, type DataSource } from 'typeorm';
import { ProcessingRun } from '../processing/processing-run.entity.ts';
import { runOf } from '../processing/run-of.ts';
import { recordingNotFound } from '../recording/recording.errors.ts';
import { Recording } from '../recording/recording.entity.ts';
import { isInProgress, RecordingStatus } from '../recording/recording-status.ts';
import {
  isLate,
  isNews,
  statusOf,
  statusTopic,
  workspaceStatusTopic,
  type RecordingStatusUpdate,
} from './recording-status-update.ts';

/** The bus forgets what was said while the database was away: whoever waits for an end looks for itself now and then. */
const LOOK_AGAIN_MS = 10_000;
/** Longer than it takes a service to come back and its subscribers to find it again. */
const RECENTLY = '5 minutes';
const MAX_RECENT = 100;

type Updates = AsyncIterableIterator<RecordingStatusUpdate>;

/** The status of recordings as it changes, for subscriptions. */
export class RecordingStatusFeed {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bus: Bus,
  ) {}

  /** The current state first, then every change that is news; ends when the recording is deleted. */
  ofRecording(recordingId: string, { workspaceId }: Context): Updates {
    return sourceStream<RecordingStatusUpdate>(this.bus, statusTopic(recordingId), async ({ hear, tell }) => {
      const found = await this.current(workspaceId, recordingId);
      if (!found) throw recordingNotFound();
      await tell(found);
      let last = found;
      while (!last.deleted) {
        const heard = await hear(isInProgress(last.status) ? LOOK_AGAIN_MS : undefined);
        const update = heard ?? (await this.current(workspaceId, recordingId));
        if (!update || update.workspaceId !== workspaceId) return;
        if (!isNews(last, update)) continue;
        last = update;
        await tell(update);
      }
    });
  }

  /** What is in work or changed lately, in the order of the changes, then every change: who comes back misses nothing. */
  ofWorkspace({ workspaceId }: Context): Updates {
    const topic = workspaceStatusTopic(workspaceId);
    return sourceStream<RecordingStatusUpdate>(this.bus, topic, async ({ hear, tell }) => {
      const recent = await this.recent(workspaceId);
      for (const update of recent) await tell(update);
      const lookedUp = new Map(recent.map((update) => [update.recordingId, update]));
      for (;;) {
        const update = await hear();
        if (!isLate(lookedUp.get(update.recordingId), update)) await tell(update);
      }
    });
  }

  private async current(workspaceId: string, id: string): Promise<RecordingStatusUpdate | null> {
    if (!isId(id)) return null;
    const recording = await this.dataSource.manager.findOneBy(Recording, {
      id,
      workspaceId,
      deletedAt: IsNull(),
    });
    return recording && statusOf(recording, await runOf(this.dataSource.manager, recording));
  }

  private async recent(workspaceId: string): Promise<RecordingStatusUpdate[]> {
    const newestFirst = await this.dataSource.manager
      .createQueryBuilder(Recording, 'recording')
      .where('recording.workspace_id = :workspaceId', { workspaceId })
      .andWhere(
        `(recording.updated_at > now() - interval '${RECENTLY}'
          or recording.status in (:...inProgress) and recording.deleted_at is null)`,
        { inProgress: Object.values(RecordingStatus).filter(isInProgress) },
      )
      .orderBy('recording.updated_at', 'DESC')
      .addOrderBy('recording.id', 'DESC')
      .limit(MAX_RECENT)
      .getMany();
    const recordings = newestFirst.reverse();
    const ids = recordings.flatMap(({ runId }) => runId ?? []);
    const runs = await this.dataSource.manager.findBy(ProcessingRun, { id: In(ids), workspaceId });
    const byId = new Map(runs.map((run) => [run.id, run]));
    return recordings.map((recording) => statusOf(recording, byId.get(recording.runId ?? '') ?? null));
  }
}
