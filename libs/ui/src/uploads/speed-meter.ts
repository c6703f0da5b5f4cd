const WINDOW_MS = 5_000;
const ENOUGH_MS = 400;

/** Bytes per second over the last five seconds, so that the figure follows the network without trembling. */
export class SpeedMeter {
  private samples: { at: number; bytes: number }[] = [];

  /** `bytes`: sent so far; `at`: milliseconds of any steady clock. Null until 0.4 s were measured. */
  measure(bytes: number, at: number): number | null {
    this.samples.push({ at, bytes });
    while (this.samples.length > 2 && at - (this.samples[1]?.at ?? at) > WINDOW_MS) this.samples.shift();
    const first = this.samples[0];
    if (!first || at - first.at < ENOUGH_MS) return null;
    return Math.max(0, ((bytes - first.bytes) * 1000) / (at - first.at));
  }

  reset(): void {
    this.samples = [];
  }
}
