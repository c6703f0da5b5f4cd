import { Button, EmptyState, IconPlugConnectedX, IconRefresh, Skeleton, Stack } from '@colloquy/ui';
import { useConfig, useMessages, type RouteOf, type TabName } from '@colloquy/web-kit';
import { Suspense } from 'react';
import { forget, tabOf } from '../remotes.ts';
import { Arrival } from './arrival.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

/** A remote's page; when its server is down or its code fails, only this part says so. */
export function RemoteTab({ route }: { route: RouteOf<TabName> }) {
  const { t } = useMessages('shell');
  const { remotes } = useConfig();
  const title = t(`tabs.${route.tab}`);
  const remote = remotes.find(({ name }) => name === route.tab);
  return (
    <ErrorBoundary
      key={route.tab}
      onRetry={() => remote && forget(remote)}
      fallback={(retry) => (
        <div role="alert">
          <EmptyState
            wholePage
            icon={<IconPlugConnectedX size={28} stroke={1.6} />}
            title={t('remote.failedTitle', { tab: title })}
            actions={
              <Button leftSection={<IconRefresh size={16} />} onClick={retry}>
                {t('common:retry')}
              </Button>
            }
          >
            {t('remote.failedBody')}
          </EmptyState>
        </div>
      )}
    >
      <Suspense fallback={<TabSkeleton label={t('common:loading')} />}>
        <Arrival title={t('common:pageTitle', { page: title })} place={placeOf(route)} />
        <Loaded route={route} />
      </Suspense>
    </ErrorBoundary>
  );
}

function Loaded({ route }: { route: RouteOf<TabName> }) {
  const Tab = tabOf(route.tab);
  return <Tab route={route} />;
}

/** What makes it another page: a moment within a transcript does not. */
function placeOf(route: RouteOf<TabName>): string {
  if (route.tab === 'collections') return `${route.tab}/${route.collectionId ?? ''}`;
  return route.tab === 'transcript' ? `${route.tab}/${route.recordingId}` : route.tab;
}

function TabSkeleton({ label }: { label: string }) {
  return (
    <Stack gap="md" aria-busy="true" aria-label={label} role="status">
      <Skeleton h={32} w={220} />
      <Skeleton h={18} w={380} maw="100%" />
      <Skeleton h={260} mt="md" />
    </Stack>
  );
}
