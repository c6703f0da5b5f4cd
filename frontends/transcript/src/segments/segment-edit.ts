import { keptText, type EditOutcome } from './save-edit.ts';
import type { SegmentRow } from './segment.store.ts';

/** From opening an editor to closing it: one correction, however often it is saved. A conflict begins another. */
export interface Sitting {
  /** What the segment said. */
  readonly text: string;
  correctionId: string | null;
  discarded: boolean;
}

/** A segment being edited. */
export interface SegmentEdit {
  /** As it was saved last (or, after a conflict, as the other person left it). */
  readonly row: SegmentRow;
  readonly draft: string;
  readonly sitting: Sitting;
  readonly trouble: Exclude<EditOutcome, { kind: 'saved' }> | null;
}

export const begunWith = ({ text }: SegmentRow): Sitting => ({
  text,
  correctionId: null,
  discarded: false,
});

export const begun = (row: SegmentRow): SegmentEdit => ({
  row,
  draft: row.text,
  sitting: begunWith(row),
  trouble: null,
});

export const isUnsaved = ({ row, draft }: SegmentEdit): boolean =>
  keptText(draft) !== '' && keptText(draft) !== row.text;

/** Goes along with what was changed elsewhere. @returns null when only the user can decide, or nothing was changed */
export function followed(edit: SegmentEdit, row: SegmentRow | undefined): SegmentEdit | null {
  if (!row || row.version <= edit.row.version || edit.trouble) return null;
  if (row.text === edit.row.text) return { ...edit, row };
  return keptText(edit.draft) === edit.row.text ? begun(row) : null;
}

/** One step to undo, or none when the text is as it was in the beginning. */
export function remember(
  sitting: Sitting,
  { row, correctionId }: Extract<EditOutcome, { kind: 'saved' }>,
  corrections: { did(correctionId: string): void; forget(correctionId: string): void },
): void {
  if (row.text === sitting.text) {
    if (sitting.correctionId !== null) corrections.forget(sitting.correctionId);
    sitting.correctionId = null;
  } else if (correctionId !== null) {
    corrections.did(correctionId);
    sitting.correctionId = correctionId;
  }
}
