/** Whoever stops typing for so long has said something worth keeping. */
const PAUSE_MS = 1_500;
/** Whoever does not stop is saved now and then. */
const LONGEST_MS = 10_000;

/** Saves while somebody types: at each pause, and when there is none. */
export class Autosave {
  private pause: ReturnType<typeof setTimeout> | undefined;
  private longest: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly save: () => void) {}

  typed(): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(this.saveNow, PAUSE_MS);
    this.longest ??= setTimeout(this.saveNow, LONGEST_MS);
  }

  stop(): void {
    clearTimeout(this.pause);
    clearTimeout(this.longest);
    this.longest = undefined;
  }

  private readonly saveNow = (): void => {
    this.stop();
    this.save();
  };
}
