import { useMessages } from '@colloquy/web-kit';

interface StateLineProps {
  total: number;
  ready: number;
  failed: number;
  cancelled: number;
}

/** How the recordings stand, behind a dot. */
export function StateLine({ total, ready, failed, cancelled }: StateLineProps) {
  const { t } = useMessages('collections');
  return (
    <>
      {' · '}
      {t('clips.state', { ready, total })}
      {failed > 0 && <> · {t('clips.failed', { count: failed })}</>}
      {cancelled > 0 && <> · {t('clips.cancelled', { count: cancelled })}</>}
    </>
  );
}
