import type { AnyVariables, Client, TypedDocumentNode } from 'urql';
import { UndoPersonChangeMutation } from '@colloquy/ui';
import { SnapshotStore, Turns, UndoHistory, type Reverted } from '@colloquy/web-kit';
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

/** Something to be taken back, or brought again. */
interface Step {
  readonly id: string;
  /** Of a known person, which is no correction of a transcript. */
  readonly tell?: Tell;
  /** Once taken back it cannot be brought again. */
  readonly isOnce?: boolean;
}

/** Hears whether it is so again. */
type Tell = (isAgain: boolean) => void;

/** What was corrected in one transcript in this window, in order to take it back and bring it again. */
export class CorrectionStore extends SnapshotStore<CorrectionSnapshot> {
  private readonly turns = new Turns(() => this.changed());
  private readonly history = new UndoHistory<Step>(
    this.turns,
    (step, isRedo) => this.revert(step, isRedo),
    () => this.changed(),
  );

  /** @param tellRefused told of what could not be done; an empty message means that nobody answered */
  constructor(
    private readonly client: Client,
    private readonly tellRefused: (message: string) => void,
  ) {
    super({ canUndo: false, canRedo: false, busy: false });
  }

  /** Remembers a correction made here; one that has grown is the latest again. */
  did = (correctionId: string): void => {
    this.forget(correctionId);
    this.history.did({ id: correctionId });
  };

  /** Remembers a correction that made a known person: taken back, their voice is deleted with them. */
  didMakePerson = (correctionId: string): void => this.history.did({ id: correctionId, isOnce: true });

  /** Remembers a change of a known person; @param tell hears of it each time that it is, or is not, so any more */
  didChangePerson = (changeId: string, tell: Tell): void => this.history.did({ id: changeId, tell });

  /** There is nothing left of a correction to take back. */
  forget = (correctionId: string): void => this.history.forget(({ id }) => id === correctionId);

  /** Nothing is taken back of a transcript that another has replaced. */
  forgetAll = (): void => this.history.forgetAll();

  /** Takes a correction back that is not to be brought again. @returns whether it was taken back */
  discard = (correctionId: string): Promise<boolean> =>
    this.turns.take(async () => {
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
    this.turns.take(async () => {
      const { outcome } = await this.ask(mutation, variables);
      if (outcome.kind === 'made' && outcome.id) this.did(outcome.id);
      if (outcome.kind === 'refused') this.tellRefused(outcome.message);
      return outcome.kind !== 'refused';
    });

  undo = (): Promise<boolean> => this.history.undo();
  redo = (): Promise<boolean> => this.history.redo();

  /** Takes a correction of the history back, whoever made it, and whatever was corrected since. */
  undoThis = (correctionId: string): Promise<boolean> =>
    this.history.undoThat(({ id }) => id === correctionId, { id: correctionId });

  /** Takes back what somebody is told of, whatever was corrected since. */
  undoTold = (tell: Tell): Promise<boolean> => this.history.undoThat((step) => step.tell === tell);

  private async revert(step: Step, isRedo: boolean): Promise<Reverted<Step>> {
    const { outcome, answered } = await this.takeBack(step);
    if (outcome.kind === 'same') return outcome;
    if (outcome.kind === 'refused') {
      this.tellRefused(outcome.message);
      return { kind: answered ? 'refused' : 'unanswered' };
    }
    step.tell?.(isRedo);
    return { kind: 'done', by: outcome.id && !step.isOnce ? { ...step, id: outcome.id } : null };
  }

  private async takeBack({ id, tell }: Step): Promise<{ outcome: Outcome; answered: boolean }> {
    if (!tell) return this.ask(UndoCorrectionMutation, { id });
    const { data, error } = await this.client.mutation(UndoPersonChangeMutation, { id }).toPromise();
    return { outcome: outcomeOf(data?.undone, error), answered: data !== undefined };
  }

  private async ask<V extends AnyVariables>(
    mutation: TypedDocumentNode<Corrected, V>,
    variables: V,
  ): Promise<{ outcome: Outcome; answered: boolean }> {
    const { data, error } = await this.client.mutation(mutation, variables).toPromise();
    const answer = readFragment(CorrectionOutcomeFragment, data?.correction);
    return { outcome: outcomeOf(answer, error), answered: data !== undefined };
  }

  private changed(): void {
    const { canUndo, canRedo } = this.history;
    this.publish({ canUndo, canRedo, busy: this.turns.busy });
  }
}
