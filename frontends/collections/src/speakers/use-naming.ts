import { toast, told, UndoPersonChangeMutation, type RenamedPerson } from '@colloquy/ui';
import { Turns, UndoHistory, useMessages, useUndoKeys, type Reverted } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation } from 'urql';
import { RenameCollectionSpeakerMutation, UndoCollectionRenameMutation } from './speakers.operations.ts';

/** A naming that can be taken back, or given again: of corrections of the recordings, or of a known person everywhere. */
interface Naming {
  revert(isRedo: boolean): Promise<Reverted<Naming>>;
}

/** Naming people of a collection, which is taken back and done again in this window, the latest first. */
export function useNaming(collectionId: string) {
  const { t } = useMessages('collections');
  const [, rename] = useMutation(RenameCollectionSpeakerMutation);
  const [, takeNamesBack] = useMutation(UndoCollectionRenameMutation);
  const [, givePersonBack] = useMutation(UndoPersonChangeMutation);
  const [history] = useState(
    () => new UndoHistory<Naming>(new Turns(), (naming, isRedo) => naming.revert(isRedo)),
  );
  useUndoKeys(history);
  const undone = (by: Naming | null, message: string): Reverted<Naming> => {
    toast.done({ id: 'naming', message });
    return { kind: 'done', by };
  };
  const everywhere = ({ before, after }: RenamedPerson) => t('common:renamePerson.done', { before, after });
  const here = (correctionIds: string[]): Naming => ({
    revert: async (isRedo) => {
      const { data, error } = await takeNamesBack({ input: { collectionId, correctionIds } });
      const renamed = told(data?.renamed, error);
      if (!renamed) return { kind: data ? 'refused' : 'unanswered' };
      const ids = renamed.corrections.map(({ id }) => id);
      return undone(here(ids), t(isRedo ? 'speakers.nameAgain' : 'speakers.nameTaken'));
    },
  });
  const person = (renamed: RenamedPerson): Naming => ({
    revert: async (isRedo) => {
      const { data, error } = await givePersonBack({ id: renamed.changeId });
      const change = told(data?.undone, error);
      if (!change) return { kind: data ? 'refused' : 'unanswered' };
      const { before } = renamed;
      const by = change.by && person({ ...renamed, changeId: change.by.id });
      return undone(by, isRedo ? everywhere(renamed) : t('common:renamePerson.takenBack', { before }));
    },
  });
  const did = (naming: Naming, message: string) => {
    history.did(naming);
    const action = { label: t('common:undo'), onAction: () => void history.undo() };
    toast.done({ id: 'naming', message, action });
  };
  return {
    /** @returns whether they are called so */
    rename: async (speakerId: string, name: string): Promise<boolean> => {
      const { data, error } = await rename({ input: { collectionId, speakerId, name } });
      const renamed = told(data?.renamed, error);
      if (!renamed) return false;
      const correctionIds = renamed.corrections.map(({ id }) => id);
      if (correctionIds.length > 0) did(here(correctionIds), t('speakers.named'));
      return true;
    },
    /** Remembers that a known person is called otherwise. */
    renamedEverywhere: (renamed: RenamedPerson): void => did(person(renamed), everywhere(renamed)),
  };
}
