import type { EventPayload, transcriptApplied } from '@colloquy/contracts';
import { sourceStream, type Bus, type Context } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { propagationTopic } from '../transcript/transcript-events.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import { Propagation, PropagationConsumer } from './propagation.types.ts';

/** Others that make something of transcripts and say how far they have come. */
const CONSUMERS = [PropagationConsumer.ANSWERS] as const;

interface Applied {
  consumer: PropagationConsumer;
  version: number;
  appliedAt: Date;
}

/** Knows which version of each transcript its consumers show. */
export class PropagationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly finder: Pick<TranscriptFinder, 'byRecording'>,
    private readonly bus: Bus,
  ) {}

  /** Applies `transcript.applied`, unless a later one came first. */
  async note({
    workspaceId,
    recordingId,
    version,
    consumer,
  }: EventPayload<typeof transcriptApplied>): Promise<void> {
    await this.dataSource.query(
      `insert into transcript.propagation (recording_id, consumer, workspace_id, version, applied_at)
       select recording_id, $3, workspace_id, $4, now() from transcript.recording_ref
        where recording_id = $1 and workspace_id = $2 and not purged
       on conflict (recording_id, consumer) do update set version = excluded.version, applied_at = excluded.applied_at
        where propagation.version < excluded.version`,
      [recordingId, workspaceId, consumer, version],
    );
    this.bus.publish(propagationTopic(workspaceId, recordingId), version);
  }

  /** @returns null when the recording has no transcript */
  async of(recordingId: string, context: Context): Promise<Propagation | null> {
    const transcript = await this.finder.byRecording(recordingId, context);
    return transcript && this.at(transcript, context);
  }

  /** How it is, and then each change of it. */
  feed(recordingId: string, context: Context): AsyncIterableIterator<Propagation> {
    const topic = propagationTopic(context.workspaceId, recordingId);
    return sourceStream<number, Propagation>(this.bus, topic, async ({ hear, tell }) => {
      let told = '';
      for (;;) {
        const now = await this.of(recordingId, context);
        const state = JSON.stringify(now);
        if (now && state !== told) await tell(now);
        told = state;
        await hear();
      }
    });
  }

  private async at(
    { recordingId, version, updatedAt }: { recordingId: string; version: number; updatedAt: Date },
    { workspaceId }: Context,
  ): Promise<Propagation> {
    const rows: Applied[] = await this.dataSource.query(
      `select consumer, version, applied_at as "appliedAt" from transcript.propagation
        where recording_id = $1 and workspace_id = $2`,
      [recordingId, workspaceId],
    );
    const applied = new Map(rows.map((row) => [row.consumer, row]));
    const others = CONSUMERS.map((consumer) => {
      const { version: at = 0, appliedAt = null } = applied.get(consumer) ?? {};
      return { consumer, version: at, upToDate: at >= version, appliedAt };
    });
    const search = {
      consumer: PropagationConsumer.SEARCH,
      version,
      upToDate: true,
      appliedAt: updatedAt,
    };
    return Object.assign(new Propagation(), {
      version,
      upToDate: others.every(({ upToDate }) => upToDate),
      consumers: [search, ...others],
    });
  }
}
