import { inTransaction, type Bus, type JobQueue, type Problem } from '@colloquy/subgraph';
import type { DataSource, EntityManager, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';
import { clipsAhead } from '../collection/clips-ahead.ts';
import { lockRecording } from '../recording/lock-recording.ts';
import { Recording } from '../recording/recording.entity.ts';
import { isInProgress, RecordingStatus, type ProcessingStage } from '../recording/recording-status.ts';
import { announce, statusOf } from '../status/recording-status-update.ts';
import { tellRecordingEnded } from '../webhook/webhook-outbox.ts';
import { jobOf, type StepPayload } from './processing-step.job.ts';
import { workerCrashed } from './processing.errors.ts';
import { ProcessingRun, type Step } from './processing-run.entity.ts';
import { measureFrom } from './progress.ts';
import { runOf } from './run-of.ts';
import { untilDatabaseAnswers } from './until-database-answers.ts';

/** Beginning a step so often without an orderly end means that it kills its worker. */
export const MAX_STARTS = 3;
const BACKOFF_SECONDS = [5, 10, 20, 40, 80];

export interface CurrentRun {
  recording: Recording;
  run: ProcessingRun;
}

export interface StepOutcome {
  /** Null: the result is on its way to the transcript service. */
  next: Step | null;
  run?: QueryDeepPartialEntity<ProcessingRun>;
  recording?: QueryDeepPartialEntity<Recording>;
  /** What else belongs into the transaction that finishes the step. */
  save?: (tx: EntityManager, recording: Recording) => Promise<void>;
}

/**
 * The durable side of processing. A run counts while its recording points to it and is in progress; a step counts while
 * the run has its number. Whatever comes from an older run or step finds nothing to change.
 */
export class RunStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: JobQueue,
    private readonly bus: Bus,
  ) {}

  /** Null when there is nothing (more) to do for this job. */
  async begin(step: StepPayload): Promise<CurrentRun | null> {
    const begun = await this.change(step, async (tx, { recording, run }) => {
      if (run.stepStarts >= MAX_STARTS) {
        await this.end(tx, { recording, run }, RecordingStatus.FAILED, workerCrashed(run.stepStarts));
        return 'failed' as const;
      }
      const now = new Date();
      await patch(tx, ProcessingRun, run, {
        stepStarts: run.stepStarts + 1,
        startedAt: run.startedAt ?? now,
        ...measureFrom(run, now),
      });
      await patch(tx, Recording, recording, { status: RecordingStatus.PROCESSING });
      return 'begun' as const;
    });
    return begun?.result === 'begun' ? begun : null;
  }

  /** Shows how far a step is. False when the run was cancelled, replaced, or the step done by somebody else. */
  async saveProgress(
    step: StepPayload,
    shown: { stage: ProcessingStage; progress: number; message: string; etaSeconds: number | null },
  ): Promise<boolean> {
    const [, affected] = await this.dataSource.query<[unknown, number]>(
      `update ingest.processing_job run set stage = $3, progress = greatest(progress, $4::real), message = $5, eta_seconds = $6
         from ingest.recording
        where run.id = $1 and run.workspace_id = $7 and run.step_number = $2
          and recording.run_id = run.id and recording.workspace_id = $7 and recording.status = 'PROCESSING'`,
      [
        step.runId,
        step.stepNumber,
        shown.stage,
        shown.progress,
        shown.message,
        shown.etaSeconds,
        step.workspaceId,
      ],
    );
    if (affected === 0) return false;
    await this.tell(step);
    return true;
  }

  /** Keeps a step's result and queues the next step, together. False when the result came too late. */
  async complete(step: StepPayload, outcome: StepOutcome): Promise<boolean> {
    const done = await this.change(step, async (tx, { recording, run }) => {
      const nextStep = outcome.next ?? run.nextStep;
      await patch(tx, ProcessingRun, run, {
        ...outcome.run,
        nextStep,
        stepNumber: run.stepNumber + 1,
        stepStarts: 0,
        stepFailures: 0,
      });
      if (outcome.recording) await patch(tx, Recording, recording, outcome.recording);
      await outcome.save?.(tx, recording);
      if (outcome.next) await this.enqueue(tx, run);
    });
    return done !== null;
  }

  /**
   * Puts a step off after a failure that may pass, longer each time, or ends the run when it has been put off enough.
   * False when nothing of the run is left to be done.
   */
  async postpone(step: StepPayload, problem: Problem, retryAfterMs = 0): Promise<boolean> {
    const changed = await this.change(step, async (tx, { recording, run }) => {
      const backoff = BACKOFF_SECONDS[run.stepFailures];
      if (backoff === undefined) {
        await this.end(tx, { recording, run }, RecordingStatus.FAILED, problem);
        return false;
      }
      const seconds = Math.max(
        Math.ceil(backoff * (1 + Math.random() / 4)),
        Math.min(600, Math.ceil(retryAfterMs / 1000)),
      );
      const message = `${problem.message} Trying again in ${seconds} s.`;
      await patch(tx, ProcessingRun, run, {
        stepFailures: run.stepFailures + 1,
        stepStarts: 0,
        message,
        etaSeconds: null,
        measuredAt: null,
      });
      await this.enqueue(tx, run, seconds);
      return true;
    });
    return changed?.result ?? false;
  }

  async fail(step: StepPayload, problem: Problem): Promise<void> {
    await this.change(step, (tx, current) => this.end(tx, current, RecordingStatus.FAILED, problem));
  }

  /** The worker stops in an orderly way in the middle of a step: that is no crash. */
  async release(step: StepPayload): Promise<void> {
    await this.change(step, (tx, { run }) =>
      patch(tx, ProcessingRun, run, { stepStarts: Math.max(0, run.stepStarts - 1), measuredAt: null }),
    );
  }

  /** Ends a run inside a transaction; `announce` follows after it. */
  async end(
    tx: EntityManager,
    { recording, run }: CurrentRun,
    status: RecordingStatus,
    problem: Problem | null,
  ): Promise<void> {
    const message = { READY: 'Ready', CANCELLED: 'Cancelled' }[status as string] ?? problem?.message ?? '';
    const progress = status === RecordingStatus.READY ? 1 : run.progress;
    await patch(tx, ProcessingRun, run, { finishedAt: new Date(), message, etaSeconds: null, progress });
    await patch(tx, Recording, recording, { status, problem });
    if (status !== RecordingStatus.CANCELLED) await tellRecordingEnded(tx, this.jobs, recording);
  }

  async enqueue(tx: EntityManager, run: ProcessingRun, startAfterSeconds?: number): Promise<void> {
    const { workspaceId, recordingId, id: runId, stepNumber } = run;
    const payload = { workspaceId, recordingId, runId, stepNumber };
    await this.jobs.enqueue(tx, jobOf(run.nextStep), payload, {
      priority: -(await clipsAhead(tx, run)),
      ...(startAfterSeconds !== undefined && { startAfterSeconds }),
    });
  }

  /** Runs `work` on a run that is current, with its recording locked, and tells subscribers afterwards. */
  private async change<T>(
    step: StepPayload,
    work: (tx: EntityManager, current: CurrentRun) => Promise<T>,
  ): Promise<(CurrentRun & { result: T }) | null> {
    const changed = await untilDatabaseAnswers(() =>
      inTransaction(this.dataSource, async (tx) => {
        const current = await lockCurrentRun(tx, step);
        return current && { ...current, result: await work(tx, current) };
      }),
    );
    if (changed) announce(this.bus, statusOf(changed.recording, changed.run));
    return changed;
  }

  private async tell({ workspaceId, recordingId }: StepPayload): Promise<void> {
    const { manager } = this.dataSource;
    const recording = await manager.findOneBy(Recording, { id: recordingId, workspaceId });
    if (recording) announce(this.bus, statusOf(recording, await runOf(manager, recording)));
  }
}

async function lockCurrentRun(tx: EntityManager, step: StepPayload): Promise<CurrentRun | null> {
  const recording = await lockRecording(tx, step.workspaceId, step.recordingId);
  if (recording?.runId !== step.runId || !isInProgress(recording.status)) return null;
  const run = await runOf(tx, recording);
  return run?.stepNumber === step.stepNumber ? { recording, run } : null;
}

/** Updates the row and the object in hand. */
async function patch<E extends Recording | ProcessingRun>(
  tx: EntityManager,
  entity: new () => E,
  row: E,
  values: QueryDeepPartialEntity<E>,
): Promise<void> {
  const { id, workspaceId } = row;
  await tx.update<E>(entity, { id, workspaceId } as FindOptionsWhere<E>, values);
  Object.assign(row, values);
}
