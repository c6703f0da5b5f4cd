import { useMutation } from 'urql';
import { told } from '../components/told.ts';
import { RenamePersonMutation } from './person.operations.ts';

/** Renames a known person in every recording. `rename` gives whether it was done; a refusal is told in a toast. */
export function useRenamePerson() {
  const [{ fetching }, send] = useMutation(RenamePersonMutation);
  const rename = async (id: string, name: string): Promise<boolean> => {
    const { data, error } = await send({ id, name });
    return told(data?.renameSpeakerProfile, error) !== null;
  };
  return { renaming: fetching, rename };
}
