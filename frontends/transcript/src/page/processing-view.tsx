import { useEffect, useEffectEvent } from 'react';
import { useMutation, useSubscription } from 'urql';
import {
  Alert,
  Button,
  IconCheck,
  Loader,
  Paper,
  ProblemAlert,
  Progress,
  Text,
  Title,
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
        recordingId={recording.id}
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
  readonly recordingId: string;
  readonly cancelled: boolean;
  readonly problem: ProblemValue | null;
  onRetried(): void;
}

function Stopped({ recordingId, cancelled, problem, onRetried }: StoppedProps) {
  const { t } = useMessages('transcript');
  const [{ data, error }, retry] = useMutation(RetryProcessingMutation);
  const refusal = data?.retryProcessing.__typename === 'Problem' ? data.retryProcessing : error;
  const again = () => void retry({ id: recordingId }).then(onRetried);
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
          <Button size="xs" variant="default" onClick={again}>
            {t('processing.retry')}
          </Button>
        </Alert>
      ) : (
        <ProblemAlert problem={problem ?? unknown} onRetry={again} />
      )}
      {refusal && <ProblemAlert problem={refusal} />}
    </div>
  );
}
