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
import { useSession } from '../session/transcript-session.ts';
import { VersionsDialog } from '../versions/versions-dialog.tsx';
import { CorrectionHistoryQuery } from './correction.operations.ts';
import { HistoryEntry } from './history-entry.tsx';

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

function History({ version, onView }: HistoryListProps) {
  const { t } = useMessages('transcript');
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <Stack gap="lg">
      {cursors.map((after, page) => (
        <HistoryPage
          key={after ?? ''}
          after={after}
          version={version}
          onView={onView}
          onMore={page === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : null}
          empty={t('history.empty')}
        />
      ))}
    </Stack>
  );
}

interface HistoryPageProps extends HistoryListProps {
  readonly after: string | null;
  readonly empty: string;
  readonly onMore: ((cursor: string) => void) | null;
}

function HistoryPage({ after, version, onView, onMore, empty }: HistoryPageProps) {
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
  const page = data?.recording?.transcript?.corrections;
  if (!page)
    return error && !fetching ? <ProblemAlert problem={error} onRetry={retry} /> : <Skeleton h={80} />;
  if (page.edges.length === 0 && after === null)
    return (
      <EmptyState icon={<IconHistory size={28} />} title={empty}>
        {t('history.emptyBody')}
      </EmptyState>
    );
  const { hasNextPage, endCursor } = page.pageInfo;
  return (
    <>
      {page.edges.map(({ node }) => (
        <HistoryEntry key={node.id} entry={node} onView={onView} />
      ))}
      {onMore && hasNextPage && endCursor && (
        <Button variant="default" onClick={() => onMore(endCursor)}>
          {t('history.more')}
        </Button>
      )}
    </>
  );
}

/** A new object with each version, so that urql asks again. */
function useVersioned(version: number): object {
  const [context, setContext] = useState({ version });
  if (context.version !== version) setContext({ version });
  return context;
}
