import type { SegmentStore } from '../segments/segment.store.ts';
import { currentItem, currentWord } from './locate.ts';

/** What is being said: a segment and, once its words are read, a word in it (-1 in a pause). */
export interface SpokenPlace {
  readonly segmentId: string | null;
  readonly word: number;
}

/**
 * Where the voice is in the text. Fed with every frame, it tells its listeners only when the segment or the word changes,
 * and they touch only what was lit and what is lit now.
 */
export class CurrentPosition {
  private place: SpokenPlace = { segmentId: null, word: -1 };
  private timeMs: number | null = null;
  private segmentListeners = new Set<() => void>();
  private wordListeners = new Set<() => void>();

  constructor(private readonly store: SegmentStore) {
    store.subscribe(() => this.refresh());
  }

  /** Tells when another segment is current. */
  subscribeSegment = (listener: () => void): (() => void) => {
    this.segmentListeners.add(listener);
    return () => this.segmentListeners.delete(listener);
  };

  /** Tells when another word is current, also within one segment. */
  subscribeWord = (listener: () => void): (() => void) => {
    this.wordListeners.add(listener);
    return () => this.wordListeners.delete(listener);
  };

  getSegmentId = (): string | null => this.place.segmentId;

  getPlace(): SpokenPlace {
    return this.place;
  }

  update(timeMs: number): void {
    this.timeMs = timeMs;
    const { rows } = this.store.getSnapshot();
    const row = rows[currentItem(rows, timeMs)];
    const words = row && this.store.wordsOf(row);
    this.move({ segmentId: row?.id ?? null, word: words ? currentWord(words, timeMs) : -1 });
  }

  /** Looks again at the same time: rows or words have come. */
  refresh(): void {
    if (this.timeMs !== null) this.update(this.timeMs);
  }

  private move(next: SpokenPlace): void {
    const before = this.place;
    if (before.segmentId === next.segmentId && before.word === next.word) return;
    this.place = next;
    if (before.segmentId !== next.segmentId) for (const listener of this.segmentListeners) listener();
    for (const listener of this.wordListeners) listener();
  }
}
