import type { Storage } from '@colloquy/storage';
import { inTransaction, newId, type Bus, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { recordingNotFound } from '../recording/recording.errors.ts';
import { publishRecordingChanged } from '../recording/recording-event.ts';
import { Recording } from '../recording/recording.entity.ts';
import { lockRecording } from '../recording/lock-recording.ts';
import { canBecome, isInProgress, ProcessingStage, RecordingStatus } from '../recording/recording-status.ts';
import { announce, statusOf } from '../status/recording-status-update.ts';
import { ChunkResult } from './chunk-result.entity.ts';
import { notRunning, stillRunning } from './processing.errors.ts';
import { ProcessingRun } from './processing-run.entity.ts';
import { runOf } from './run-of.ts';
import type { RunStore } from './run.store.ts';
import { stopTopic } from './step-runner.ts';
import { pcmKey } from './storage-keys.ts';

export interface RetryInput {
  expectedSpeakers?: number | null | undefined;
  language?: string | null | undefined;
}

/** Begins, stops and repeats the processing of recordings. */
export class ProcessingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: JobQueue,
    private readonly bus: Bus,
    private readonly runs: RunStore,
    private readonly storage: Storage,
  ) {}

  /**
   * Queues a new run of a recording in the caller's transaction; an earlier run no longer counts from here on.
   * With `carryOn` the new run keeps the plan and the finished pieces of that one.
   */
  async start(
    tx: EntityManager,
    recording: Recording,
    { attempt, carryOn }: { attempt: number; carryOn?: ProcessingRun },
  ): Promise<ProcessingRun> {
    const run: ProcessingRun = Object.assign(new ProcessingRun(), {
      id: newId(),
      workspaceId: recording.workspaceId,
      recordingId: recording.id,
      stage: ProcessingStage.PROBE,
      progress: 0,
      message: 'Waiting for the worker',
      etaSeconds: null,
      attempt,
      startedAt: null,
      finishedAt: null,
      createdAt: new Date(),
      nextStep: recording.hasAudio ? ('PREPARE' as const) : ('PUBLISH' as const),
      stepNumber: 0,
      stepStarts: 0,
      stepFailures: 0,
      chunks: carryOn?.chunks ?? null,
      chunksDone: carryOn?.chunksDone ?? 0,
      voices: carryOn?.voices ?? [],
      voiceMatches: carryOn?.voiceMatches ?? [],
      engines: carryOn?.engines ?? null,
      measuredAt: null,
      measuredProgress: 0,
    });
    await tx.insert(ProcessingRun, run);
    const { id, workspaceId } = recording;
    if (carryOn) await tx.update(ChunkResult, { runId: carryOn.id, workspaceId }, { runId: run.id });
    Object.assign(recording, { runId: run.id, status: RecordingStatus.QUEUED, problem: null });
    const { runId, status, problem, expectedSpeakers, language } = recording;
    await tx.update(Recording, { id, workspaceId }, { runId, status, problem, expectedSpeakers, language });
    await this.runs.enqueue(tx, run);
    return run;
  }

  /** @throws ExpectedError `RECORDING_NOT_FOUND` · `PROCESSING_NOT_RUNNING` */
  async cancel(workspaceId: string, recordingId: string): Promise<Recording> {
    const { recording, run } = await inTransaction(this.dataSource, async (tx) => {
      const found = await lockRecording(tx, workspaceId, recordingId);
      const current = found && (await this.stop(tx, found));
      if (!found) throw recordingNotFound();
      if (!current) throw notRunning();
      return { recording: found, run: current };
    });
    await this.afterStop(recording, run);
    return recording;
  }

  /** Marks a run as cancelled in the caller's transaction; null when none is in progress. Then `afterStop`. */
  async stop(tx: EntityManager, recording: Recording): Promise<ProcessingRun | null> {
    if (!isInProgress(recording.status)) return null;
    const run = await runOf(tx, recording);
    if (!run) return null;
    await this.runs.end(tx, { recording, run }, RecordingStatus.CANCELLED, null);
    return run;
  }

  /** Tells the worker to let go, and everybody else that it did. */
  async afterStop(recording: Recording, run: ProcessingRun): Promise<void> {
    this.bus.publish(stopTopic(run.id), {});
    announce(this.bus, statusOf(recording, run));
    await this.storage.delete(pcmKey(recording.id, run.id));
  }

  /**
   * Processes a recording again. After a failure or a cancellation it goes on from the last finished piece, unless the
   * hints have changed; from READY it begins anew, and the transcript becomes a new version.
   * @throws ExpectedError `RECORDING_NOT_FOUND` · `PROCESSING_STILL_RUNNING`
   */
  async retry(workspaceId: string, recordingId: string, input: RetryInput): Promise<Recording> {
    const { recording, run } = await inTransaction(this.dataSource, async (tx) => {
      const found = await lockRecording(tx, workspaceId, recordingId);
      if (!found) throw recordingNotFound();
      if (!canBecome(found.status, RecordingStatus.QUEUED)) throw stillRunning();
      return { recording: found, run: await this.again(tx, found, input) };
    });
    announce(this.bus, statusOf(recording, run));
    return recording;
  }

  /** Starts the next attempt in the caller's transaction. */
  async again(tx: EntityManager, recording: Recording, input: RetryInput): Promise<ProcessingRun> {
    const last = await runOf(tx, recording);
    const expectedSpeakers =
      input.expectedSpeakers === undefined ? recording.expectedSpeakers : input.expectedSpeakers;
    const language = input.language === undefined ? recording.language : input.language;
    const sameHints = expectedSpeakers === recording.expectedSpeakers && language === recording.language;
    const carryOn = last && sameHints && recording.status !== RecordingStatus.READY ? { carryOn: last } : {};
    Object.assign(recording, { expectedSpeakers, language });
    const run = await this.start(tx, recording, { attempt: (last?.attempt ?? 0) + 1, ...carryOn });
    await publishRecordingChanged(tx, this.jobs, recording);
    return run;
  }
}
