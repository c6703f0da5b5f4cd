import type { SegmentRow, SegmentStore, SpokenWord } from './segment.store.ts';

/** Words of neighbouring segments, from one page of the connection. */
export interface SegmentWords {
  readonly id: string;
  readonly version: number;
  readonly words: readonly SpokenWord[];
}

/** Reads `first` segments after a cursor (null: from the start) with their words. */
export type ReadWords = (after: string | null, first: number) => Promise<readonly SegmentWords[]>;

/** Segments read at once: two screens of text, some 40 KB of words. */
export const WORD_BLOCK = 40;

/**
 * Reads words for what is near the screen. A day of talk has 100,000 words, several megabytes; a screen has 300.
 * A failed block is tried again when it is needed again.
 */
export class WordLoader {
  private inFlight = new Set<number>();

  constructor(
    private readonly store: SegmentStore,
    private readonly read: ReadWords,
  ) {}

  /** Sees to the words of these segments. */
  async need(ids: Iterable<string>): Promise<void> {
    const { rows } = this.store.getSnapshot();
    const blocks = new Set<number>();
    for (const id of ids) {
      const position = this.store.positionOf(id);
      const row = rows[position];
      const block = Math.floor(position / WORD_BLOCK);
      if (row && !this.inFlight.has(block) && this.store.wordsOf(row) === null) blocks.add(block);
    }
    await Promise.all([...blocks].map((block) => this.readBlock(block, rows)));
  }

  private async readBlock(block: number, rows: readonly SegmentRow[]): Promise<void> {
    const after = block === 0 ? null : rows[block * WORD_BLOCK - 1]?.cursor;
    if (after === undefined) return;
    this.inFlight.add(block);
    try {
      for (const { id, version, words } of await this.read(after, WORD_BLOCK))
        this.store.setWords(id, version, words);
    } catch {
      // The text stands without words; only clicking and lighting them waits.
    } finally {
      this.inFlight.delete(block);
    }
  }
}
