import { nextFollowMode, type FollowEvent, type FollowMode } from './follow.ts';

/** The follow mode of one open transcript, outside React so that scrolling draws nothing unless the mode changes. */
export class FollowStore {
  private mode: FollowMode = 'following';
  private listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  getMode = (): FollowMode => this.mode;

  /** Asking and jumping tell the listeners even when it follows already: the list then goes to the current row. */
  dispatch(event: FollowEvent): void {
    const next = nextFollowMode(this.mode, event);
    if (next === this.mode && event.kind === 'scrolled') return;
    this.mode = next;
    for (const listener of this.listeners) listener();
  }
}
