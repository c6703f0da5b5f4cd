import { isId, type Bus, type Context } from '@colloquy/subgraph';
import { IsNull, type DataSource } from 'typeorm';
import { ProcessingRun } from '../processing/processing-run.entity.ts';
import { recordingNotFound } from '../recording/recording.errors.ts';
import { Recording } from '../recording/recording.entity.ts';
import { isInProgress } from '../recording/recording-status.ts';
import {
  isNews,
  statusOf,
  statusTopic,
  workspaceStatusTopic,
  type RecordingStatusUpdate,
} from './recording-status-update.ts';

/** The bus forgets what was said while the database was away: whoever waits for an end looks for itself now and then. */
const LOOK_AGAIN_MS = 10_000;

/** The status of recordings as it changes, for subscriptions. */
export class RecordingStatusFeed {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bus: Bus,
  ) {}

  /** The current state first, then every change that is news; ends when the recording is deleted. */
  async *ofRecording(recordingId: string, { workspaceId }: Context): AsyncGenerator<RecordingStatusUpdate> {
    // Listening before looking: a change in between is heard.
    const messages = this.bus.subscribe<RecordingStatusUpdate>(statusTopic(recordingId));
    try {
      let last = await this.current(workspaceId, recordingId);
      if (!last) throw recordingNotFound();
      yield last;
      const iterator = messages[Symbol.asyncIterator]();
      let next = iterator.next();
      for (;;) {
        const heard = await first(next, LOOK_AGAIN_MS);
        if (heard?.done) return;
        if (heard) next = iterator.next();
        const update: RecordingStatusUpdate | null = heard
          ? heard.value
          : isInProgress(last.status)
            ? await this.current(workspaceId, recordingId)
            : last;
        if (!update || update.workspaceId !== workspaceId) return;
        if (!isNews(last, update)) continue;
        last = update;
        yield update;
        if (update.deleted) return;
      }
    } finally {
      messages.return();
    }
  }

  /** Every change of any recording of the workspace from now on. */
  async *ofWorkspace({ workspaceId }: Context): AsyncGenerator<RecordingStatusUpdate> {
    const messages = this.bus.subscribe<RecordingStatusUpdate>(workspaceStatusTopic(workspaceId));
    try {
      yield* messages;
    } finally {
      messages.return();
    }
  }

  private async current(workspaceId: string, id: string): Promise<RecordingStatusUpdate | null> {
    if (!isId(id)) return null;
    const recording = await this.dataSource.manager.findOneBy(Recording, {
      id,
      workspaceId,
      deletedAt: IsNull(),
    });
    if (!recording) return null;
    const run =
      recording.runId === null
        ? null
        : await this.dataSource.manager.findOneBy(ProcessingRun, { id: recording.runId });
    return statusOf(recording, run);
  }
}

/** What `promise` gives, or null after `timeoutMs`. */
async function first<T>(promise: Promise<T>, timeoutMs: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), timeoutMs);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
