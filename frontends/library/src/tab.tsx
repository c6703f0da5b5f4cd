import {
  Button,
  EmptyState,
  IconCpu,
  IconMicrophone,
  IconSearch,
  IconUpload,
  PageHeader,
  ProblemAlert,
  SampleButton,
  Skeleton,
  Stack,
  useDisclosure,
} from '@colloquy/ui';
import { paths, RouteLink, useMessages } from '@colloquy/web-kit';
import { useMemo } from 'react';
import { EnginesDrawer } from './engines/engines-drawer.tsx';
import { readFragment } from './gql/index.ts';
import { RecordingRowFragment } from './library.operations.ts';
import { ListToolbar } from './list/list-toolbar.tsx';
import { isFiltered } from './list/list-view.ts';
import { Pager } from './list/pager.tsx';
import { RecordingTable } from './list/recording-table.tsx';
import { useRecordingList } from './list/use-recording-list.ts';
import { SelectionBar } from './selection/selection-bar.tsx';
import { useSelection } from './selection/use-selection.ts';

export default function LibraryTab() {
  const { t } = useMessages('library');
  const { view, change, connection, error, loading, stale, refresh } = useRecordingList();
  const [enginesOpened, engines] = useDisclosure(false);
  const filtered = isFiltered(view);
  const recordings = useMemo(
    () => connection?.edges.map(({ node }) => readFragment(RecordingRowFragment, node)) ?? [],
    [connection],
  );
  const selection = useSelection(useMemo(() => recordings.map(({ id }) => id), [recordings]));
  const empty = connection !== undefined && recordings.length === 0;
  const uploadLink = (label: string) => (
    <Button
      leftSection={<IconUpload size={17} stroke={1.75} />}
      renderRoot={(props) => <RouteLink {...props} href={paths.upload()} />}
    >
      {label}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        description={connection && !empty ? t('count', { count: connection.totalCount }) : undefined}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconCpu size={17} stroke={1.75} />}
              onClick={engines.open}
            >
              {t('engines.open')}
            </Button>
            {!(empty && !filtered) && uploadLink(t('upload'))}
          </>
        }
      />
      {error && !connection && <ProblemAlert problem={error} onRetry={refresh} />}
      {loading && <ListSkeleton label={t('common:loading')} />}
      {(recordings.length > 0 || filtered) && <ListToolbar view={view} change={change} />}
      {empty && !filtered && (
        <EmptyState
          icon={<IconMicrophone size={28} stroke={1.6} />}
          title={t('empty.title')}
          actions={
            <>
              {uploadLink(t('empty.upload'))}
              <SampleButton />
            </>
          }
        >
          {t('empty.body')}
        </EmptyState>
      )}
      {empty && filtered && (
        <EmptyState
          icon={<IconSearch size={26} stroke={1.6} />}
          title={t('nothingFound.title')}
          actions={
            <Button variant="default" onClick={() => change({ type: 'reset' })}>
              {t('nothingFound.reset')}
            </Button>
          }
        >
          {t('nothingFound.body')}
        </EmptyState>
      )}
      {connection && recordings.length > 0 && (
        <>
          <RecordingTable
            recordings={recordings}
            view={view}
            change={change}
            selection={selection}
            stale={stale}
          />
          <Pager
            view={view}
            shown={recordings.length}
            total={connection.totalCount}
            endCursor={connection.pageInfo.hasNextPage ? (connection.pageInfo.endCursor ?? null) : null}
            change={change}
          />
        </>
      )}
      <SelectionBar
        chosen={[...selection.ids].flatMap((chosen) => recordings.find(({ id }) => id === chosen) ?? [])}
        onClear={() => selection.setAll(false)}
      />
      <EnginesDrawer opened={enginesOpened} onClose={engines.close} />
    </>
  );
}

function ListSkeleton({ label }: { label: string }) {
  return (
    <Stack gap="sm" role="status" aria-busy="true" aria-label={label}>
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={index} h={44} />
      ))}
    </Stack>
  );
}
