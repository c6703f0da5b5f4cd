import { begun, type SegmentEdit } from './segment-edit.ts';
import type { SegmentRow } from './segment.store.ts';

/** Where typing goes on once a correction has changed the segments. */
export interface PlaceToGoOn {
  /** @returns undefined as long as it is not there */
  find(): SegmentRow | undefined;
  /** Undefined: at the end. */
  readonly caret: number | undefined;
  /** Whether the caret stood behind white space, which no segment ends with. */
  readonly afterSpace?: boolean;
}

/** What is typed until that place is there. */
export interface GoingOn extends PlaceToGoOn {
  readonly typed: string;
}

/** @returns the editor of that place with what was typed on the way; null as long as it is not there */
export function arrived({ find, caret, afterSpace, typed }: GoingOn): SegmentEdit | null {
  const row = find();
  return row ? typedInto({ ...begun(row), caret }, afterSpace ? ` ${typed}` : typed) : null;
}

/** Puts it where the caret stands, which is the end if nothing else is said, and the caret behind it. */
export function typedInto(edit: SegmentEdit, typed: string): SegmentEdit {
  const { draft } = edit;
  if (!typed && edit.caret === null) return edit;
  const at = edit.caret ?? draft.length;
  return { ...edit, draft: draft.slice(0, at) + typed + draft.slice(at), caret: at + typed.length };
}

/** @returns what is typed with one more key; null for a key that types nothing */
export function withKey(typed: string, key: string): string | null {
  if (key === 'Backspace') return typed.slice(0, -1);
  return [...key].length === 1 ? typed + key : null;
}
