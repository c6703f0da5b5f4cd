/** A query that takes longer raises the question whether its subgraph is alive at all. */
const PATIENCE_MS = 2_000;
/** Of a subgraph that was silent the last time. */
const SHORT_PATIENCE_MS = 250;
const PROBE_MS = 3_000;
const SHORT_PROBE_MS = 750;

/**
 * Tells a subgraph that takes its time from one that hangs: a query that is long in coming makes a small question of
 * our own, and when that is not answered either, all who wait are told. So a stopped process costs seconds, not the
 * whole time an honest answer may take; a service that is down says so at once and needs none of this.
 */
export class Liveness {
  #silent = false;
  #asking: Promise<boolean> | undefined;

  /** @param ask resolves when the subgraph answers anything. */
  constructor(private readonly ask: (signal: AbortSignal) => Promise<unknown>) {}

  /** The subgraph answered something. */
  heard(): void {
    this.#silent = false;
  }

  /** Calls `hangs` once, should the subgraph stop answering before the returned function is called. */
  watch(hangs: () => void): () => void {
    let timer = setTimeout(check, this.#silent ? SHORT_PATIENCE_MS : PATIENCE_MS);
    let over = false;
    const { isAlive } = this;
    function check(): void {
      void isAlive().then((alive) => {
        if (over) return;
        if (alive) timer = setTimeout(check, PATIENCE_MS);
        else hangs();
      });
    }
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }

  /** One question serves all who wait. */
  private readonly isAlive = (): Promise<boolean> => {
    this.#asking ??= this.ask(AbortSignal.timeout(this.#silent ? SHORT_PROBE_MS : PROBE_MS))
      .then(
        () => true,
        () => false,
      )
      .then((alive) => {
        this.#silent = !alive;
        this.#asking = undefined;
        return alive;
      });
    return this.#asking;
  };
}
