import type { Client } from 'urql';
import { saveEdit, type EditOutcome } from './save-edit.ts';
import type { SegmentRow, SegmentStore } from './segment.store.ts';

/** How long "Saved" stays beside a segment. */
const SAVED_SHOWN_MS = 3_000;

/** A segment being edited. */
export interface SegmentEdit {
  /** As it was when the edit began (or, after a conflict, as the other person left it). */
  readonly row: SegmentRow;
  readonly draft: string;
  readonly trouble: Exclude<EditOutcome, { kind: 'saved' }> | null;
}

/** Where what was typed is; `kept` in this window only, because it was refused. */
export type SaveState =
  { readonly kind: 'saving' } | { readonly kind: 'saved' } | { readonly kind: 'kept'; edit: SegmentEdit };

export interface EditSnapshot {
  readonly edit: SegmentEdit | null;
  /** Of the segments edited here, by id. */
  readonly saves: ReadonlyMap<string, SaveState>;
}

/** An open transcript. */
export interface EditedPage {
  readonly recordingId: string;
  readonly store: SegmentStore;
  readonly corrections: { did(correctionId: string): void };
}

const isUnsaved = ({ row, draft }: SegmentEdit): boolean => draft.trim() !== '' && draft.trim() !== row.text;

function withSave(saves: EditSnapshot['saves'], id: string, state: SaveState | null): EditSnapshot['saves'] {
  const next = new Map(saves);
  if (state) next.set(id, state);
  else next.delete(id);
  return next;
}

/**
 * Edits one segment at a time. What was typed is saved whichever way the editor is left; what is refused opens the
 * editor again, or is kept for its segment until this window is closed, so it outlives the page.
 */
export class EditStore {
  private snapshot: EditSnapshot = { edit: null, saves: new Map() };
  private readonly listeners = new Set<() => void>();
  private page: EditedPage | null = null;
  /** One save after the other: the next begins from the version that the last one made. */
  private lastSave = Promise.resolve();
  private readonly savedRows = new Map<string, SegmentRow>();

  /** @param tellKept told of what is refused, or left undecided, when its page is no longer shown */
  constructor(
    private readonly client: Client,
    private readonly tellKept: (edit: SegmentEdit, recordingId: string) => void,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  getSnapshot = (): EditSnapshot => this.snapshot;

  /** @returns how to leave the page again */
  enter(page: EditedPage): () => void {
    this.page = page;
    return () => {
      this.page = null;
      this.leaveEditor(page);
    };
  }

  begin = (row: SegmentRow): void => {
    if (this.page) this.leaveEditor(this.page);
    const { saves } = this.snapshot;
    const own = saves.get(row.id);
    this.publish({
      edit: own?.kind === 'kept' ? own.edit : { row, draft: row.text, trouble: null },
      saves: withSave(saves, row.id, null),
    });
  };

  change = (draft: string): void => {
    const { edit, saves } = this.snapshot;
    if (edit) this.publish({ edit: { ...edit, draft }, saves });
  };

  cancel = (): void => this.publish({ ...this.snapshot, edit: null });

  /** Saves and closes the editor. */
  save = (): void => {
    const { edit } = this.snapshot;
    if (!this.page || !edit?.draft.trim()) return;
    this.cancel();
    this.send(edit, this.page);
  };

  /** Saves what is typed so far and leaves the editor open; between two versions only the user decides. */
  saveDraft = (): void => {
    const { edit } = this.snapshot;
    if (this.page && edit && isUnsaved(edit) && edit.trouble?.kind !== 'conflict') this.send(edit, this.page);
  };

  /** Saves what is typed so far. @returns the segment as it is saved; null when it is refused, or was closed meanwhile */
  settle = async (): Promise<SegmentRow | null> => {
    const begun = this.snapshot.edit;
    if (!begun || begun.trouble?.kind === 'conflict') return null;
    this.saveDraft();
    await this.lastSave;
    const { edit } = this.snapshot;
    return edit?.row.id === begun.row.id && edit.trouble === null ? edit.row : null;
  };

  hasUnsaved(): boolean {
    const { edit, saves } = this.snapshot;
    return (edit !== null && isUnsaved(edit)) || [...saves.values()].some(({ kind }) => kind !== 'saved');
  }

  private leaveEditor(page: EditedPage): void {
    const { edit } = this.snapshot;
    if (!edit) return;
    this.cancel();
    if (!isUnsaved(edit)) return;
    if (edit.trouble?.kind === 'conflict') this.keep(edit, page);
    else this.send(edit, page);
  }

  private send(edit: SegmentEdit, page: EditedPage): void {
    this.mark(edit.row.id, { kind: 'saving' });
    const save = () => this.saveNow(edit, page);
    this.lastSave = this.lastSave.then(save, save);
  }

  private async saveNow({ row: begun, draft }: SegmentEdit, page: EditedPage): Promise<void> {
    const { id } = begun;
    const saved = this.savedRows.get(id);
    const row = saved && saved.version > begun.version ? saved : begun;
    const outcome = await saveEdit(this.client, page.store, row, draft);
    const { edit, saves } = this.snapshot;
    const open = edit?.row.id === id ? edit : null;
    if (outcome.kind === 'saved') {
      this.savedRows.set(id, outcome.row);
      if (outcome.correctionId !== null) page.corrections.did(outcome.correctionId);
      if (open) this.publish({ edit: { ...open, row: outcome.row, trouble: null }, saves });
      this.showSaved(id);
      return;
    }
    const refused: SegmentEdit = {
      row: outcome.kind === 'conflict' ? outcome.theirs : row,
      draft: open?.draft ?? outcome.mine,
      trouble: outcome,
    };
    if (open || (!edit && this.page === page))
      this.publish({ edit: refused, saves: withSave(saves, id, null) });
    else this.keep(refused, page);
  }

  private showSaved(id: string): void {
    const saved: SaveState = { kind: 'saved' };
    this.mark(id, saved);
    setTimeout(() => {
      if (this.snapshot.saves.get(id) === saved) this.mark(id, null);
    }, SAVED_SHOWN_MS);
  }

  private keep(edit: SegmentEdit, page: EditedPage): void {
    this.mark(edit.row.id, { kind: 'kept', edit });
    if (this.page !== page) this.tellKept(edit, page.recordingId);
  }

  private mark(id: string, state: SaveState | null): void {
    this.publish({ ...this.snapshot, saves: withSave(this.snapshot.saves, id, state) });
  }

  private publish(snapshot: EditSnapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }
}
