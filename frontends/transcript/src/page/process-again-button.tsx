import { useMutation } from 'urql';
import { ActionIcon, confirmProcessingAgain, IconRefresh, toast, Tooltip } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { RecordingHeaderFragment } from '../gql/graphql.ts';
import { RetryProcessingMutation } from './transcript-page.operations.ts';

/** Has a recording that is ready processed again, after saying what becomes of its corrections. */
export function ProcessAgainButton({ recording: { id, title } }: { recording: RecordingHeaderFragment }) {
  const { t } = useMessages('transcript');
  const [{ fetching }, retry] = useMutation(RetryProcessingMutation);
  const again = async () => {
    if (!(await confirmProcessingAgain(title))) return;
    const { data, error } = await retry({ id });
    const answer = data?.retryProcessing;
    if (answer?.__typename === 'Recording')
      return toast.done({ message: t('common:again.begun', { title }) });
    toast.failed({ message: answer?.message ?? error?.message ?? t('common:problem.network') });
  };
  return (
    <Tooltip label={t('common:again.confirm')}>
      <ActionIcon
        size="lg"
        variant="default"
        loading={fetching}
        aria-label={t('common:again.confirm')}
        onClick={() => void again()}
      >
        <IconRefresh size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
