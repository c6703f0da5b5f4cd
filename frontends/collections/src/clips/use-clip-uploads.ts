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
  const create: CreateRecording = async (uploadId) => {
    const { data } = await client.mutation(CreateClipMutation, { input: { uploadId, collectionId } });
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
      for (const file of files) collectionOf.set(queue.add(file, details, create), collectionId);
    },
  };
}

export type ClipUploads = ReturnType<typeof useClipUploads>;
export type { UploadItem };
