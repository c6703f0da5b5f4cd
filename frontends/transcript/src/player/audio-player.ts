import { SnapshotStore } from '@colloquy/web-kit';

export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5] as const;

export interface PlayerState {
  readonly playing: boolean;
  /** Bytes are awaited while it should play. */
  readonly waiting: boolean;
  /** The browser refused to start without a click: show a button that does. */
  readonly blocked: boolean;
  /** The audio cannot be read. */
  readonly failed: boolean;
  readonly speed: number;
  /** 0 to 1. */
  readonly volume: number;
  readonly muted: boolean;
}

/** The part of a media element that is used; times in seconds, as the browser has them. */
export type Media = Pick<
  HTMLMediaElement,
  | 'currentTime'
  | 'duration'
  | 'paused'
  | 'ended'
  | 'playbackRate'
  | 'volume'
  | 'muted'
  | 'play'
  | 'pause'
  | 'load'
  | 'readyState'
  | 'addEventListener'
  | 'removeEventListener'
> & { preservesPitch?: boolean };

type TimeListener = (timeMs: number) => void;

/**
 * A media element with times in milliseconds. State changes go through `subscribe`/`getSnapshot`; the position, which changes
 * with every frame, goes to `onTime` listeners alone, so that playing draws no component anew.
 */
export class AudioPlayer extends SnapshotStore<PlayerState> {
  private timeListeners = new Set<TimeListener>();
  private frame: number | null = null;
  private pendingSeekMs: number | null = null;
  /** Where a stretch ends that is heard by itself. */
  private untilMs: number | null = null;

  constructor(
    readonly media: Media,
    private readonly durationMs: number,
  ) {
    super({
      playing: false,
      waiting: false,
      blocked: false,
      failed: false,
      speed: 1,
      volume: media.volume,
      muted: media.muted,
    });
    media.preservesPitch = true;
  }

  /** Begins to listen to the media element; the returned function stops that and the sound. */
  attach(): () => void {
    const { media } = this;
    const handlers = {
      playing: () => this.change({ playing: true, waiting: false, blocked: false, failed: false }),
      play: () => {
        this.change({ playing: true, blocked: false });
        this.run();
      },
      pause: () => this.change({ playing: false, waiting: false }),
      ended: () => this.change({ playing: false, waiting: false }),
      waiting: () => this.change({ waiting: true }),
      seeked: () => this.tell(),
      timeupdate: () => this.tell(),
      loadedmetadata: () => this.seekWhenPossible(),
      volumechange: () => this.change({ volume: media.volume, muted: media.muted }),
      ratechange: () => this.change({ speed: media.playbackRate }),
      error: () => this.change({ failed: true, playing: false, waiting: false }),
    };
    for (const [type, handler] of Object.entries(handlers)) media.addEventListener(type, handler);
    return () => {
      for (const [type, handler] of Object.entries(handlers)) media.removeEventListener(type, handler);
      media.pause();
      if (this.frame !== null) cancelAnimationFrame(this.frame);
      this.frame = null;
      this.change({ playing: false, waiting: false });
    };
  }

  /** Calls with the position on every frame while playing, and on every jump. */
  onTime = (listener: TimeListener): (() => void) => {
    this.timeListeners.add(listener);
    return () => this.timeListeners.delete(listener);
  };

  get timeMs(): number {
    return this.pendingSeekMs ?? Math.round(this.media.currentTime * 1000);
  }

  /** Goes to a position, kept within the recording; before the audio's header is read it is remembered. */
  seek(timeMs: number): void {
    this.untilMs = null;
    this.pendingSeekMs = Math.max(0, Math.min(this.durationMs, Math.round(timeMs)));
    this.seekWhenPossible();
    this.tell();
  }

  skip(ms: number): void {
    this.seek(this.timeMs + ms);
  }

  async play(): Promise<void> {
    try {
      await this.media.play();
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      // AbortError: a pause came before it began; not a failure.
      if (name === 'NotAllowedError') this.change({ blocked: true, playing: false });
      else if (name !== 'AbortError') this.change({ failed: true, playing: false });
    }
  }

  async playFrom(timeMs: number): Promise<void> {
    this.seek(timeMs);
    await this.play();
  }

  /** Plays a stretch and nothing after it, unless somebody goes elsewhere or plays on meanwhile. */
  async playStretch({ startMs, endMs }: { readonly startMs: number; readonly endMs: number }): Promise<void> {
    this.seek(startMs);
    this.untilMs = endMs;
    await this.play();
  }

  pause(): void {
    this.untilMs = null;
    this.media.pause();
  }

  toggle(): void {
    if (this.media.paused) void this.play();
    else this.pause();
  }

  /** Reads the audio again from where it stood. */
  retry(): void {
    this.pendingSeekMs = this.timeMs;
    this.change({ failed: false });
    this.media.load();
    void this.play();
  }

  setSpeed(speed: number): void {
    this.media.playbackRate = speed;
    this.change({ speed });
  }

  /** The next faster or slower of `SPEEDS`. */
  stepSpeed(step: 1 | -1): void {
    const next =
      step > 0
        ? SPEEDS.find((speed) => speed > this.snapshot.speed)
        : SPEEDS.findLast((speed) => speed < this.snapshot.speed);
    if (next) this.setSpeed(next);
  }

  setVolume(volume: number): void {
    this.media.volume = Math.max(0, Math.min(1, volume));
    this.media.muted = volume === 0;
  }

  toggleMute(): void {
    this.media.muted = !this.media.muted;
  }

  private seekWhenPossible(): void {
    // readyState 0: no header yet; Chromium would drop the assignment on load.
    if (this.pendingSeekMs === null || this.media.readyState === 0) return;
    this.media.currentTime = this.pendingSeekMs / 1000;
    this.pendingSeekMs = null;
  }

  private run(): void {
    if (this.frame !== null) return;
    const step = () => {
      this.tell();
      this.frame = this.media.paused || this.media.ended ? null : requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  private tell(): void {
    const timeMs = this.timeMs;
    if (this.untilMs !== null && timeMs >= this.untilMs) this.pause();
    for (const listener of this.timeListeners) listener(timeMs);
  }

  private change(change: Partial<PlayerState>): void {
    const next = { ...this.snapshot, ...change };
    if ((Object.keys(change) as (keyof PlayerState)[]).every((key) => next[key] === this.snapshot[key]))
      return;
    this.publish(next);
  }
}
