import { SnapshotStore } from '@colloquy/web-kit';
import type { Timed } from '../timeline/locate.ts';

/** One segment as the list draws it; words come later, and only for what is near the screen. */
export interface SegmentRow extends Timed {
  readonly id: string;
  readonly text: string;
  readonly edited: boolean;
  readonly version: number;
  readonly speakerId: string;
  /** The cursor of the connection edge: where a page after this row begins. */
  readonly cursor: string;
}

export interface SpokenWord extends Timed {
  readonly text: string;
  /** 0 to 1, null when the engine gives none or the word was edited. */
  readonly confidence: number | null;
}

export interface SegmentSnapshot {
  /** In the order of the transcript, without gaps from the first one on. */
  readonly rows: readonly SegmentRow[];
  readonly complete: boolean;
}

/**
 * The segments of one transcript, outside React: pages arrive in the background, edits and words change single rows,
 * and only the rows that changed are drawn again.
 */
export class SegmentStore extends SnapshotStore<SegmentSnapshot> {
  private positions = new Map<string, number>();
  private words = new Map<string, { version: number; words: readonly SpokenWord[] }>();
  private wordListeners = new Map<string, Set<() => void>>();

  constructor() {
    super({ rows: [], complete: false });
  }

  /** Adds a page after the rows already there; rows that are there already are renewed, so a page may come twice. */
  append(page: readonly SegmentRow[], complete: boolean): void {
    const rows = [...this.snapshot.rows];
    for (const row of page) {
      const position = this.positions.get(row.id);
      if (position === undefined) {
        this.positions.set(row.id, rows.length);
        rows.push(row);
      } else {
        rows[position] = row;
      }
    }
    this.publish({ rows, complete });
  }

  /** Puts a fresh reading of the whole transcript in place of what was there. */
  replaceAll(rows: readonly SegmentRow[]): void {
    this.positions = new Map(rows.map((row, position) => [row.id, position]));
    this.publish({ rows, complete: true });
  }

  /** Changes one row; false when it is not loaded. */
  patch(id: string, change: Partial<SegmentRow>): boolean {
    const position = this.positions.get(id);
    const row = position === undefined ? undefined : this.snapshot.rows[position];
    if (position === undefined || !row) return false;
    const rows = [...this.snapshot.rows];
    rows[position] = { ...row, ...change };
    this.publish({ ...this.snapshot, rows });
    return true;
  }

  find(id: string): SegmentRow | undefined {
    const position = this.positions.get(id);
    return position === undefined ? undefined : this.snapshot.rows[position];
  }

  /** Its place among the rows, -1 when it is not loaded. */
  positionOf(id: string): number {
    return this.positions.get(id) ?? -1;
  }

  setWords(id: string, version: number, words: readonly SpokenWord[]): void {
    this.words.set(id, { version, words });
    for (const listener of this.wordListeners.get(id) ?? []) listener();
  }

  /** Null until read, and again after an edit until the words of the new version are read. */
  wordsOf(row: Pick<SegmentRow, 'id' | 'version'>): readonly SpokenWord[] | null {
    const entry = this.words.get(row.id);
    return entry && entry.version === row.version ? entry.words : null;
  }

  subscribeWords(id: string, listener: () => void): () => void {
    const listeners = this.wordListeners.get(id) ?? new Set();
    this.wordListeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.wordListeners.delete(id);
    };
  }
}
