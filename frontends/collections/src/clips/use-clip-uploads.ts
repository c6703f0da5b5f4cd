import { useUploadQueue, type CreateRecording, type UploadItem } from '@colloquy/ui/uploads';
import { useEffect } from 'react';
import { useClient } from 'urql';
import { CreateClipMutation } from './clips.operations.ts';

/** Which collection a file in the queue is for; it goes on while another page is shown. */
const collectionOf = new Map<string, string>();

/** Files on their way into a collection; what is made a recording is no longer among them. */
export function useClipUploads(collectionId: string) {
  const { queue, items } = useUploadQueue({ collection: 'yes' });
  const client = useClient();
  const creating =
    (chosenAt: string): CreateRecording =>
    async (uploadId) => {
      const input = { uploadId, collectionId, chosenAt };
      const { data } = await client.mutation(CreateClipMutation, { input });
      const answer = data?.createRecording;
      if (!answer) return 'unreachable';
      return answer.__typename === 'Problem'
        ? { problem: answer }
        : { recordingId: answer.id, duplicateOf: null };
    };
  useEffect(() => {
    for (const { id, phase } of items) if (phase === 'created') void queue.remove(id);
  }, [items, queue]);
  return {
    queue,
    items: items.filter(({ id, phase }) => collectionOf.get(id) === collectionId && phase !== 'created'),
    add(files: readonly File[]) {
      const details = { title: '', language: '', expectedSpeakers: null, recordedAt: null };
      const now = Date.now();
      // A moment each: they keep their order whichever arrives first.
      for (const [place, file] of files.entries()) {
        const chosenAt = new Date(now + place).toISOString();
        collectionOf.set(queue.add(file, details, creating(chosenAt)), collectionId);
      }
    },
  };
}

export type ClipUploads = ReturnType<typeof useClipUploads>;
export type { UploadItem };
