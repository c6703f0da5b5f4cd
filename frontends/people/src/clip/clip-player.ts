import { SnapshotStore } from '@colloquy/web-kit';

/** A stretch of a recording to be heard. */
export interface Clip {
  /** Same for the same clip. */
  readonly key: string;
  readonly audioUrl: string;
  readonly intervals: readonly { readonly startMs: number; readonly endMs: number }[];
}

/**
 * Plays one clip at a time: its stretches after each other, and nothing between them. The snapshot is the key of what is
 * heard.
 */
export class ClipPlayer extends SnapshotStore<string | null> {
  private left: Clip['intervals'] = [];

  constructor(private readonly audio: HTMLAudioElement) {
    super(null);
    audio.addEventListener('timeupdate', () => this.next());
    for (const end of ['ended', 'error'] as const) audio.addEventListener(end, () => this.stop());
  }

  toggle = (clip: Clip): void => {
    if (this.snapshot === clip.key) return this.stop();
    const [first] = clip.intervals;
    if (!first) return;
    this.left = clip.intervals;
    this.publish(clip.key);
    if (this.audio.src !== new URL(clip.audioUrl, location.href).href) this.audio.src = clip.audioUrl;
    this.audio.currentTime = first.startMs / 1000;
    // Of an earlier clip it fails because this one took its place.
    void this.audio.play().catch(() => this.snapshot === clip.key && this.stop());
  };

  stop = (): void => {
    this.audio.pause();
    this.left = [];
    this.publish(null);
  };

  private next(): void {
    const [now, then] = this.left;
    if (!now || this.audio.currentTime * 1000 < now.endMs) return;
    if (!then) return this.stop();
    this.left = this.left.slice(1);
    this.audio.currentTime = then.startMs / 1000;
  }
}
