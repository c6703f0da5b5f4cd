/** Does one piece of work after the other: each begins from what the last one left. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** @param changed called whenever there is more or less to do */
  constructor(private readonly changed: () => void = () => undefined) {}

  get busy(): boolean {
    return this.waiting > 0;
  }

  take<T>(work: () => Promise<T>): Promise<T> {
    this.waiting += 1;
    this.changed();
    const done = this.last.then(work).finally(() => {
      this.waiting -= 1;
      this.changed();
    });
    this.last = done.catch(() => undefined);
    return done;
  }

  /** When all that was begun is done, well or not. */
  settled(): Promise<unknown> {
    return this.last;
  }
}
