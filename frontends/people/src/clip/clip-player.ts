/** A stretch of a recording to be heard. */
export interface Clip {
  /** Same for the same clip. */
  readonly key: string;
  readonly audioUrl: string;
  readonly intervals: readonly { readonly startMs: number; readonly endMs: number }[];
}

/** Plays one clip at a time: its stretches after each other, and nothing between them. */
export class ClipPlayer {
  private current: string | null = null;
  private left: Clip['intervals'] = [];
  private readonly listeners = new Set<() => void>();

  constructor(private readonly audio: HTMLAudioElement) {
    audio.addEventListener('timeupdate', () => this.next());
    for (const end of ['ended', 'error'] as const) audio.addEventListener(end, () => this.stop());
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The key of what is heard. */
  getSnapshot = (): string | null => this.current;

  toggle = (clip: Clip): void => {
    if (this.current === clip.key) return this.stop();
    const [first] = clip.intervals;
    if (!first) return;
    this.left = clip.intervals;
    this.become(clip.key);
    if (this.audio.src !== new URL(clip.audioUrl, location.href).href) this.audio.src = clip.audioUrl;
    this.audio.currentTime = first.startMs / 1000;
    void this.audio.play().catch(() => this.stop());
  };

  stop = (): void => {
    this.audio.pause();
    this.left = [];
    this.become(null);
  };

  private next(): void {
    const [now, then] = this.left;
    if (!now || this.audio.currentTime * 1000 < now.endMs) return;
    if (!then) return this.stop();
    this.left = this.left.slice(1);
    this.audio.currentTime = then.startMs / 1000;
  }

  private become(key: string | null): void {
    this.current = key;
    for (const listener of this.listeners) listener();
  }
}
