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

  @Field({
    description:
      'Whether it waits for its turn while the worker is at other recordings; `stage` is then the one behind it.',
  })
  waiting: boolean;

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
    waiting: run?.waiting ?? false,
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

/** Whether `next` is older than `last`: messages may arrive late, and within one attempt progress never falls. */
export function isLate(last: RecordingStatusUpdate | undefined, next: RecordingStatusUpdate): boolean {
  if (!last) return false;
  if (next.attempt !== last.attempt) return next.attempt < last.attempt;
  if (next.deleted !== last.deleted) return false;
  if (next.status !== last.status) return rank(next) < rank(last);
  return next.progress < last.progress;
}

const SHOWN = [
  'attempt',
  'deleted',
  'status',
  'progress',
  'stage',
  'message',
  'waiting',
  'etaSeconds',
] as const;

/** Whether `next` tells somebody who has seen `last` something: messages may also arrive twice. */
export function isNews(last: RecordingStatusUpdate, next: RecordingStatusUpdate): boolean {
  return !isLate(last, next) && SHOWN.some((field) => next[field] !== last[field]);
}

/** Within one attempt the status only moves forward. */
function rank({ status }: RecordingStatusUpdate): number {
  if (status === RecordingStatus.UPLOADED) return 0;
  if (status === RecordingStatus.QUEUED) return 1;
  return status === RecordingStatus.PROCESSING ? 2 : 3;
}
