import { toast, told, type RenamedPerson } from '@colloquy/ui';
import { useMessages, useUndoKeys } from '@colloquy/web-kit';
import { useRef } from 'react';
import { useMutation } from 'urql';
import {
  RenameCollectionSpeakerMutation,
  UndoCollectionRenameMutation,
  UndoRenamedPersonMutation,
} from './speakers.operations.ts';

/** What one naming changed: names by corrections of the recordings, or a known person everywhere. */
type Naming = { readonly correctionIds: readonly string[] } | { readonly person: RenamedPerson };

interface TakenBack {
  /** Whether anybody answered. */
  readonly answered: boolean;
  /** What gives it again; null when it was refused, or is final. */
  readonly again: Naming | null;
}

/** Naming people of a collection, which is taken back and done again in this window, the latest first. */
export function useNaming(collectionId: string) {
  const { t } = useMessages('collections');
  const [, rename] = useMutation(RenameCollectionSpeakerMutation);
  const [, takeNamesBack] = useMutation(UndoCollectionRenameMutation);
  const [, givePersonBack] = useMutation(UndoRenamedPersonMutation);
  const undoable = useRef<Naming[]>([]);
  const redoable = useRef<Naming[]>([]);
  const takeBack = async (naming: Naming): Promise<TakenBack> => {
    if ('person' in naming) {
      const { person } = naming;
      const { data, error } = await givePersonBack({ id: person.changeId });
      const by = told(data?.undone, error)?.by;
      return { answered: Boolean(data), again: by ? { person: { ...person, changeId: by.id } } : null };
    }
    const correctionIds = [...naming.correctionIds];
    const { data, error } = await takeNamesBack({ input: { collectionId, correctionIds } });
    const undone = told(data?.renamed, error);
    return {
      answered: Boolean(data),
      again: undone && { correctionIds: undone.corrections.map(({ id }) => id) },
    };
  };
  const revert = async (from: Naming[], to: Naming[], message: (naming: Naming) => string) => {
    const naming = from.pop();
    if (!naming) return;
    const { answered, again } = await takeBack(naming);
    // Nobody answered: it can be tried again. A refusal stays one.
    if (!answered) from.push(naming);
    if (!again) return;
    to.push(again);
    toast.done({ id: 'naming', message: message(naming) });
  };
  const everywhere = ({ before, after }: RenamedPerson) => t('common:renamePerson.done', { before, after });
  const taken = (naming: Naming) =>
    'person' in naming
      ? t('common:renamePerson.takenBack', { before: naming.person.before })
      : t('speakers.nameTaken');
  const again = (naming: Naming) =>
    'person' in naming ? everywhere(naming.person) : t('speakers.nameAgain');
  const undo = () => revert(undoable.current, redoable.current, taken);
  const redo = () => revert(redoable.current, undoable.current, again);
  useUndoKeys({ undo, redo });
  const did = (naming: Naming, message: string) => {
    undoable.current.push(naming);
    redoable.current = [];
    const action = { label: t('common:undo'), onAction: () => void undo() };
    toast.done({ id: 'naming', message, action });
  };
  return {
    /** @returns whether they are called so */
    rename: async (speakerId: string, name: string): Promise<boolean> => {
      const { data, error } = await rename({ input: { collectionId, speakerId, name } });
      const renamed = told(data?.renamed, error);
      if (!renamed) return false;
      const correctionIds = renamed.corrections.map(({ id }) => id);
      if (correctionIds.length > 0) did({ correctionIds }, t('speakers.named'));
      return true;
    },
    /** Remembers that a known person is called otherwise. */
    renamedEverywhere: (person: RenamedPerson): void => did({ person }, everywhere(person)),
  };
}
