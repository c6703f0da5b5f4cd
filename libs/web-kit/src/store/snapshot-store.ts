/** State outside React, for `useSyncExternalStore`: each change is another snapshot. */
export abstract class SnapshotStore<Snapshot> {
  private readonly listeners = new Set<() => void>();

  constructor(protected snapshot: Snapshot) {}

  /** @returns how to listen no longer */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  getSnapshot = (): Snapshot => this.snapshot;

  protected publish(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }
}
