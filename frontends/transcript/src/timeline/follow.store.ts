import { SnapshotStore } from '@colloquy/web-kit';
import { nextFollowMode, type FollowEvent, type FollowMode } from './follow.ts';

/** The follow mode of one open transcript, outside React so that scrolling draws nothing unless the mode changes. */
export class FollowStore extends SnapshotStore<FollowMode> {
  constructor() {
    super('following');
  }

  /** Asking and jumping tell the listeners even when it follows already: the list then goes to the current row. */
  dispatch(event: FollowEvent): void {
    const next = nextFollowMode(this.snapshot, event);
    if (next === this.snapshot && event.kind === 'scrolled') return;
    this.publish(next);
  }
}
