import { Button, type ButtonProps } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useMessages, useNavigateToRecording } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import { toast } from '../components/toast.tsx';
import { CreateSampleMutation } from './sample.operations.ts';

/** Makes the sample conversation and goes where it can be watched becoming a transcript. */
export function SampleButton({ variant = 'light' }: Pick<ButtonProps, 'variant'>) {
  const { t } = useMessages('common');
  const open = useNavigateToRecording();
  const [{ fetching }, createSample] = useMutation(CreateSampleMutation);
  const tryIt = async () => {
    const { data } = await createSample({});
    const answer = data?.createSampleRecording;
    if (!answer) toast.failed({ message: t('problem.network') });
    else if (answer.__typename === 'Problem')
      toast.failed({ title: answer.message, message: answer.recovery.join(' ') });
    else open(answer.id);
  };
  return (
    <Button
      variant={variant}
      loading={fetching}
      leftSection={<IconSparkles size={17} stroke={1.75} />}
      onClick={() => void tryIt()}
    >
      {t('sample')}
    </Button>
  );
}
