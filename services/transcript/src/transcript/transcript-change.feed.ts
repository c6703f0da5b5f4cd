import { sourceStream, type Bus, type Context } from '@colloquy/subgraph';
import type { TranscriptChange } from './transcript-change.ts';
import { changesTopic } from './transcript-events.ts';
import type { TranscriptFinder } from './transcript.finder.ts';

/** The changes of transcripts, for subscriptions. */
export class TranscriptChangeFeed {
  constructor(
    private readonly finder: Pick<TranscriptFinder, 'byRecording'>,
    private readonly bus: Pick<Bus, 'subscribe'>,
  ) {}

  /** The current version first, where there is one, then every change: who comes back can tell what was missed. */
  ofRecording(recordingId: string, context: Context): AsyncIterableIterator<TranscriptChange> {
    const topic = changesTopic(context.workspaceId, recordingId);
    return sourceStream<TranscriptChange>(this.bus, topic, async ({ hear, tell }) => {
      const current = await this.finder.byRecording(recordingId, context);
      if (current) await tell({ recordingId, version: current.version, reason: 'current', segmentIds: null });
      for (;;) {
        const change = await hear();
        // Others are told of even out of order: each names segments of its own.
        if (!current || change.version > current.version) await tell(change);
      }
    });
  }
}
