import { UnstyledButton } from '@mantine/core';
import { formatTime, useMessages } from '@colloquy/web-kit';

interface TimeStampButtonProps {
  atMs: number;
  onPlay: (atMs: number) => void;
}

/** A moment that plays when it is pressed. */
export function TimeStampButton({ atMs, onPlay }: TimeStampButtonProps) {
  const { t } = useMessages('common');
  const time = formatTime(atMs);
  return (
    <UnstyledButton
      className="cq-time-stamp"
      aria-label={t('playFrom', { time })}
      onClick={() => onPlay(atMs)}
    >
      {time}
    </UnstyledButton>
  );
}
