import type { EventPayload, transcriptApplied } from '@colloquy/contracts';
import { batchGroupLoader, batchLoader, sourceStream, type Bus, type Context } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { collectedVersions } from '../collection/collection.finder.ts';
import { areProfilesOn } from '../speaker-profile/profile-lock.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { propagationTopic } from '../transcript/transcript-events.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import { Propagation, PropagationConsumer } from './propagation.types.ts';

interface Reached {
  version: number;
  appliedAt: Date | null;
}

interface Applied extends Reached {
  consumer: PropagationConsumer;
  /** For those whom not every version concerns: the last that does. */
  awaited: number | null;
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

  private readonly applied = batchGroupLoader<Applied & { recordingId: string }>(
    (recordingIds, workspaceId) =>
      this.dataSource.query(
        `select recording_id as "recordingId", consumer, version, awaited, applied_at as "appliedAt"
           from transcript.propagation where recording_id = any($1::uuid[]) and workspace_id = $2`,
        [recordingIds, workspaceId],
      ),
    ({ recordingId }) => recordingId,
  );
  private readonly collected = batchLoader(
    (recordingIds, workspaceId) => collectedVersions(this.dataSource.manager, recordingIds, workspaceId),
    ({ recordingId }) => recordingId,
  );
  private readonly profilesOn = batchLoader(
    async ([workspaceId = '']) => [
      { workspaceId, on: await areProfilesOn(this.dataSource.manager, workspaceId) },
    ],
    (row) => row.workspaceId,
  );

  private async at(transcript: Transcript, context: Context): Promise<Propagation> {
    const { recordingId, version, updatedAt } = transcript;
    const [rows, collected] = await Promise.all([
      this.applied(recordingId, context),
      this.collected(recordingId, context),
    ]);
    const applied = new Map(rows.map((row) => [row.consumer, row]));
    const never: Reached = { version: 0, appliedAt: null };
    const byNature: Reached = { version, appliedAt: updatedAt };
    const voices = applied.get(PropagationConsumer.VOICES);
    const awaitsVoices = (voices?.awaited ?? 0) > (voices?.version ?? 0);
    const reached: [PropagationConsumer, Reached][] = [
      [PropagationConsumer.SEARCH, byNature],
      [PropagationConsumer.ANSWERS, applied.get(PropagationConsumer.ANSWERS) ?? never],
      [
        PropagationConsumer.VOICES,
        voices && awaitsVoices && (await this.profilesOn(context.workspaceId, context))?.on
          ? voices
          : byNature,
      ],
      [PropagationConsumer.COLLECTIONS, collected ?? byNature],
    ];
    const consumers = reached.map(([consumer, at]) => ({
      consumer,
      version: at.version,
      upToDate: at.version >= version,
      appliedAt: at.appliedAt,
    }));
    return Object.assign(new Propagation(), {
      version,
      upToDate: consumers.every(({ upToDate }) => upToDate),
      consumers,
    });
  }
}
