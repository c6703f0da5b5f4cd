import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import {
  ActionIcon,
  Button,
  Drawer,
  EmptyState,
  IconHistory,
  ProblemAlert,
  Skeleton,
  Stack,
  Tooltip,
} from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { readFragment } from '../gql/index.ts';
import { useSession } from '../session/transcript-session.ts';
import { MachineVersionFragment } from '../versions/version.operations.ts';
import { VersionsDialog } from '../versions/versions-dialog.tsx';
import { CorrectionHistoryQuery } from './correction.operations.ts';
import { HistoryEntry } from './history-entry.tsx';
import { MachineVersionEntry } from './machine-version-entry.tsx';

interface HistoryProps {
  /** Of the transcript: another one means another history. */
  readonly version: number;
}

/** A button, and behind it who corrected what and when. */
export function HistoryButton(props: HistoryProps) {
  const { t } = useMessages('transcript');
  const [opened, setOpened] = useState(false);
  const [viewed, setViewed] = useState<number | null>(null);
  return (
    <>
      <Tooltip label={t('history.title')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('history.title')}
          onClick={() => setOpened(true)}
        >
          <IconHistory size={18} />
        </ActionIcon>
      </Tooltip>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="right"
        closeOnEscape={viewed === null}
        trapFocus={viewed === null}
        title={t('history.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {opened && <History {...props} onView={setViewed} />}
      </Drawer>
      {viewed !== null && (
        <VersionsDialog version={viewed} current={props.version} onClose={() => setViewed(null)} />
      )}
    </>
  );
}

interface HistoryListProps extends HistoryProps {
  onView(version: number): void;
}

/** Where a page begins: its cursor, and the version that the page before ended with. */
interface PageStart {
  readonly after: string | null;
  readonly below: number;
}

function History({ version, onView }: HistoryListProps) {
  const [starts, setStarts] = useState<readonly PageStart[]>([
    { after: null, below: Number.POSITIVE_INFINITY },
  ]);
  return (
    <Stack gap="lg">
      {starts.map((start, page) => (
        <HistoryPage
          key={start.after ?? ''}
          {...start}
          version={version}
          onView={onView}
          onMore={page === starts.length - 1 ? (next) => setStarts([...starts, next]) : null}
        />
      ))}
    </Stack>
  );
}

interface HistoryPageProps extends HistoryListProps, PageStart {
  readonly onMore: ((next: PageStart) => void) | null;
}

function HistoryPage({ after, below, version, onView, onMore }: HistoryPageProps) {
  const { t } = useMessages('transcript');
  const { recordingId } = useSession();
  // The version makes it another question: what was undone elsewhere shows.
  const [{ data, error, fetching }, ask] = useQuery({
    query: CorrectionHistoryQuery,
    variables: { recordingId, after },
    requestPolicy: 'network-only',
    context: useVersioned(version),
  });
  const retry = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const transcript = data?.recording?.transcript;
  if (!transcript)
    return error && !fetching ? <ProblemAlert problem={error} onRetry={retry} /> : <Skeleton h={80} />;
  const { edges, pageInfo, totalCount } = transcript.corrections;
  const machines = readFragment(MachineVersionFragment, transcript.machineVersions);
  if (totalCount === 0 && machines.length < 2)
    return (
      <EmptyState icon={<IconHistory size={28} />} title={t('history.empty')}>
        {t('history.emptyBody')}
      </EmptyState>
    );
  const { hasNextPage, endCursor } = pageInfo;
  const last = hasNextPage ? (edges.at(-1)?.node.version ?? 0) : 0;
  const entries = inOrder(
    edges.map(({ node }) => node),
    machines.filter((machine) => machine.version < below && machine.version > last),
  );
  return (
    <>
      {entries.map((entry) =>
        'kind' in entry ? (
          <HistoryEntry
            key={entry.version}
            entry={entry}
            current={version}
            canBeUndone={entry.version > (machines.at(-1)?.version ?? 0)}
            onView={onView}
          />
        ) : (
          <MachineVersionEntry key={entry.version} entry={entry} current={version} onView={onView} />
        ),
      )}
      {onMore && hasNextPage && endCursor && (
        <Button variant="default" onClick={() => onMore({ after: endCursor, below: last })}>
          {t('history.more')}
        </Button>
      )}
    </>
  );
}

/** The latest first: each made a version of its own. */
const inOrder = <A extends { version: number }, B extends { version: number }>(
  corrections: readonly A[],
  machines: readonly B[],
): (A | B)[] => [...corrections, ...machines].toSorted((a, b) => b.version - a.version);

/** A new object with each version, so that urql asks again. */
function useVersioned(version: number): object {
  const [context, setContext] = useState({ version });
  if (context.version !== version) setContext({ version });
  return context;
}
