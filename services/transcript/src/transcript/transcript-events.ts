import { transcriptChanged, type EventPayload } from '@colloquy/contracts';
import type { Bus, JobQueue } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';

export type TranscriptChangedPayload = EventPayload<typeof transcriptChanged>;

/** Tells services (with the change's transaction) and subscribers (after it) that a transcript has a new version. */
export class TranscriptEvents {
  constructor(
    private readonly jobs: Pick<JobQueue, 'publish'>,
    private readonly bus: Pick<Bus, 'publish'>,
  ) {}

  async publish(tx: EntityManager, change: TranscriptChangedPayload): Promise<void> {
    await this.jobs.publish(tx, transcriptChanged, change);
  }

  /** After commit. */
  announce(change: TranscriptChangedPayload): void {
    this.bus.publish(changesTopic(change.workspaceId, change.recordingId), change);
    this.bus.publish(propagationTopic(change.workspaceId, change.recordingId), change.version);
  }

  /** After commit: who speakers may be is no change of the transcript. */
  announceIdentified({ workspaceId, recordingId }: { workspaceId: string; recordingId: string }): void {
    this.bus.publish(identificationTopic(workspaceId, recordingId), {});
  }

  /** After commit: voices that are kept, or are to be, have changed. */
  announceVoices(workspaceId: string): void {
    this.bus.publish(voicesTopic(workspaceId), {});
  }
}

/** Told when voices of a recording were compared with the known ones. */
export const identificationTopic = (workspaceId: string, recordingId: string): string =>
  `identification:${workspaceId}:${recordingId}`;

/** Told when something about the voices that a workspace keeps may have changed. */
export const voicesTopic = (workspaceId: string): string => `voices:${workspaceId}`;

/** Told when there is a new version, and when somebody has applied one. */
export const propagationTopic = (workspaceId: string, recordingId: string): string =>
  `propagation:${workspaceId}:${recordingId}`;

export const changesTopic = (workspaceId: string, recordingId: string): string =>
  `transcript:${workspaceId}:${recordingId}`;
