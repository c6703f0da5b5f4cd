import { EngineError } from '@colloquy/engines';
import type { Bus, Log } from '@colloquy/subgraph';
import type { Storage } from '@colloquy/storage';
import type { Step } from './processing-run.entity.ts';
import type { StepPayload } from './processing-step.job.ts';
import { mayPass, problemOf } from './processing.errors.ts';
import { RunProgress } from './run-progress.ts';
import type { CurrentRun, RunStore, StepOutcome } from './run.store.ts';
import { pcmKey } from './storage-keys.ts';

export interface StepContext extends CurrentRun {
  progress: RunProgress;
  /** Aborts when the run is cancelled or replaced, and when the worker stops. */
  signal: AbortSignal;
}

export type StepHandler = (context: StepContext) => Promise<StepOutcome>;

export const stopTopic = (runId: string): string => `processing-stop:${runId}`;

/** Carries out one step of a run: begin, work, keep the result and queue the next step, or say why not. */
export class StepRunner {
  constructor(
    private readonly store: RunStore,
    private readonly storage: Storage,
    private readonly bus: Bus,
    private readonly handlers: Record<Step, StepHandler>,
  ) {}

  async run(step: StepPayload, { signal, log }: { signal: AbortSignal; log: Log }): Promise<void> {
    const current = await this.store.begin(step);
    if (!current) return this.dropAudio(step);
    const stop = new AbortController();
    const stopped = this.bus.subscribe(stopTopic(step.runId));
    void abortOnMessage(stopped, stop);
    const progress = new RunProgress(this.store, step, current, () => stop.abort());
    try {
      const outcome = await this.handlers[current.run.nextStep]({
        ...current,
        progress,
        signal: AbortSignal.any([signal, stop.signal]),
      });
      await progress.close();
      const kept = await this.store.complete(step, outcome);
      if (!kept || outcome.next === null) await this.dropAudio(step);
    } catch (error) {
      await progress.close();
      if (stop.signal.aborted) await this.dropAudio(step);
      else if (signal.aborted) await this.giveBack(step, error);
      else await this.refuse(step, error, log);
    } finally {
      stopped.return();
    }
  }

  private async giveBack(step: StepPayload, error: unknown): Promise<never> {
    await this.store.release(step);
    throw error;
  }

  private async refuse(step: StepPayload, error: unknown, log: Log): Promise<void> {
    const { problem, id } = problemOf(error);
    if (id) log.error({ err: error, errorId: id, ...step }, 'a processing step failed unexpectedly');
    else log.warn({ code: problem.code, ...step }, problem.message);
    if (mayPass(error)) {
      const retryAfterMs = error instanceof EngineError ? error.retryAfterMs : 0;
      if (await this.store.postpone(step, problem, retryAfterMs)) return;
    } else await this.store.fail(step, problem);
    await this.dropAudio(step);
  }

  /** Decoded audio is many times the size of the upload: it goes as soon as nobody needs it. */
  private async dropAudio({ recordingId, runId }: StepPayload): Promise<void> {
    await this.storage.delete(pcmKey(recordingId, runId));
  }
}

async function abortOnMessage(messages: AsyncIterable<unknown>, stop: AbortController): Promise<void> {
  for await (const _ of messages) {
    stop.abort();
    return;
  }
}
