import { useClient } from 'urql';
import { RestoreRecordingMutation } from '../library.operations.ts';

/**
 * Brings a deleted recording back, also where a collection that it was in has no room for it any more: the time to do
 * so is short. `left` says why it is no longer in a collection.
 */
export function useRestore() {
  const client = useClient();
  return async (id: string) => {
    const ask = (leaveFullCollections: boolean) =>
      client.mutation(RestoreRecordingMutation, { id, leaveFullCollections }).toPromise();
    const { data, error } = await ask(false);
    const answer = data?.restoreRecording;
    if (answer?.__typename !== 'Problem' || answer.code !== 'COLLECTION_FULL')
      return { answer, error, left: null };
    const again = await ask(true);
    return { answer: again.data?.restoreRecording, error: again.error, left: answer.message };
  };
}
