import { useEffect, useEffectEvent } from 'react';
import { useMutation, useSubscription } from 'urql';
import {
  Alert,
  Button,
  Group,
  IconCheck,
  Loader,
  Paper,
  ProblemAlert,
  ProcessAgainDialog,
  Progress,
  Text,
  Title,
  useDisclosure,
  type ProblemValue,
} from '@colloquy/ui';
import { formatDuration, formatPercent, listStages, useMessages, wholePercent } from '@colloquy/web-kit';
import type { RecordingHeaderFragment } from '../gql/graphql.ts';
import { RecordingStatusSubscription, RetryProcessingMutation } from './transcript-page.operations.ts';

interface ProcessingViewProps {
  readonly recording: RecordingHeaderFragment;
  /** The transcript may be there now: ask again. */
  onReady(): void;
}

/** A recording without a transcript yet: its stages as they pass, or why it stopped and how to go on. */
export function ProcessingView({ recording, onReady }: ProcessingViewProps) {
  const { t } = useMessages('transcript');
  const [{ data }] = useSubscription({
    query: RecordingStatusSubscription,
    variables: { recordingId: recording.id },
  });
  const live = data?.recordingStatusChanged;
  const status = live?.status ?? recording.status;
  const tellReady = useEffectEvent(onReady);
  useEffect(() => {
    if (live?.status === 'READY') tellReady();
  }, [live?.status]);

  if (status === 'FAILED' || status === 'CANCELLED') {
    return (
      <Stopped
        recording={recording}
        cancelled={status === 'CANCELLED'}
        problem={live?.problem ?? recording.problem ?? null}
        onRetried={onReady}
      />
    );
  }
  const stage = live?.stage ?? recording.processing?.stage ?? null;
  const progress = live?.progress ?? recording.processing?.progress ?? 0;
  const etaSeconds = live ? live.etaSeconds : recording.processing?.etaSeconds;
  const message = live?.message || recording.processing?.message;
  const waiting = (live ?? recording.processing)?.waiting ?? false;
  const heading = status === 'READY' ? 'preparing' : stage && !waiting ? 'title' : 'queued';
  return (
    <Paper withBorder radius="lg" p="xl" className="transcript-processing" aria-live="polite">
      <Title order={2} size="h4">
        {t(`processing.${heading}`)}
      </Title>
      <Text c="dimmed" size="sm" mt={4}>
        {t('processing.body')}
      </Text>
      <Progress
        value={wholePercent(progress)}
        size="lg"
        radius="xl"
        mt="lg"
        animated={!waiting}
        aria-label={t('processing.progress')}
      />
      <div className="transcript-progress-line">
        <Text size="sm">{message}</Text>
        <Text size="sm" c="dimmed" className="transcript-numbers">
          {formatPercent(progress)}
          {etaSeconds ? ` · ${t('processing.eta', { time: formatDuration(etaSeconds * 1000) })}` : ''}
        </Text>
      </div>
      <ol className="transcript-stages">
        {listStages({ stage, waiting }).map(({ stage: one, state }) => (
          <li key={one} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="transcript-stage-mark" aria-hidden>
              {state === 'done' && <IconCheck size={14} />}
              {state === 'now' && <Loader size={14} />}
            </span>
            {t(`common:stage.${one}`)}
          </li>
        ))}
      </ol>
    </Paper>
  );
}

interface StoppedProps {
  readonly recording: RecordingHeaderFragment;
  readonly cancelled: boolean;
  readonly problem: ProblemValue | null;
  onRetried(): void;
}

function Stopped({ recording, cancelled, problem, onRetried }: StoppedProps) {
  const { t } = useMessages('transcript');
  const [{ data, error }, retry] = useMutation(RetryProcessingMutation);
  const refusal = data?.retryProcessing.__typename === 'Problem' ? data.retryProcessing : error;
  const again = () => void retry({ id: recording.id }).then(onRetried);
  const [opened, settings] = useDisclosure(false);
  const change = (
    <Button size="xs" variant="default" onClick={settings.open}>
      {t('common:again.settings')}
    </Button>
  );
  const unknown = {
    code: 'UNKNOWN',
    message: t('processing.failedUnknown'),
    troubleshooting: [],
    recovery: [],
  };
  return (
    <div className="transcript-stopped">
      {cancelled ? (
        <Alert color="gray" title={t('processing.cancelled')}>
          <Group gap="sm">
            <Button size="xs" variant="default" onClick={again}>
              {t('processing.retry')}
            </Button>
            {change}
          </Group>
        </Alert>
      ) : (
        <ProblemAlert problem={problem ?? unknown} onRetry={again} actions={change} />
      )}
      {refusal && <ProblemAlert problem={refusal} />}
      <ProcessAgainDialog
        recording={recording}
        opened={opened}
        onClose={settings.close}
        onBegun={onRetried}
      />
    </div>
  );
}
