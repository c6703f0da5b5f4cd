import { Button, IconSparkles, toast } from '@colloquy/ui';
import { useMessages, useNavigateToRecording } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import { CreateSampleMutation } from '../upload.operations.ts';

/** Everything in a minute, without a recording of one's own. */
export function SampleButton() {
  const { t } = useMessages('upload');
  const open = useNavigateToRecording();
  const [{ fetching }, createSample] = useMutation(CreateSampleMutation);
  const tryIt = async () => {
    const { data } = await createSample({});
    const answer = data?.createSampleRecording;
    if (!answer) toast.failed({ message: t('common:problem.network') });
    else if (answer.__typename === 'Problem')
      toast.failed({ title: answer.message, message: answer.recovery.join(' ') });
    else open(answer.id);
  };
  return (
    <Button
      variant="light"
      loading={fetching}
      leftSection={<IconSparkles size={17} stroke={1.75} />}
      onClick={() => void tryIt()}
    >
      {t('sample.action')}
    </Button>
  );
}
