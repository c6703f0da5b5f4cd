import { useMutation } from 'urql';
import { told } from '../components/told.ts';
import { RenamePersonMutation } from './person.operations.ts';

/** Renames a known person in every recording. `rename` gives the change, or null; a refusal is told in a toast. */
export function useRenamePerson() {
  const [{ fetching }, send] = useMutation(RenamePersonMutation);
  const rename = async (id: string, name: string): Promise<{ changeId: string | undefined } | null> => {
    const { data, error } = await send({ id, name });
    const renamed = told(data?.renameSpeakerProfile, error);
    return renamed && { changeId: renamed.history.edges[0]?.node.id };
  };
  return { renaming: fetching, rename };
}
