import { useCallback, useState } from 'react';
import { useClient } from 'urql';
import { useSession } from '../session/transcript-session.ts';
import { saveEdit, type EditOutcome } from './save-edit.ts';
import type { SegmentRow } from './segment.store.ts';

/** How long "Saved" stays beside a segment. */
const SAVED_SHOWN_MS = 3_000;

/** A segment being edited. */
export interface SegmentEdit {
  /** As it was when the edit began (or, after a conflict, as the other person left it). */
  readonly row: SegmentRow;
  readonly draft: string;
  readonly trouble: Exclude<EditOutcome, { kind: 'saved' }> | null;
}

/** Where what was typed is; `kept` in this window only, refused or left for another segment. */
export type SaveState =
  { readonly kind: 'saving' } | { readonly kind: 'saved' } | { readonly kind: 'kept'; edit: SegmentEdit };

export interface SegmentEditing {
  readonly edit: SegmentEdit | null;
  /** Of the segments edited here, by id. */
  readonly saves: ReadonlyMap<string, SaveState>;
  begin(row: SegmentRow): void;
  change(draft: string): void;
  cancel(): void;
  save(): Promise<void>;
}

interface State {
  readonly edit: SegmentEdit | null;
  readonly saves: ReadonlyMap<string, SaveState>;
}

function withSave(saves: State['saves'], id: string, state: SaveState | null): State['saves'] {
  const next = new Map(saves);
  if (state) next.set(id, state);
  else next.delete(id);
  return next;
}

/**
 * Edits one segment at a time. Saving closes the editor at once; a refusal opens it again with what was typed, or keeps
 * that beside its segment while another is being edited.
 */
export function useSegmentEdit(): SegmentEditing {
  const client = useClient();
  const { store } = useSession();
  const [{ edit, saves }, setState] = useState<State>({ edit: null, saves: new Map() });

  const begin = useCallback(
    (row: SegmentRow) =>
      setState(({ edit: left, saves: old }) => {
        const unsaved = left && left.row.id !== row.id && left.draft.trim() !== left.row.text;
        const others = unsaved ? withSave(old, left.row.id, { kind: 'kept', edit: left }) : old;
        const own = others.get(row.id);
        return {
          edit: own?.kind === 'kept' ? own.edit : { row, draft: row.text, trouble: null },
          saves: withSave(others, row.id, null),
        };
      }),
    [],
  );
  const change = useCallback(
    (draft: string) => setState((old) => ({ ...old, edit: old.edit && { ...old.edit, draft } })),
    [],
  );
  const cancel = useCallback(() => setState((old) => ({ ...old, edit: null })), []);
  const save = useCallback(async () => {
    if (!edit?.draft.trim()) return;
    const { row } = edit;
    setState((old) => ({ edit: null, saves: withSave(old.saves, row.id, { kind: 'saving' }) }));
    const outcome = await saveEdit(client, store, row, edit.draft);
    if (outcome.kind === 'saved') {
      const saved: SaveState = { kind: 'saved' };
      setState((old) => ({ ...old, saves: withSave(old.saves, row.id, saved) }));
      setTimeout(
        () =>
          setState((old) =>
            old.saves.get(row.id) === saved ? { ...old, saves: withSave(old.saves, row.id, null) } : old,
          ),
        SAVED_SHOWN_MS,
      );
      return;
    }
    const refused: SegmentEdit = {
      row: outcome.kind === 'conflict' ? outcome.theirs : row,
      draft: outcome.mine,
      trouble: outcome,
    };
    setState((old) =>
      old.edit
        ? { ...old, saves: withSave(old.saves, row.id, { kind: 'kept', edit: refused }) }
        : { edit: refused, saves: withSave(old.saves, row.id, null) },
    );
  }, [client, store, edit]);
  return { edit, saves, begin, change, cancel, save };
}
