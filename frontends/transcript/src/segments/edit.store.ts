import type { Client } from 'urql';
import { SnapshotStore, Turns } from '@colloquy/web-kit';
import { Autosave } from './autosave.ts';
import { carryOver } from './carry-edit.ts';
import {
  keptIn,
  withSave,
  type EditedPage,
  type EditNews,
  type EditSnapshot,
  type KeptEdit,
  type SaveState,
  type UnplacedEdit,
} from './edit-snapshot.ts';
import { arrived, typedInto, withKey, type PlaceToGoOn } from './going-on.ts';
import { keptText, saveEdit } from './save-edit.ts';
import {
  begun,
  canBeSent,
  followed,
  isUnsaved,
  refused,
  remember,
  type SegmentEdit,
} from './segment-edit.ts';
import type { SegmentRow } from './segment.store.ts';
import { takeBack } from './take-back.ts';

/** How long "Saved" stays beside a segment. */
const SAVED_SHOWN_MS = 3_000;

/** How long a segment that a correction made is waited for. */
const GO_ON_WITHIN_MS = 5_000;

/**
 * Edits one segment at a time. What is typed is saved as it is typed, and whichever way the editor is left; what is
 * refused opens the editor again, or is kept for its segment until this window is closed, so it outlives the page and the
 * segment.
 */
export class EditStore extends SnapshotStore<EditSnapshot> {
  private page: EditedPage | null = null;
  private caretNow: () => number | null = () => null;
  private readonly turns = new Turns(() => this.follow());
  private readonly savedRows = new Map<string, SegmentRow>();
  /** Segments of which it was told that they are not saved. */
  private readonly toldKept = new Set<string>();
  private readonly autosave = new Autosave(() => this.saveDraft());

  constructor(
    private readonly client: Client,
    private readonly tell: EditNews,
  ) {
    super({ edit: null, goingOn: null, saves: new Map(), unplaced: [] });
  }

  /** @returns how to leave the page again */
  enter(page: EditedPage): () => void {
    this.page = page;
    const stopFollowing = page.store.subscribe(() => this.follow());
    this.follow();
    return () => {
      stopFollowing();
      this.page = null;
      this.leaveEditor(page);
    };
  }

  /** @param caretNow where the caret stands in the open editor; null when it is not there */
  watchCaret = (caretNow: () => number | null): void => {
    this.caretNow = caretNow;
  };

  begin = (row: SegmentRow): void => {
    if (this.page) this.leaveEditor(this.page);
    const { saves } = this.snapshot;
    const own = saves.get(row.id);
    this.become({
      edit:
        own?.kind === 'kept' ? { ...(followed(own.edit, row) ?? own.edit), caret: undefined } : begun(row),
      saves: withSave(saves, row.id, null),
    });
  };

  change = (draft: string): void => {
    const { edit } = this.snapshot;
    if (!edit) return;
    this.become({ edit: { ...edit, draft } });
    this.autosave.typed();
  };

  close = (): void => {
    this.autosave.stop();
    this.become({ edit: null, goingOn: null });
  };

  /**
   * Saves the open segment, makes a correction of it, and opens the editor where typing goes on.
   * @param correct where that is; null when nothing was corrected
   */
  goOn = async (correct: (row: SegmentRow) => Promise<PlaceToGoOn | null>): Promise<void> => {
    const { goingOn: earlier } = this.snapshot;
    if (earlier) return;
    this.become({ goingOn: { find: () => undefined, caret: undefined, typed: '' } });
    const row = await this.settle();
    const place = row && (await correct(row));
    const { goingOn } = this.snapshot;
    if (!goingOn) return;
    if (!place) return this.stay(goingOn);
    this.become({ goingOn: { ...goingOn, ...place } });
    this.follow();
    setTimeout(() => this.stay(place), GO_ON_WITHIN_MS);
  };

  /** Takes a key that was pressed on the way there. */
  typeAhead = (key: string): void => {
    const { goingOn } = this.snapshot;
    const typed = goingOn && withKey(goingOn.typed, key);
    if (goingOn && typed !== null) this.become({ goingOn: { ...goingOn, typed } });
  };

  /** Closes the editor and takes back what was saved of it; what somebody else made of it meanwhile stays. */
  cancel = (): void => {
    const { edit } = this.snapshot;
    this.close();
    if (!edit || !this.page || edit.trouble?.kind === 'conflict') return;
    edit.sitting.discarded = true;
    const { page } = this;
    void this.turns.take(async () => {
      const row = await takeBack(this.client, edit, page);
      if (row) this.savedRows.set(row.id, row);
    });
  };

  /** Forgets what could not be saved. */
  discard = (left: UnplacedEdit | KeptEdit): void => {
    if ('kind' in left) this.mark(left.edit.row.id, null);
    else this.become({ unplaced: this.snapshot.unplaced.filter((one) => one !== left) });
  };

  /** Saves and closes the editor. */
  save = (): void => {
    const { edit } = this.snapshot;
    if (!this.page || !edit || !keptText(edit.draft)) return;
    this.close();
    this.send(edit, this.page);
  };

  /** Saves what is typed so far and leaves the editor open; sends again what is kept because nobody answered. */
  saveDraft = (): void => {
    const { edit, saves } = this.snapshot;
    for (const kept of keptIn(saves))
      if (canBeSent(kept.edit)) this.send(kept.edit, this.nowShown(kept.page), false);
    if (this.page && edit && isUnsaved(edit) && edit.trouble?.kind !== 'conflict') this.send(edit, this.page);
  };

  /** Saves what is typed so far. @returns the segment as it is saved; null when it is refused, or was closed meanwhile */
  settle = async (): Promise<SegmentRow | null> => {
    const before = this.snapshot.edit;
    if (!before || before.trouble?.kind === 'conflict') return null;
    this.saveDraft();
    await this.turns.settled();
    const { edit } = this.snapshot;
    if (edit?.row.id !== before.row.id) return null;
    return edit.trouble === null || (edit.trouble.kind === 'failed' && !isUnsaved(edit)) ? edit.row : null;
  };

  hasUnsaved(): boolean {
    const { edit, saves, unplaced } = this.snapshot;
    const open = edit !== null && isUnsaved(edit);
    const left = unplaced.length > 0 || [...saves.values()].some(({ kind }) => kind !== 'saved');
    return open || this.turns.busy || left;
  }

  /** Where the place to go on does not come, or nothing was corrected. */
  private stay({ find }: PlaceToGoOn): void {
    const { edit, goingOn } = this.snapshot;
    if (!edit || goingOn?.find !== find) return;
    this.open(typedInto({ ...edit, caret: this.caretNow() }, goingOn.typed));
    this.follow();
  }

  private open(edit: SegmentEdit): void {
    this.become({ edit, goingOn: null });
    this.autosave.typed();
  }

  private leaveEditor(page: EditedPage): void {
    const { edit } = this.snapshot;
    if (!edit) return;
    this.close();
    if (!isUnsaved(edit)) return;
    if (edit.trouble?.kind === 'conflict') this.keep(edit, page);
    else this.send(edit, page);
  }

  /** Takes in what changed; what is saved from here comes back as a change, too. */
  private follow(): void {
    const { page, snapshot } = this;
    if (!page || this.turns.busy) return;
    if (snapshot.goingOn) {
      const there = arrived(snapshot.goingOn);
      if (there) this.open(there);
      return;
    }
    const carried = carryOver(snapshot, page, this.caretNow());
    if (carried !== snapshot) {
      this.autosave.stop();
      this.publish(carried);
      this.autosave.typed();
      for (const edit of carried.unplaced) if (!snapshot.unplaced.includes(edit)) this.tell.unplaced(edit);
    }
    const { edit } = carried;
    const now = edit && followed(edit, page.store.find(edit.row.id));
    if (now) this.become({ edit: now });
  }

  /** @param reopens whether a refusal opens the editor again */
  private send(edit: SegmentEdit, page: EditedPage, reopens = true): void {
    this.mark(edit.row.id, { kind: 'saving' });
    void this.turns.take(() => this.saveNow(edit, page, reopens));
  }

  /** The page of a recording that was left, or the one that it was opened in again. */
  private nowShown(page: EditedPage): EditedPage {
    return this.page?.recordingId === page.recordingId ? this.page : page;
  }

  private async saveNow(sent: SegmentEdit, page: EditedPage, reopens: boolean): Promise<void> {
    const { row: edited, draft, sitting } = sent;
    const { id } = edited;
    if (sitting.discarded) return this.mark(id, null);
    const saved = this.savedRows.get(id);
    const row = saved && saved.version > edited.version ? saved : edited;
    const outcome = await saveEdit(this.client, page.store, row, draft, sitting.correctionIds.at(-1) ?? null);
    const { edit, saves } = this.snapshot;
    const open = edit?.row.id === id ? edit : null;
    if (outcome.kind === 'saved') {
      this.autosave.answered();
      if (this.toldKept.delete(id)) this.tell.saved(sent);
      this.savedRows.set(id, outcome.row);
      remember(sitting, outcome, page.corrections);
      if (open) this.become({ edit: { ...open, row: outcome.row, trouble: null } });
      this.showSaved(id);
      return;
    }
    if (sitting.discarded) return this.mark(id, null);
    if (outcome.kind === 'failed' && !outcome.answered) this.autosave.failed();
    const left = refused({ row, sitting }, open?.draft ?? outcome.mine, outcome);
    if (open || (reopens && !edit && this.page === page))
      this.become({ edit: left, saves: withSave(saves, id, null) });
    else this.keep(left, page);
  }

  private showSaved(id: string): void {
    const saved: SaveState = { kind: 'saved' };
    this.mark(id, saved);
    setTimeout(() => {
      if (this.snapshot.saves.get(id) === saved) this.mark(id, null);
    }, SAVED_SHOWN_MS);
  }

  private keep(edit: SegmentEdit, page: EditedPage): void {
    this.mark(edit.row.id, { kind: 'kept', edit, page });
    if (this.page === page || this.toldKept.has(edit.row.id)) return;
    this.toldKept.add(edit.row.id);
    this.tell.kept(edit, page.recordingId);
  }

  private mark(id: string, state: SaveState | null): void {
    this.become({ saves: withSave(this.snapshot.saves, id, state) });
  }

  private become(change: Partial<EditSnapshot>): void {
    this.publish({ ...this.snapshot, ...change });
  }
}
