import { keptText, type EditOutcome } from './save-edit.ts';
import type { SegmentRow } from './segment.store.ts';

/**
 * From opening an editor to closing it: one correction, however often it is saved, and another whenever something else of
 * the transcript was corrected in between. A conflict begins another sitting.
 */
export interface Sitting {
  /** What the segment said. */
  readonly text: string;
  /** The earliest first. */
  correctionIds: readonly string[];
  discarded: boolean;
}

/** A segment being edited. */
export interface SegmentEdit {
  /** As it was saved last (or, after a conflict, as the other person left it). */
  readonly row: SegmentRow;
  readonly draft: string;
  readonly sitting: Sitting;
  readonly trouble: Exclude<EditOutcome, { kind: 'saved' }> | null;
  /** Where the caret stood when the edit was carried to this segment; null when it was not in the text. */
  readonly caret?: number | null | undefined;
}

export const begunWith = ({ text }: SegmentRow): Sitting => ({
  text,
  correctionIds: [],
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

/** Whether it is worth sending: between two versions only the user decides, and an answer stays the same. */
export const canBeSent = (edit: SegmentEdit): boolean => {
  const { trouble } = edit;
  return isUnsaved(edit) && (trouble === null || (trouble.kind === 'failed' && !trouble.answered));
};

/** What is left of an edit that was refused. */
export function refused(
  { row, sitting }: Pick<SegmentEdit, 'row' | 'sitting'>,
  draft: string,
  trouble: NonNullable<SegmentEdit['trouble']>,
): SegmentEdit {
  if (trouble.kind === 'failed') return { row, draft, sitting, trouble };
  return { row: trouble.theirs, draft, sitting: begunWith(trouble.theirs), trouble };
}

/**
 * Goes along with what was changed elsewhere; between two versions, what the other one says by now.
 * @returns null when only the user can decide, or nothing was changed
 */
export function followed(edit: SegmentEdit, row: SegmentRow | undefined): SegmentEdit | null {
  if (!row || row.version <= edit.row.version) return null;
  if (edit.trouble?.kind === 'conflict')
    return refused({ ...edit, row }, edit.draft, { ...edit.trouble, theirs: row });
  if (edit.trouble) return null;
  if (row.text === edit.row.text) return { ...edit, row };
  const draft = inSpacesOf(edit, row.text);
  return draft === null ? null : { ...begun(row), draft };
}

/** A space before or after the text is the beginning of what is typed next. @returns null when more is typed than that */
function inSpacesOf({ draft, row }: SegmentEdit, text: string): string | null {
  const at = draft.indexOf(row.text);
  const [before, after] = [draft.slice(0, at), draft.slice(at + row.text.length)];
  return at >= 0 && !before.trim() && !after.trim() ? `${before}${text}${after}` : null;
}

/** Each correction is a step to undo; none is left of one that was taken back by typing what was there before it. */
export function remember(
  sitting: Sitting,
  { row, correction }: Extract<EditOutcome, { kind: 'saved' }>,
  corrections: { did(correctionId: string): void; forget(correctionId: string): void },
): void {
  const { correctionIds } = sitting;
  const [only, ...others] = correctionIds;
  const gone = correction
    ? correctionIds.find((id) => id === correction.reverted?.id)
    : row.text === sitting.text && others.length === 0
      ? only
      : undefined;
  if (gone !== undefined) {
    corrections.forget(gone);
    sitting.correctionIds = correctionIds.filter((id) => id !== gone);
  } else if (correction) {
    corrections.did(correction.id);
    sitting.correctionIds = [...correctionIds.filter((id) => id !== correction.id), correction.id];
  }
}
