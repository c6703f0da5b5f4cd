import { useSyncExternalStore } from 'react';

/** `idle`: nothing is subscribed yet; `lost`: the server does not answer and is being tried again. */
export type ConnectionStatus = 'idle' | 'connected' | 'lost';

/** Whether the live connection stands, for the banner and for asking again after an interruption. */
export class Connection {
  private status: ConnectionStatus = 'idle';
  private readonly watchers = new Set<() => void>();
  private readonly resumers = new Set<() => void>();

  readonly current = (): ConnectionStatus => this.status;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Calls back whenever the connection stands again after it was lost: events in between were missed. */
  readonly onResume = (callback: () => void): (() => void) => {
    this.resumers.add(callback);
    return () => this.resumers.delete(callback);
  };

  readonly set = (status: ConnectionStatus): void => {
    if (status === this.status) return;
    const resumed = this.status === 'lost' && status === 'connected';
    this.status = status;
    for (const watcher of this.watchers) watcher();
    if (resumed) for (const resume of this.resumers) resume();
  };
}

/** The page's one connection; the graph client reports to it. */
export const connection = new Connection();

export function useConnection(): ConnectionStatus {
  return useSyncExternalStore(connection.watch, connection.current);
}
