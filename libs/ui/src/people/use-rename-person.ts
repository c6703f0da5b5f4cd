import { useMutation } from 'urql';
import { told } from '../components/told.ts';
import { RenamePersonMutation } from './person.operations.ts';

interface SeenPerson {
  readonly id: string;
  /** What they were called when another name was thought of; missing where that does not count. */
  readonly name?: string;
}

/**
 * Renames a known person in every recording. `rename` gives the change, or null; a refusal is told in a toast.
 * @param onConflict is told instead that somebody else has renamed them since
 */
export function useRenamePerson(onConflict?: (why: string) => void) {
  const [{ fetching }, send] = useMutation(RenamePersonMutation);
  const rename = async (
    { id, name: expectedName }: SeenPerson,
    name: string,
  ): Promise<{ changeId: string | undefined } | null> => {
    const { data, error } = await send({ id, name, expectedName: expectedName ?? null });
    const answer = data?.renameSpeakerProfile;
    if (onConflict && answer?.__typename === 'Problem' && answer.code === 'SPEAKER_PROFILE_EDIT_CONFLICT') {
      onConflict([answer.message, ...answer.recovery].join(' '));
      return null;
    }
    const renamed = told(answer, error);
    return renamed && { changeId: renamed.history.edges[0]?.node.id };
  };
  return { renaming: fetching, rename };
}
