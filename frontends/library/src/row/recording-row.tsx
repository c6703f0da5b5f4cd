import {
  AddToCollectionDialog,
  Button,
  Checkbox,
  ProblemAlert,
  ProcessAgainDialog,
  Progress,
  StatusBadge,
  Text,
  useDisclosure,
} from '@colloquy/ui';
import {
  formatAgo,
  formatDate,
  formatDateTime,
  formatDuration,
  formatTime,
  useMessages,
  wholePercent,
} from '@colloquy/web-kit';
import { memo, useState } from 'react';
import type { RecordingRowFragment } from '../gql/graphql.ts';
import classes from '../list/list.module.css';
import { EngineCell } from './engine-cell.tsx';
import { RowMenu } from './row-menu.tsx';
import { SpeakersCell } from './speakers-cell.tsx';
import { TitleCell } from './title-cell.tsx';
import { useRecordingActions } from './use-recording-actions.ts';

export const COLUMN_COUNT = 9;

interface RecordingRowProps {
  recording: RecordingRowFragment;
  selected: boolean;
  onSelect: (id: string, selected: boolean) => void;
}

/** One recording; a failed one unfolds what happened and what to do. */
export const RecordingRow = memo(function RecordingRow({ recording, selected, onSelect }: RecordingRowProps) {
  const { t } = useMessages('library');
  const [renaming, setRenaming] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const [addingOpened, adding] = useDisclosure(false);
  const [againOpened, again] = useDisclosure(false);
  const actions = useRecordingActions(recording);
  const { id, title, status, processing, problem, durationMs, recordedAt, createdAt } = recording;
  const failed = status === 'FAILED' && problem ? problem : null;
  const adviceId = `advice-${id}`;
  return (
    <>
      <tr className={classes.row} data-unfolded={unfolded || undefined} data-selected={selected || undefined}>
        <td className={classes.select}>
          <Checkbox
            size="xs"
            aria-label={t('selection.one', { title })}
            checked={selected}
            onChange={(event) => onSelect(id, event.currentTarget.checked)}
          />
        </td>
        <td className={classes.titleCell}>
          <TitleCell
            recording={recording}
            renaming={renaming}
            onRename={(newTitle) => void actions.rename(newTitle)}
            onStop={() => setRenaming(false)}
          />
          {failed && (
            <Text size="xs" c="var(--mantine-color-error)" mt={2}>
              {failed.message}{' '}
              <Button
                variant="transparent"
                size="compact-xs"
                px={2}
                aria-expanded={unfolded}
                aria-controls={adviceId}
                onClick={() => setUnfolded(!unfolded)}
              >
                {t(unfolded ? 'hideAdvice' : 'whatToDo')}
              </Button>
            </Text>
          )}
          {status === 'PROCESSING' && processing && (
            <div className={classes.progress}>
              <Progress
                value={wholePercent(processing.progress)}
                size={4}
                aria-label={t('processingOf', { title })}
              />
              <Text size="xs" c="dimmed">
                {processing.message}
                {processing.etaSeconds !== null && processing.etaSeconds !== undefined && (
                  <> · {t('eta', { time: formatDuration(processing.etaSeconds * 1000) })}</>
                )}
              </Text>
            </div>
          )}
        </td>
        <td>
          <StatusBadge status={status} progress={processing?.progress} waiting={processing?.waiting} />
        </td>
        <td className={classes.speakers}>
          <SpeakersCell transcript={recording.transcript} />
        </td>
        <td className={classes.figure}>
          {typeof durationMs === 'number' && (
            <span title={t('duration', { duration: formatDuration(durationMs) })}>
              {formatTime(durationMs)}
            </span>
          )}
        </td>
        <td>
          <EngineCell title={title} engineRuns={recording.engineRuns} />
        </td>
        <td className={`${classes.recorded} ${classes.date}`}>{recordedAt && formatDate(recordedAt)}</td>
        <td className={classes.date}>
          <time dateTime={createdAt} title={formatDateTime(createdAt)}>
            {formatAgo(createdAt)}
          </time>
        </td>
        <td className={classes.menuCell}>
          <RowMenu
            recording={recording}
            onRename={() => setRenaming(true)}
            onAddToCollection={adding.open}
            onRetry={() => void actions.retry()}
            onProcessAgain={again.open}
            onCancel={() => void actions.cancel()}
            onDelete={() => void actions.remove()}
          />
          <AddToCollectionDialog recordingIds={[id]} opened={addingOpened} onClose={adding.close} />
          <ProcessAgainDialog recording={recording} opened={againOpened} onClose={again.close} />
        </td>
      </tr>
      {failed && unfolded && (
        <tr id={adviceId}>
          <td colSpan={COLUMN_COUNT} className={classes.advice}>
            <ProblemAlert problem={failed} onRetry={() => void actions.retry()} />
          </td>
        </tr>
      )}
    </>
  );
});
