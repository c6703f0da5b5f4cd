import { Badge, Loader } from '@mantine/core';
import { formatPercent, useMessages } from '@colloquy/web-kit';

export type RecordingStatus = 'UPLOADED' | 'QUEUED' | 'PROCESSING' | 'READY' | 'FAILED' | 'CANCELLED';

const COLORS: Record<RecordingStatus, string> = {
  UPLOADED: 'gray',
  QUEUED: 'gray',
  PROCESSING: 'blue',
  READY: 'green',
  FAILED: 'red',
  CANCELLED: 'yellow',
};

interface StatusBadgeProps {
  status: RecordingStatus;
  progress?: number | null;
  /** It was begun, and others are worked on. */
  waiting?: boolean;
}

/** A recording's status in a word, with the share done while it is processed. */
export function StatusBadge({ status: given, progress, waiting = false }: StatusBadgeProps) {
  const { t } = useMessages('common');
  const status = given === 'PROCESSING' && waiting ? 'QUEUED' : given;
  const running = status === 'PROCESSING';
  return (
    <Badge
      color={COLORS[status]}
      miw="max-content"
      leftSection={running ? <Loader size={10} color="currentColor" aria-hidden /> : undefined}
    >
      {t(`status.${status}`)}
      {running && typeof progress === 'number' && ` ${formatPercent(progress)}`}
    </Badge>
  );
}
