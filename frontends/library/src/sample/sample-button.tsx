import { Button, IconSparkles, toast } from '@colloquy/ui';
import { useMessages, useNavigateToRecording } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import { CreateSampleMutation } from '../library.operations.ts';

/** Makes the sample conversation and goes where it can be watched becoming a transcript. */
export function SampleButton() {
  const { t } = useMessages('library');
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
      {t('empty.sample')}
    </Button>
  );
}
