import type { ProcessingStage } from '../recording/recording-status.ts';
import { at, EnginePace, estimateRemaining, type Span } from './progress.ts';
import type { StepPayload } from './processing-step.job.ts';
import type { CurrentRun, RunStore } from './run.store.ts';

/** Often enough to look alive and to notice within two seconds that the run was cancelled; rare enough for the database. */
const FLUSH_MS = 750;

/** One stage of a step. */
export interface Leg {
  stage: ProcessingStage;
  message: string;
  /** The part of the whole way it is. */
  span: Span;
  /** How long it will probably take; then progress goes on even while the engine says nothing. */
  expectedSeconds?: number;
}

/** Shows a step's progress, at most one write at a time, and calls `onStale` when the run is no longer current. */
export class RunProgress {
  private leg: Leg | undefined;
  private legStartedAt = 0;
  /** Of the engine of this stage, when something is expected of it. */
  private pace: EnginePace | undefined;
  private reached: number;
  private writing: Promise<void> | undefined;
  private closed = false;
  private readonly measured: { at: Date; progress: number } | undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly store: RunStore,
    private readonly step: StepPayload,
    { run }: CurrentRun,
    private readonly onStale: () => void,
  ) {
    this.reached = run.progress;
    if (run.measuredAt) this.measured = { at: run.measuredAt, progress: run.measuredProgress };
    this.timer = setInterval(() => this.flush(), FLUSH_MS);
  }

  /** Begins a stage, shows it at once, and returns what is called with how far it is, 0 to 1. */
  begin(leg: Leg): (fraction: number) => void {
    this.leg = leg;
    this.legStartedAt = performance.now();
    const pace = leg.expectedSeconds === undefined ? undefined : new EnginePace(leg.expectedSeconds);
    this.pace = pace;
    this.advance(leg, 0);
    this.flush();
    return (fraction) => {
      if (leg === this.leg) pace?.learn(fraction, this.legSeconds());
      this.advance(leg, fraction);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.writing;
  }

  private advance(leg: Leg, fraction: number): void {
    if (leg === this.leg) this.reached = Math.max(this.reached, at(leg.span, fraction));
  }

  private legSeconds(): number {
    return (performance.now() - this.legStartedAt) / 1000;
  }

  private flush(): void {
    if (this.writing || this.closed || !this.leg) return;
    const { leg } = this;
    if (this.pace) this.advance(leg, this.pace.fraction(this.legSeconds()));
    this.writing = this.write(leg, this.reached, this.etaSeconds(leg)).finally(() => {
      this.writing = undefined;
      // A stage that began meanwhile is shown at once.
      if (leg !== this.leg) this.flush();
    });
  }

  /** By where the engine probably is, which may be behind what was shown: that never falls. */
  private etaSeconds({ span }: Leg): number | null {
    const elapsed = this.legSeconds();
    if (!this.measured || this.pace?.isOverrun(elapsed)) return null;
    const progress = this.pace ? at(span, this.pace.fraction(elapsed)) : this.reached;
    return estimateRemaining(this.measured, progress, new Date());
  }

  /** A write that fails is not worth stopping for: the next one tells more, and the step's end decides. */
  private async write({ stage, message }: Leg, progress: number, etaSeconds: number | null): Promise<void> {
    const current = await this.store
      .saveProgress(this.step, { stage, progress, message, etaSeconds })
      .catch(() => true);
    if (!current) this.onStale();
  }
}
