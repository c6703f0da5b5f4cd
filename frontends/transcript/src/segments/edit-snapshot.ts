import type { GoingOn } from './going-on.ts';
import type { SegmentEdit } from './segment-edit.ts';
import type { SegmentStore } from './segment.store.ts';

/** An open transcript. */
export interface EditedPage {
  readonly recordingId: string;
  readonly store: SegmentStore;
  readonly corrections: {
    did(correctionId: string): void;
    forget(correctionId: string): void;
    discard(correctionId: string): Promise<boolean>;
  };
}

/** What was typed in a segment and refused: in this window only. */
export interface KeptEdit {
  readonly kind: 'kept';
  readonly edit: SegmentEdit;
  readonly page: EditedPage;
}

/** Where what was typed is. */
export type SaveState = { readonly kind: 'saving' } | { readonly kind: 'saved' } | KeptEdit;

/** What was typed in a segment that is gone, and for which there is no other. */
export interface UnplacedEdit {
  readonly recordingId: string;
  readonly segmentId: string;
  readonly startMs: number;
  readonly text: string;
}

export interface EditSnapshot {
  readonly edit: SegmentEdit | null;
  /** While a correction changes the segments under the open editor. */
  readonly goingOn: GoingOn | null;
  /** Of the segments edited here, by id. */
  readonly saves: ReadonlyMap<string, SaveState>;
  readonly unplaced: readonly UnplacedEdit[];
}

export function withSave(
  saves: EditSnapshot['saves'],
  id: string,
  state: SaveState | null,
): EditSnapshot['saves'] {
  const next = new Map(saves);
  if (state) next.set(id, state);
  else next.delete(id);
  return next;
}

export const keptIn = (saves: EditSnapshot['saves']): KeptEdit[] =>
  [...saves.values()].filter((state) => state.kind === 'kept');

/** What whoever types is told of, wherever they are. */
export interface EditNews {
  /** Of what is refused, or left undecided, when its page is no longer shown. */
  kept(edit: SegmentEdit, recordingId: string): void;
  /** Of what was told to be kept, and is saved by now. */
  saved(edit: SegmentEdit): void;
  /** Of what was typed in a segment that is gone, and for which there is no other. */
  unplaced(edit: UnplacedEdit): void;
}
