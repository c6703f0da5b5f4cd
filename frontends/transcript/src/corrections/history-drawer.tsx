import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import {
  ActionIcon,
  Badge,
  Button,
  Drawer,
  EmptyState,
  Group,
  IconHistory,
  ProblemAlert,
  Skeleton,
  Stack,
  Text,
  Tooltip,
} from '@colloquy/ui';
import { formatDateTime, useMessages } from '@colloquy/web-kit';
import type { CorrectionHistoryQuery as HistoryData } from '../gql/graphql.ts';
import { useSession } from '../session/transcript-session.ts';
import {
  CorrectionHistoryQuery,
  RestoreTranscriptMutation,
  UndoCorrectionMutation,
} from './correction.operations.ts';
import { Difference } from './difference.tsx';

type Page = NonNullable<NonNullable<NonNullable<HistoryData['recording']>['transcript']>['corrections']>;
type Entry = Page['edges'][number]['node'];

interface HistoryProps {
  /** Of the transcript: another one means another history. */
  readonly version: number;
}

/** A button, and behind it who corrected what and when. */
export function HistoryButton(props: HistoryProps) {
  const { t } = useMessages('transcript');
  const [opened, setOpened] = useState(false);
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
        title={t('history.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {opened && <History {...props} />}
      </Drawer>
    </>
  );
}

function History({ version }: HistoryProps) {
  const { t } = useMessages('transcript');
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <Stack gap="lg">
      {cursors.map((after, page) => (
        <HistoryPage
          key={after ?? ''}
          after={after}
          version={version}
          onMore={page === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : null}
          empty={t('history.empty')}
        />
      ))}
    </Stack>
  );
}

interface HistoryPageProps extends HistoryProps {
  readonly after: string | null;
  readonly empty: string;
  readonly onMore: ((cursor: string) => void) | null;
}

function HistoryPage({ after, version, onMore, empty }: HistoryPageProps) {
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
        <HistoryEntry key={node.id} entry={node} />
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

const MAX_SHOWN = 3;

function HistoryEntry({ entry }: { readonly entry: Entry }) {
  const { t } = useMessages('transcript');
  const { corrections, recordingId } = useSession();
  const restore = () =>
    corrections.make(RestoreTranscriptMutation, { recordingId, version: entry.version - 1 });
  const undo = () => corrections.make(UndoCorrectionMutation, { id: entry.id });
  const shown = entry.differences.filter(
    ({ textBefore, textAfter, speakerAfter }) => textBefore !== textAfter || speakerAfter,
  );
  return (
    <div className="transcript-history">
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600}>
          {t(`history.kind.${entry.kind}`)}
        </Text>
        {entry.undone ? (
          <Badge variant="light" color="gray" tt="none">
            {t('history.undone')}
          </Badge>
        ) : (
          <Button size="compact-xs" variant="light" onClick={() => void undo()}>
            {t('history.undo')}
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {t('history.by', { author: entry.author, when: formatDateTime(entry.createdAt) })}
        {entry.segmentCount > 1 && ` · ${t('history.segments', { count: entry.segmentCount })}`}
      </Text>
      {shown.slice(0, MAX_SHOWN).map((difference) => (
        <Text key={difference.segmentId} size="sm" component="div" className="transcript-difference">
          {difference.textBefore !== difference.textAfter && (
            <Difference before={difference.textBefore ?? null} after={difference.textAfter ?? null} />
          )}
          {difference.textBefore === difference.textAfter &&
            t('history.nowSaidBy', {
              name: difference.speakerAfter?.displayName ?? t('speakers.unknown'),
            })}
        </Text>
      ))}
      {entry.segmentCount > MAX_SHOWN && (
        <Text size="xs" c="dimmed">
          {t('history.andMore', { count: entry.segmentCount - MAX_SHOWN })}
        </Text>
      )}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void restore()}>
        {t('history.restore')}
      </Button>
    </div>
  );
}
