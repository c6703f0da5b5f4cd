/** Whoever stops typing for so long has said something worth keeping. */
const PAUSE_MS = 1_500;
/** Whoever does not stop is saved now and then. */
const LONGEST_MS = 10_000;

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/** Saves while somebody types: at each pause, and when there is none; what did not arrive is sent again. */
export class Autosave {
  private pause: ReturnType<typeof setTimeout> | undefined;
  private longest: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  private waitMs = FIRST_WAIT_MS;

  constructor(private readonly save: () => void) {}

  typed(): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(this.saveNow, PAUSE_MS);
    this.longest ??= setTimeout(this.saveNow, LONGEST_MS);
  }

  /** Nothing is typed any more. */
  stop(): void {
    clearTimeout(this.pause);
    clearTimeout(this.longest);
    this.longest = undefined;
  }

  /** Nobody answered: tries again after a wait, each longer than the last. */
  failed(): void {
    if (this.again !== undefined) return;
    this.again = setTimeout(this.saveNow, this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }

  answered(): void {
    this.waitMs = FIRST_WAIT_MS;
  }

  private readonly saveNow = (): void => {
    this.stop();
    clearTimeout(this.again);
    this.again = undefined;
    this.save();
  };
}
