import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Batch, Session } from '../session/session.ts';
import type { SharedBackend } from '../session/shared-backend.ts';

/** The engine runs on the thread of the sockets; after this long it lets them speak. Milliseconds. */
const SLICE_MS = 8;

/**
 * Decides whose turn it is. Connections with work take turns, one batch each; one that is in a transaction keeps the
 * engine until it ends, because the engine has one session and so one transaction.
 *
 *   A: BEGIN ── INSERT ── COMMIT
 *   B:      wait ················ SELECT      waits for A's transaction, not for A's next statement
 *   work between transactions (checkpoint, vacuum) goes first whenever nobody owns the engine
 */
export class Scheduler {
  private readonly backend: SharedBackend;
  private readonly onFailure: (error: unknown) => void;
  private readonly turns = new Set<Session>();
  private readonly betweenTransactions: (() => void)[] = [];
  private readonly gone = new WeakSet<Session>();
  private owner: Session | undefined;
  private ownerIdleSince = 0;
  private running = false;
  private stopped = false;
  private readonly idleTimer: NodeJS.Timeout;

  constructor(backend: SharedBackend, idleInTransactionMs: number, onFailure: (error: unknown) => void) {
    this.backend = backend;
    this.onFailure = onFailure;
    this.idleTimer = setInterval(
      () => this.endIdleTransaction(idleInTransactionMs),
      Math.max(50, Math.min(1000, idleInTransactionMs / 4)),
    );
    this.idleTimer.unref();
  }

  get busy(): boolean {
    return this.owner !== undefined || this.turns.size > 0;
  }

  submit(session: Session, batch: Batch): void {
    session.batches.push(batch);
    this.turns.add(session);
    void this.run();
  }

  /** Runs `work` when no transaction is open, with default settings. */
  whenFree<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.betweenTransactions.push(() => {
        try {
          this.backend.useOwnSettings();
          resolve(work());
        } catch (error) {
          reject(error as Error);
        }
      });
      void this.run();
    });
  }

  /** The connection closed: its waiting work is dropped, its transaction rolled back. */
  leave(session: Session): void {
    this.turns.delete(session);
    session.batches.length = 0;
    if (this.stopped) return;
    this.gone.add(session);
    if (this.owner !== session) {
      // Never inside somebody else's transaction.
      void this.whenFree(() => this.backend.forget(session, false)).catch((error: unknown) =>
        this.fail(error),
      );
      return;
    }
    this.owner = undefined;
    this.guard(() => this.backend.forget(session, true));
    void this.run();
  }

  /** Nothing runs any more; what waits is left to its fate. */
  stop(): void {
    this.stopped = true;
    clearInterval(this.idleTimer);
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    let sliceEnd = performance.now() + SLICE_MS;
    while (!this.stopped && this.step()) {
      if (performance.now() < sliceEnd) continue;
      await nextTurn();
      sliceEnd = performance.now() + SLICE_MS;
    }
    this.running = false;
  }

  /** Runs one piece of work; false when there is none that may run now. */
  private step(): boolean {
    const work = this.owner ? undefined : this.betweenTransactions.shift();
    if (work) {
      work();
      return true;
    }
    const session = this.owner ?? this.turns.values().next().value;
    const batch = session?.batches.shift();
    if (!session || !batch) return false;
    this.turns.delete(session);
    this.owner = session; // a connection that breaks while its answer is delivered leaves as the owner
    this.guard(() => this.backend.run(session, batch));
    if (this.gone.has(session)) return true;
    session.client.finished(batch);
    if (session.batches.length > 0) this.turns.add(session);
    if (batch.kind !== 'flush' && session.status === 'I') this.owner = undefined;
    this.ownerIdleSince = performance.now();
    return true;
  }

  private guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.stop();
    this.onFailure(error);
  }

  private endIdleTransaction(limitMs: number): void {
    const othersWait = this.turns.size > 0 || this.betweenTransactions.length > 0;
    if (
      !this.owner ||
      !othersWait ||
      this.owner.batches.length > 0 ||
      performance.now() - this.ownerIdleSince < limitMs
    )
      return;
    this.owner.client.terminate({
      severity: 'FATAL',
      code: '25P03',
      message: `terminating connection: its transaction was idle for ${Math.round(limitMs / 1000)} s while others waited; the embedded database runs one transaction at a time`,
    });
  }
}
