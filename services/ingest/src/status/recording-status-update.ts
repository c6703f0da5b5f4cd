import { Problem, toProblem, type Bus } from '@colloquy/subgraph';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { ProcessingRun } from '../processing/processing-run.entity.ts';
import type { Recording } from '../recording/recording.entity.ts';
import { ProcessingStage, RecordingStatus } from '../recording/recording-status.ts';

/** What goes over the bus and, with `recording` looked up when asked for, to subscribers. */
@ObjectType({ description: 'Where one recording stands at this moment.' })
export class RecordingStatusUpdate {
  @Field(() => ID, { description: 'The recording.' })
  recordingId: string;

  @Field(() => RecordingStatus, { description: 'Where it stands.' })
  status: RecordingStatus;

  @Field(() => ProcessingStage, {
    nullable: true,
    description: 'What the worker is doing, null when it never began.',
  })
  stage: ProcessingStage | null;

  @Field(() => Float, { description: '0 to 1, never falling within one attempt.' })
  progress: number;

  @Field({ description: 'The same in words.' })
  message: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds left by the speed measured so far, null when unknown.',
  })
  etaSeconds: number | null;

  @Field(() => Problem, { nullable: true, description: 'Why it failed, when it did.' })
  problem: Problem | null;

  workspaceId: string;
  runId: string | null;
  attempt: number;
  deleted: boolean;
}

export const statusTopic = (recordingId: string): string => `recording-status:${recordingId}`;
export const workspaceStatusTopic = (workspaceId: string): string => `recordings-status:${workspaceId}`;

export function statusOf(recording: Recording, run: ProcessingRun | null): RecordingStatusUpdate {
  const { status, problem } = recording;
  return Object.assign(new RecordingStatusUpdate(), {
    recordingId: recording.id,
    workspaceId: recording.workspaceId,
    status,
    stage: run?.stage ?? null,
    progress: status === RecordingStatus.READY ? 1 : (run?.progress ?? 0),
    message: run?.message ?? '',
    etaSeconds: run?.etaSeconds ?? null,
    problem: problem && toProblem(problem),
    runId: recording.runId,
    attempt: run?.attempt ?? 0,
    deleted: recording.deletedAt !== null,
  });
}

/** Tells subscribers in every process. Call it after the transaction that made the change. */
export function announce(bus: Bus, update: RecordingStatusUpdate): void {
  bus.publish(statusTopic(update.recordingId), update);
  bus.publish(workspaceStatusTopic(update.workspaceId), update);
}

/** Whether `next` is news to somebody who has seen `last`: messages may arrive late or twice, progress never falls. */
export function isNews(last: RecordingStatusUpdate | undefined, next: RecordingStatusUpdate): boolean {
  if (!last || next.attempt > last.attempt) return true;
  if (next.attempt < last.attempt) return false;
  const moved = next.status !== last.status || next.deleted !== last.deleted;
  if (moved) return rank(next) >= rank(last) || next.deleted !== last.deleted;
  if (next.progress !== last.progress) return next.progress > last.progress;
  return next.stage !== last.stage || next.message !== last.message || next.etaSeconds !== last.etaSeconds;
}

/** Within one attempt the status only moves forward. */
function rank({ status }: RecordingStatusUpdate): number {
  if (status === RecordingStatus.UPLOADED) return 0;
  if (status === RecordingStatus.QUEUED) return 1;
  return status === RecordingStatus.PROCESSING ? 2 : 3;
}
