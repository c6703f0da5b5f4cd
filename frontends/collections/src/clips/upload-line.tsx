import { ActionIcon, Group, IconPlayerPlay, IconX, ProblemAlert, Progress, Text } from '@colloquy/ui';
import { formatBytes, formatPercent, useMessages, wholePercent } from '@colloquy/web-kit';
import classes from '../collections.module.css';
import type { ClipUploads, UploadItem } from './use-clip-uploads.ts';

/** A file on its way. */
export function UploadLine({ item, queue }: { item: UploadItem; queue: ClipUploads['queue'] }) {
  const { t } = useMessages('collections');
  const { id, fileName: name, phase, sentBytes, sizeBytes, problem } = item;
  const share = sizeBytes === 0 ? 0 : sentBytes / sizeBytes;
  const phases: Record<string, string> = {
    waiting: t('clips.waiting'),
    paused: t('clips.paused'),
    interrupted: t('clips.interrupted'),
    finishing: t('clips.finishing'),
  };
  const stands = phase === 'paused' || phase === 'interrupted';
  return (
    <div className={classes.clip}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text truncate>{name}</Text>
        <Group gap={2} wrap="nowrap">
          {stands && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('clips.retry', { title: name })}
              onClick={() => queue.resume(id)}
            >
              <IconPlayerPlay size={17} stroke={1.75} />
            </ActionIcon>
          )}
          {phase !== 'finishing' && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('clips.dismiss', { name })}
              onClick={() => void queue.remove(id)}
            >
              <IconX size={17} stroke={1.75} />
            </ActionIcon>
          )}
        </Group>
      </Group>
      {phase === 'refused' && problem ? (
        <ProblemAlert problem={problem} />
      ) : (
        <>
          <Progress
            size="sm"
            value={wholePercent(share)}
            aria-label={t('clips.sending', { name })}
            animated={phase === 'finishing'}
          />
          <Text size="xs" c="dimmed" className="cq-figures">
            {phases[phase] ?? formatPercent(share)} · {formatBytes(sizeBytes)}
          </Text>
        </>
      )}
    </div>
  );
}
