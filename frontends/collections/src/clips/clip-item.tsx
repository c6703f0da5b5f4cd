import {
  ActionIcon,
  Group,
  IconArrowDown,
  IconArrowUp,
  IconPlayerStop,
  IconRefresh,
  IconX,
  ProblemAlert,
  Progress,
  StatusBadge,
  Text,
  Tooltip,
} from '@colloquy/ui';
import { formatDuration, paths, RouteLink, useMessages, wholePercent } from '@colloquy/web-kit';
import classes from '../collections.module.css';
import type { CollectionProgressSubscription } from '../gql/graphql.ts';
import type { ClipActions } from './use-clip-actions.ts';

interface ClipItemProps {
  clip: CollectionProgressSubscription['collectionProgress']['clips'][number];
  actions: ClipActions;
  /** Null at the top. */
  onUp: (() => void) | null;
  /** Null at the end. */
  onDown: (() => void) | null;
}

export function ClipItem({ clip, actions, onUp, onDown }: ClipItemProps) {
  const { t } = useMessages('collections');
  const { recordingId: id, recording, status, progress, waiting, message, etaSeconds, problem } = clip;
  const title = recording?.title ?? '';
  const running = status === 'QUEUED' || status === 'PROCESSING' || status === 'UPLOADED';
  const stopped = status === 'FAILED' || status === 'CANCELLED';
  const tools = [
    { label: t('clips.up', { title }), Icon: IconArrowUp, act: onUp },
    { label: t('clips.down', { title }), Icon: IconArrowDown, act: onDown },
    running && {
      label: t('clips.cancel', { title }),
      Icon: IconPlayerStop,
      act: () => void actions.cancel(id),
    },
    stopped && { label: t('clips.retry', { title }), Icon: IconRefresh, act: () => void actions.retry(id) },
    { label: t('clips.remove', { title }), Icon: IconX, act: () => void actions.remove(id, title) },
  ].filter((tool) => tool !== false);
  return (
    <li className={classes.clip}>
      <div className={classes.clipHead}>
        <div className={classes.clipTitle}>
          <RouteLink href={paths.recording(id)} aria-label={t('clips.open', { title })}>
            {title}
          </RouteLink>
          {typeof recording?.durationMs === 'number' && (
            <Text component="span" size="sm" c="dimmed" className="cq-figures">
              {formatDuration(recording.durationMs)}
            </Text>
          )}
        </div>
        <StatusBadge status={status} progress={progress} waiting={waiting} />
        <Group gap={2} wrap="nowrap">
          {tools.map(({ label, Icon, act }) => (
            <Tooltip key={label} label={label} withinPortal={false}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={label}
                // Not `disabled`: the focus would be lost at the end of the list.
                aria-disabled={act === null}
                className={classes.tool}
                onClick={() => act?.()}
              >
                <Icon size={17} stroke={1.75} />
              </ActionIcon>
            </Tooltip>
          ))}
        </Group>
      </div>
      {running && (
        <>
          <Progress
            size="sm"
            value={wholePercent(progress)}
            aria-label={t('clips.progress', { title })}
            animated={status === 'PROCESSING' && !waiting}
          />
          <Text size="xs" c="dimmed">
            {message}
            {typeof etaSeconds === 'number' && (
              <> · {t('clips.eta', { time: formatDuration(etaSeconds * 1000) })}</>
            )}
          </Text>
        </>
      )}
      {status === 'FAILED' && problem && <ProblemAlert problem={problem} />}
    </li>
  );
}
