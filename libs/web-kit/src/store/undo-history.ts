import type { Turns } from './turns.ts';

/** What came of taking a step back, or of bringing it again. */
export type Reverted<Step> =
  /** `by` is what makes that undone in turn; null where it is final. */
  | { readonly kind: 'done'; readonly by: Step | null }
  /** It was so already. */
  | { readonly kind: 'same' }
  | { readonly kind: 'refused' }
  /** Nobody said yes or no: it can be tried again. */
  | { readonly kind: 'unanswered' };

/** What was done in a window, in order to take it back and bring it again, the latest first. */
export class UndoHistory<Step> {
  private undoable: Step[] = [];
  private redoable: Step[] = [];

  /**
   * @param turns in which steps are taken back, one after the other
   * @param revert takes a step back; `isRedo` when that brings again what was taken back
   * @param changed called whenever there is more or less to take back
   */
  constructor(
    private readonly turns: Turns,
    private readonly revert: (step: Step, isRedo: boolean) => Promise<Reverted<Step>>,
    private readonly changed: () => void = () => undefined,
  ) {}

  get canUndo(): boolean {
    return this.undoable.length > 0;
  }

  get canRedo(): boolean {
    return this.redoable.length > 0;
  }

  /** Remembers what was done; what was taken back before cannot be brought again after it. */
  did(step: Step): void {
    this.undoable.push(step);
    this.redoable = [];
    this.changed();
  }

  /** There is nothing left of these to take back. */
  forget(isGone: (step: Step) => boolean): void {
    this.undoable = this.undoable.filter((step) => !isGone(step));
    this.changed();
  }

  forgetAll(): void {
    this.undoable = [];
    this.redoable = [];
    this.changed();
  }

  /** @returns whether anything was taken back */
  undo = (): Promise<boolean> => this.turns.take(() => this.go(false));

  /** @returns whether anything was brought again */
  redo = (): Promise<boolean> => this.turns.take(() => this.go(true));

  /**
   * Takes the one that is meant back, whatever was done since.
   * @param elsewhere what is taken back when it was not done in this window
   * @returns whether it was
   */
  undoThat(isMeant: (step: Step) => boolean, elsewhere?: Step): Promise<boolean> {
    return this.turns.take(async () => {
      const at = this.undoable.findIndex(isMeant);
      const [step = elsewhere] = at < 0 ? [] : this.undoable.splice(at, 1);
      if (step === undefined) return false;
      this.undoable.push(step);
      return this.go(false);
    });
  }

  private async go(isRedo: boolean): Promise<boolean> {
    const step = (isRedo ? this.redoable : this.undoable).pop();
    if (step === undefined) return false;
    const reverted = await this.revert(step, isRedo);
    if (reverted.kind === 'unanswered') (isRedo ? this.redoable : this.undoable).push(step);
    if (reverted.kind === 'done' && reverted.by !== null)
      (isRedo ? this.undoable : this.redoable).push(reverted.by);
    this.changed();
    return reverted.kind === 'done';
  }
}
