import type { Client } from 'urql';
import { UndoCorrectionMutation } from './correction.operations.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

export interface CorrectionSnapshot {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly busy: boolean;
}

/** What was corrected in one transcript in this window, in order to take it back and bring it again. */
export class CorrectionStore {
  private undoable: string[] = [];
  private redoable: string[] = [];
  private pending = 0;
  private snapshot: CorrectionSnapshot = { canUndo: false, canRedo: false, busy: false };
  private readonly listeners = new Set<() => void>();
  /** One after the other: each begins from what the last one left. */
  private last: Promise<unknown> = Promise.resolve();

  /** @param tellRefused told of what could not be done; an empty message means that nobody answered */
  constructor(
    private readonly client: Client,
    private readonly tellRefused: (message: string) => void,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  getSnapshot = (): CorrectionSnapshot => this.snapshot;

  /** Remembers a correction made here. */
  did = (correctionId: string): void => {
    this.undoable.push(correctionId);
    this.redoable = [];
    this.publish();
  };

  /** Asks for a correction when those before are done. @returns whether it was made, or was so already */
  make = (ask: () => Promise<Outcome>): Promise<boolean> =>
    this.inTurn(async () => {
      const outcome = await ask();
      if (outcome.kind === 'made') this.did(outcome.correctionId);
      if (outcome.kind === 'refused') this.tellRefused(outcome.message);
      return outcome.kind !== 'refused';
    });

  undo = (): Promise<boolean> => this.inTurn(() => this.revert(this.undoable, this.redoable));
  redo = (): Promise<boolean> => this.inTurn(() => this.revert(this.redoable, this.undoable));

  private async revert(from: string[], to: string[]): Promise<boolean> {
    const id = from.pop();
    if (id === undefined) return false;
    const { data, error } = await this.client.mutation(UndoCorrectionMutation, { id }).toPromise();
    const outcome = outcomeOf(data?.undoCorrection, error);
    if (outcome.kind === 'made') to.push(outcome.correctionId);
    else if (outcome.kind === 'refused') {
      // Nobody answered: it can be tried again. A refusal stays one.
      if (!data) from.push(id);
      this.tellRefused(outcome.message);
    }
    return outcome.kind === 'made';
  }

  private inTurn(work: () => Promise<boolean>): Promise<boolean> {
    this.pending += 1;
    this.publish();
    const done = this.last.then(work).finally(() => {
      this.pending -= 1;
      this.publish();
    });
    this.last = done.catch(() => undefined);
    return done;
  }

  private publish(): void {
    this.snapshot = {
      canUndo: this.undoable.length > 0,
      canRedo: this.redoable.length > 0,
      busy: this.pending > 0,
    };
    for (const listener of this.listeners) listener();
  }
}
