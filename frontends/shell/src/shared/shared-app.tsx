import { Button, EmptyState, IconPlugConnectedX, IconRefresh, Skeleton } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { lazy, Suspense, useState } from 'react';
import { ColorSchemeSwitch } from '../frame/color-scheme-switch.tsx';
import { Mark } from '../frame/wordmark.tsx';
import { loadShared } from '../remotes.ts';
import { Arrival } from '../tab/arrival.tsx';
import { ErrorBoundary } from '../tab/error-boundary.tsx';
import classes from './shared-app.module.css';

const loaded = () => lazy(loadShared);

/** The page of a share link: one transcript, without the way to anything else. */
export function SharedApp({ token }: { token: string }) {
  const { t } = useMessages('share');
  const [Shared, setShared] = useState(loaded);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <span className={classes.mark}>
          <Mark />
          {t('page.tab')}
        </span>
        <ColorSchemeSwitch />
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        <Arrival title={t('common:pageTitle', { page: t('page.tab') })} place="share" />
        <ErrorBoundary
          onRetry={() => setShared(loaded)}
          fallback={(retry) => (
            <EmptyState
              wholePage
              icon={<IconPlugConnectedX size={28} stroke={1.6} />}
              title={t('page.failed')}
              actions={
                <Button leftSection={<IconRefresh size={16} />} onClick={retry}>
                  {t('common:retry')}
                </Button>
              }
            />
          )}
        >
          <Suspense fallback={<Skeleton h={260} role="status" aria-label={t('common:loading')} />}>
            <Shared token={token} />
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
}
