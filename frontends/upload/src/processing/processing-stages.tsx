import {
  Group,
  IconCheck,
  IconCircleDashed,
  Loader,
  ProblemAlert,
  Progress,
  Stack,
  Text,
} from '@colloquy/ui';
import { formatDuration, formatPercent, listStages, useMessages, wholePercent } from '@colloquy/web-kit';
import { useSubscription } from 'urql';
import classes from '../page/upload.module.css';
import { RecordingStatusSubscription } from '../upload.operations.ts';
import { FinishedActions, RunningActions } from './recording-actions.tsx';

/** A recording's way through the engines, live; the server sends the current state first. */
export function ProcessingStages({ recordingId, title }: { recordingId: string; title: string }) {
  const { t } = useMessages('upload');
  const [{ data, error }] = useSubscription({
    query: RecordingStatusSubscription,
    variables: { recordingId },
  });
  const update = data?.recordingStatusChanged;
  if (error && !update) return <ProblemAlert problem={error} />;
  if (!update) return <Loader size="sm" role="status" aria-label={t('common:loading')} />;
  const { status, stage, waiting, message, progress, etaSeconds, problem } = update;
  if (status === 'FAILED' && problem) {
    return <ProblemAlert problem={problem} actions={<FinishedActions recordingId={recordingId} failed />} />;
  }
  if (status === 'READY' || status === 'FAILED' || status === 'CANCELLED') {
    return (
      <Group justify="space-between">
        <Text size="sm" role="status">
          {t(`processing.${status}`)}
        </Text>
        <FinishedActions recordingId={recordingId} failed={status !== 'READY'} />
      </Group>
    );
  }
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm" role="status">
          {message || t('processing.queued')}
        </Text>
        <Group gap="xs">
          <Text size="sm" c="dimmed" className="cq-figures">
            {stage && formatPercent(progress)}
            {stage && etaSeconds !== null && etaSeconds !== undefined && (
              <> · {t('processing.eta', { time: formatDuration(etaSeconds * 1000) })}</>
            )}
          </Text>
          <RunningActions recordingId={recordingId} title={title} />
        </Group>
      </Group>
      <Progress
        value={wholePercent(progress)}
        size="sm"
        aria-label={t('processing.progress', { title })}
        animated={stage !== null && !waiting}
      />
      <ol className={classes.stages}>
        {listStages(update).map(({ stage: each, state }) => (
          <li key={each} className={classes.stage} data-state={state}>
            {state === 'done' && <IconCheck size={14} aria-hidden />}
            {state === 'now' && <Loader size={12} aria-hidden />}
            {state === 'next' && <IconCircleDashed size={14} aria-hidden />}
            {t(`common:stage.${each}`)}
          </li>
        ))}
      </ol>
    </Stack>
  );
}
