import { toast, type ProblemValue } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useMutation, type CombinedError } from 'urql';
import {
  CancelProcessingMutation,
  DeleteRecordingMutation,
  RenameRecordingMutation,
  RetryProcessingMutation,
} from '../library.operations.ts';
import { useRestore } from './use-restore.ts';

type Answer = { __typename: string } | ({ __typename: 'Problem' } & ProblemValue);

/** What can be done with a recording in the list; a refusal is told in a toast. */
export function useRecordingActions({ id, title }: { id: string; title: string }) {
  const { t } = useMessages('library');
  const [, rename] = useMutation(RenameRecordingMutation);
  const [, cancel] = useMutation(CancelProcessingMutation);
  const [, retry] = useMutation(RetryProcessingMutation);
  const [, remove] = useMutation(DeleteRecordingMutation);
  const restore = useRestore();

  /** True when it was done. */
  const told = (answer: Answer | undefined, error: CombinedError | undefined): boolean => {
    if (answer && 'recovery' in answer) {
      toast.failed({ title: answer.message, message: answer.recovery.join(' ') });
      return false;
    }
    if (answer) return true;
    toast.failed({
      message: t(error?.networkError ? 'common:problem.network' : 'common:problem.unexpected'),
    });
    return false;
  };

  return {
    rename: async (newTitle: string) => {
      const { data, error } = await rename({ id, title: newTitle });
      return told(data?.updateRecording, error);
    },
    cancel: async () => {
      const { data, error } = await cancel({ id });
      told(data?.cancelProcessing, error);
    },
    retry: async () => {
      const { data, error } = await retry({ id });
      told(data?.retryProcessing, error);
    },
    remove: async () => {
      const { data, error } = await remove({ id });
      if (!told(data?.deleteRecording, error)) return;
      const undo = async () => {
        const { answer, error: failed, left } = await restore(id);
        if (!told(answer, failed)) return;
        toast.done({ message: [t('restored', { title }), left].filter(Boolean).join(' ') });
      };
      toast.done({
        message: t('deleted', { title }),
        action: { label: t('common:undo'), onAction: () => void undo() },
      });
    },
  };
}
