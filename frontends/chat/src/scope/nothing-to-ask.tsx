import { useMutation } from 'urql';
import { Button, EmptyState, IconMessages, IconSparkles, IconUpload, ProblemAlert } from '@colloquy/ui';
import { paths, RouteLink, useMessages, useNavigateToRecording } from '@colloquy/web-kit';
import { CreateSampleMutation } from './scope.operations.ts';

/** The library holds nothing that could answer: upload, or look at the sample. */
export function NothingToAsk() {
  const { t } = useMessages('chat');
  const open = useNavigateToRecording();
  const [{ data, error, fetching }, create] = useMutation(CreateSampleMutation);
  const refusal = data?.createSampleRecording.__typename === 'Problem' ? data.createSampleRecording : error;
  const trySample = async () => {
    const result = await create({});
    const made = result.data?.createSampleRecording;
    if (made?.__typename === 'Recording') open(made.id);
  };
  return (
    <>
      <EmptyState
        icon={<IconMessages size={28} />}
        title={t('empty.title')}
        actions={
          <>
            <Button component={RouteLink} href={paths.upload()} leftSection={<IconUpload size={16} />}>
              {t('empty.upload')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconSparkles size={16} />}
              loading={fetching}
              onClick={() => void trySample()}
            >
              {t('empty.sample')}
            </Button>
          </>
        }
      >
        {t('empty.body')}
      </EmptyState>
      {refusal && <ProblemAlert problem={refusal} />}
    </>
  );
}
