import { Button, EmptyState, IconPlugConnectedX } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';

/** The only page there is while the server cannot say where its parts are. */
export function StartFailed() {
  const { t } = useMessages('shell');
  return (
    <main>
      <EmptyState
        wholePage
        icon={<IconPlugConnectedX size={28} />}
        title={t('start.failedTitle')}
        actions={<Button onClick={() => window.location.reload()}>{t('common:retry')}</Button>}
      >
        {t('start.failedBody')} {t('start.failedAdvice')}
      </EmptyState>
    </main>
  );
}
