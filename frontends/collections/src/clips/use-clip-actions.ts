import { toast, told } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import {
  CancelClipMutation,
  CancelCollectionMutation,
  RemoveFromCollectionMutation,
  ReorderCollectionMutation,
  RetryClipMutation,
  RetryCollectionMutation,
} from './clips.operations.ts';

/** What can be done with the recordings of a collection; the subscription shows what came of it. */
export function useClipActions(collectionId: string) {
  const { t } = useMessages('collections');
  const [, reorder] = useMutation(ReorderCollectionMutation);
  const [, remove] = useMutation(RemoveFromCollectionMutation);
  const [, cancelAll] = useMutation(CancelCollectionMutation);
  const [, retryAll] = useMutation(RetryCollectionMutation);
  const [, cancel] = useMutation(CancelClipMutation);
  const [, retry] = useMutation(RetryClipMutation);
  return {
    reorder: async (recordingIds: string[]) => {
      const { data, error } = await reorder({ input: { collectionId, recordingIds } });
      return told(data?.reorderCollection, error);
    },
    remove: async (id: string, title: string) => {
      const { data, error } = await remove({ input: { collectionId, recordingIds: [id] } });
      if (told(data?.removeFromCollection, error)) toast.done({ message: t('clips.removed', { title }) });
    },
    cancel: async (id: string) => {
      const { data, error } = await cancel({ id });
      told(data?.cancelProcessing, error);
    },
    retry: async (id: string) => {
      const { data, error } = await retry({ id });
      told(data?.retryProcessing, error);
    },
    cancelAll: async () => {
      const { data, error } = await cancelAll({ id: collectionId });
      told(data?.cancelCollection, error);
    },
    retryAll: async () => {
      const { data, error } = await retryAll({ id: collectionId });
      told(data?.retryCollection, error);
    },
  };
}

export type ClipActions = ReturnType<typeof useClipActions>;
