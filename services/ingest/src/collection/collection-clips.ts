import { batchGroupLoader } from '@colloquy/subgraph';
import { In, IsNull, type DataSource } from 'typeorm';
import { ProcessingRun } from '../processing/processing-run.entity.ts';
import { Recording } from '../recording/recording.entity.ts';
import { statusOf } from '../status/recording-status-update.ts';
import { CollectionMember } from './collection-member.entity.ts';
import type { CollectionClip } from './collection-progress.ts';

interface Found extends CollectionClip {
  collectionId: string;
  recording: Recording;
}

/** The recordings of collections and where they stand, in order, those of a list in three queries. */
export class CollectionClips {
  constructor(private readonly dataSource: DataSource) {}

  readonly of = batchGroupLoader<Found>(
    (ids, workspaceId) => this.find(ids, workspaceId),
    ({ collectionId }) => collectionId,
  );

  private async find(collectionIds: readonly string[], workspaceId: string): Promise<Found[]> {
    const { manager } = this.dataSource;
    const members = await manager.find(CollectionMember, {
      where: { collectionId: In([...collectionIds]), workspaceId },
      order: { position: 'ASC' },
    });
    const ids = members.map(({ recordingId }) => recordingId);
    const recordings = await manager.findBy(Recording, { id: In(ids), workspaceId, deletedAt: IsNull() });
    const runIds = recordings.flatMap(({ runId }) => runId ?? []);
    const runs = await manager.findBy(ProcessingRun, { id: In(runIds), workspaceId });
    const recordingOf = new Map(recordings.map((recording) => [recording.id, recording]));
    const runOf = new Map(runs.map((run) => [run.id, run]));
    return members.flatMap(({ collectionId, recordingId }) => {
      const recording = recordingOf.get(recordingId);
      if (!recording) return [];
      const update = statusOf(recording, runOf.get(recording.runId ?? '') ?? null);
      return { collectionId, recording, update, durationMs: recording.durationMs };
    });
  }
}
