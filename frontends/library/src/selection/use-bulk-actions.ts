import { toast } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useClient } from 'urql';
import { DeleteRecordingMutation, RetryProcessingMutation } from '../library.operations.ts';
import { useRestore } from '../row/use-restore.ts';

/** One after the other: a page of fifty at once would be refused as too much. Returns those it worked for. */
async function those(ids: readonly string[], act: (id: string) => Promise<boolean>): Promise<string[]> {
  const done: string[] = [];
  for (const id of ids) if (await act(id)) done.push(id);
  return done;
}

/** What can be done with several recordings; one toast tells how many it worked for. */
export function useBulkActions() {
  const { t } = useMessages('library');
  const client = useClient();
  const restore = useRestore();

  const removeOne = async (id: string) => {
    const { data } = await client.mutation(DeleteRecordingMutation, { id }).toPromise();
    return data?.deleteRecording.__typename === 'DeletedRecording';
  };
  const retryOne = async (id: string) => {
    const { data } = await client.mutation(RetryProcessingMutation, { id }).toPromise();
    return data?.retryProcessing.__typename === 'Recording';
  };
  const tellMissed = (count: number) => {
    if (count > 0) toast.failed({ message: t('selection.missed', { count }) });
  };

  return {
    removeAll: async (ids: readonly string[]) => {
      const removed = await those(ids, removeOne);
      tellMissed(ids.length - removed.length);
      if (removed.length === 0) return;
      const undo = async () => {
        const reasons = new Set<string>();
        const restored = await those(removed, async (id) => {
          const { answer, left } = await restore(id);
          if (left) reasons.add(left);
          return answer?.__typename === 'Recording';
        });
        tellMissed(removed.length - restored.length);
        if (restored.length === 0) return;
        const message = t('selection.restored', { count: restored.length });
        toast.done({ message: [message, ...reasons].join(' ') });
      };
      toast.done({
        message: t('selection.deleted', { count: removed.length }),
        action: { label: t('common:undo'), onAction: () => void undo() },
      });
    },
    retryAll: async (ids: readonly string[]) => {
      const begun = await those(ids, retryOne);
      tellMissed(ids.length - begun.length);
    },
  };
}
