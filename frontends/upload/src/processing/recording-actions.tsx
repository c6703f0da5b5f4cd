import { Button, toast } from '@colloquy/ui';
import { paths, RouteLink, useMessages } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import { CancelProcessingMutation } from '../upload.operations.ts';

/** Where to go when processing came to an end. */
export function FinishedActions({ recordingId, failed }: { recordingId: string; failed: boolean }) {
  const { t } = useMessages('upload');
  const href = failed ? paths.library() : paths.recording(recordingId);
  return (
    <Button
      size="xs"
      variant={failed ? 'default' : 'filled'}
      renderRoot={(props) => <RouteLink {...props} href={href} />}
    >
      {t(failed ? 'processing.toLibrary' : 'processing.open')}
    </Button>
  );
}

export function RunningActions({ recordingId, title }: { recordingId: string; title: string }) {
  const { t } = useMessages('upload');
  const [{ fetching }, cancel] = useMutation(CancelProcessingMutation);
  const stop = async () => {
    const { data, error } = await cancel({ id: recordingId });
    if (data?.cancelProcessing.__typename === 'Problem')
      toast.failed({ message: data.cancelProcessing.message });
    else if (error) toast.failed({ message: t('common:problem.network') });
  };
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      loading={fetching}
      aria-label={t('processing.cancelOf', { title })}
      onClick={() => void stop()}
    >
      {t('common:cancel')}
    </Button>
  );
}
