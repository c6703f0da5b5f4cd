import type { AnyVariables, Client, TypedDocumentNode } from 'urql';
import { readFragment, type FragmentType } from '../gql/index.ts';
import { CorrectionOutcomeFragment, UndoCorrectionMutation } from './correction.operations.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

export interface CorrectionSnapshot {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly busy: boolean;
}

interface Corrected {
  readonly correction: FragmentType<typeof CorrectionOutcomeFragment> | null;
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

  /** Remembers a correction made here; one that has grown is the latest again. */
  did = (correctionId: string): void => {
    this.forget(correctionId);
    this.undoable.push(correctionId);
    this.redoable = [];
    this.publish();
  };

  /** There is nothing left of a correction to take back. */
  forget = (correctionId: string): void => {
    const at = this.undoable.indexOf(correctionId);
    if (at >= 0) this.undoable.splice(at, 1);
    this.publish();
  };

  /** Nothing is taken back of a transcript that another has replaced. */
  forgetAll = (): void => {
    this.undoable = [];
    this.redoable = [];
    this.publish();
  };

  /** Takes a correction back that is not to be brought again. @returns whether it was taken back */
  discard = (correctionId: string): Promise<boolean> =>
    this.inTurn(async () => {
      const { outcome } = await this.ask(UndoCorrectionMutation, { id: correctionId });
      if (outcome.kind === 'refused') this.tellRefused(outcome.message);
      else this.forget(correctionId);
      return outcome.kind !== 'refused';
    });

  /** Asks for a correction when those before are done. @returns whether it was made, or was so already */
  make = <V extends AnyVariables>(
    mutation: TypedDocumentNode<Corrected, V>,
    variables: V,
  ): Promise<boolean> =>
    this.inTurn(async () => {
      const { outcome } = await this.ask(mutation, variables);
      if (outcome.kind === 'made') this.did(outcome.correctionId);
      if (outcome.kind === 'refused') this.tellRefused(outcome.message);
      return outcome.kind !== 'refused';
    });

  undo = (): Promise<boolean> => this.inTurn(() => this.revert(this.undoable, this.redoable));
  redo = (): Promise<boolean> => this.inTurn(() => this.revert(this.redoable, this.undoable));

  private async revert(from: string[], to: string[]): Promise<boolean> {
    const id = from.pop();
    if (id === undefined) return false;
    const { outcome, answered } = await this.ask(UndoCorrectionMutation, { id });
    if (outcome.kind === 'made') to.push(outcome.correctionId);
    else if (outcome.kind === 'refused') {
      // Nobody answered: it can be tried again. A refusal stays one.
      if (!answered) from.push(id);
      this.tellRefused(outcome.message);
    }
    return outcome.kind === 'made';
  }

  private async ask<V extends AnyVariables>(
    mutation: TypedDocumentNode<Corrected, V>,
    variables: V,
  ): Promise<{ outcome: Outcome; answered: boolean }> {
    const { data, error } = await this.client.mutation(mutation, variables).toPromise();
    const answer = readFragment(CorrectionOutcomeFragment, data?.correction);
    return { outcome: outcomeOf(answer, error), answered: data !== undefined };
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
