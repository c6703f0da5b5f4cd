import { useCallback, useState } from 'react';
import { useClient } from 'urql';
import { useSession } from '../session/transcript-session.ts';
import { saveEdit, type EditOutcome } from './save-edit.ts';
import type { SegmentRow } from './segment.store.ts';

/** The one segment being edited. */
export interface SegmentEdit {
  /** As it was when the edit began (or, after a conflict, as the other person left it). */
  readonly row: SegmentRow;
  readonly draft: string;
  readonly trouble: Exclude<EditOutcome, { kind: 'saved' }> | null;
}

export interface SegmentEditing {
  readonly edit: SegmentEdit | null;
  begin(row: SegmentRow): void;
  change(draft: string): void;
  cancel(): void;
  save(): Promise<void>;
}

/** Edits one segment at a time. Saving closes the editor at once; a refusal opens it again with what was typed. */
export function useSegmentEdit(): SegmentEditing {
  const client = useClient();
  const { store } = useSession();
  const [edit, setEdit] = useState<SegmentEdit | null>(null);
  const begin = useCallback((row: SegmentRow) => setEdit({ row, draft: row.text, trouble: null }), []);
  const change = useCallback((draft: string) => setEdit((old) => old && { ...old, draft }), []);
  const cancel = useCallback(() => setEdit(null), []);
  const save = useCallback(async () => {
    if (!edit?.draft.trim()) return;
    setEdit(null);
    const outcome = await saveEdit(client, store, edit.row, edit.draft);
    if (outcome.kind === 'saved') return;
    setEdit({
      row: outcome.kind === 'conflict' ? outcome.theirs : edit.row,
      draft: outcome.mine,
      trouble: outcome,
    });
  }, [client, store, edit]);
  return { edit, begin, change, cancel, save };
}
