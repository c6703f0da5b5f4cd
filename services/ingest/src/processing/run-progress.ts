import type { ProcessingStage } from '../recording/recording-status.ts';
import { at, estimateRemaining, type Span } from './progress.ts';
import type { StepPayload } from './processing-step.job.ts';
import type { CurrentRun, RunStore } from './run.store.ts';

/** Often enough to look alive and to notice within two seconds that the run was cancelled; rare enough for the database. */
const FLUSH_MS = 750;

/** Shows a step's progress, at most one write at a time, and calls `onStale` when the run is no longer current. */
export class RunProgress {
  private pending: { stage: ProcessingStage; progress: number; message: string } | undefined;
  private highest: number;
  private measured: { at: Date; progress: number } | undefined;
  private writing: Promise<void> | undefined;
  private readonly timer: NodeJS.Timeout;
  private last: { stage: ProcessingStage; progress: number; message: string };

  constructor(
    private readonly store: RunStore,
    private readonly step: StepPayload,
    { run }: CurrentRun,
    private readonly onStale: () => void,
  ) {
    this.highest = run.progress;
    this.last = { stage: run.stage, progress: run.progress, message: run.message };
    if (run.measuredAt) this.measured = { at: run.measuredAt, progress: run.measuredProgress };
    this.timer = setInterval(() => void this.flush(), FLUSH_MS);
  }

  /** Speed is measured from here. */
  measureFrom(at: Date, progress: number): void {
    this.measured = { at, progress };
  }

  /** A stage of the way, told at once when it is a new one and otherwise in time. */
  report(stage: ProcessingStage, message: string, span: Span, fraction: number): void {
    const isNewStage = stage !== this.last.stage || message !== this.last.message;
    this.highest = Math.max(this.highest, at(span, fraction));
    this.last = { stage, progress: this.highest, message };
    this.pending = this.last;
    if (isNewStage) void this.flush();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    this.pending = undefined;
    await this.writing;
  }

  private async flush(): Promise<void> {
    if (this.writing) return;
    const shown = this.pending ?? this.last;
    this.pending = undefined;
    this.writing = this.write(shown).finally(() => (this.writing = undefined));
    await this.writing;
  }

  /** A write that fails is not worth stopping for: the next one tells more, and the step's end decides. */
  private async write(shown: { stage: ProcessingStage; progress: number; message: string }): Promise<void> {
    const etaSeconds = this.measured ? estimateRemaining(this.measured, shown.progress, new Date()) : null;
    const current = await this.store.saveProgress(this.step, { ...shown, etaSeconds }).catch(() => true);
    if (!current) this.onStale();
  }
}
