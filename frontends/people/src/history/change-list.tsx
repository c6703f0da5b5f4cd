import { Badge, Button, Group, IconArrowBackUp, ProblemAlert, Skeleton, Text, Title } from '@colloquy/ui';
import { formatAgo, formatDateTime, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import { useId, useState } from 'react';
import { useQuery, type TypedDocumentNode } from 'urql';
import { readFragment, type FragmentType } from '../gql/index.ts';
import type { ProfileChangesFragment as Changes } from '../gql/graphql.ts';
import { ProfileChangesFragment } from './history.operations.ts';
import { ChangedSpeakers } from './changed-speakers.tsx';
import { SpeechPlaces } from './speech-places.tsx';
import { useTakeBack } from './use-take-back.ts';

type Change = Changes['edges'][number]['node'];
interface Position {
  after?: string | null;
}

interface ChangeListProps<Data, Variables extends Position> {
  readonly query: TypedDocumentNode<Data, Variables>;
  readonly variables: Omit<Variables, 'after'>;
  historyOf(data: Data): FragmentType<typeof ProfileChangesFragment> | null | undefined;
  /** Asked for again whenever this is different. */
  readonly version?: string;
  onUndone?(): void;
}

/** Who changed what and when, with a way back. */
export function ChangeList<Data, Variables extends Position>(props: ChangeListProps<Data, Variables>) {
  const { t } = useMessages('people');
  const titleId = useId();
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const [undone, setUndone] = useState(0);
  return (
    <section className="people-panel" aria-labelledby={titleId}>
      <Title order={2} size="h5" id={titleId} mb="sm">
        {t('history.title')}
      </Title>
      <ol className="people-changes">
        {cursors.map((after, index) => (
          <ChangePage
            {...props}
            key={`${after ?? ''} ${undone} ${props.version ?? ''}`}
            after={after}
            onMore={index === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : null}
            onUndone={() => {
              setUndone(undone + 1);
              props.onUndone?.();
            }}
          />
        ))}
      </ol>
    </section>
  );
}

interface ChangePageProps<Data, Variables extends Position> extends ChangeListProps<Data, Variables> {
  readonly after: string | null;
  readonly onMore: ((cursor: string) => void) | null;
  onUndone(): void;
}

function ChangePage<Data, Variables extends Position>(props: ChangePageProps<Data, Variables>) {
  const { query, variables, historyOf, after, onMore, onUndone } = props;
  const { t } = useMessages('people');
  const [{ data, error }, ask] = useQuery<Data, Variables>({
    query,
    variables: { ...variables, after } as Variables,
    requestPolicy: 'cache-and-network',
  });
  const page = readFragment(ProfileChangesFragment, data && historyOf(data));
  if (!page)
    return (
      <li>
        {error ? (
          <ProblemAlert problem={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
        ) : (
          <Skeleton h={40} />
        )}
      </li>
    );
  const { hasNextPage, endCursor } = page.pageInfo;
  return (
    <>
      {page.edges.map(({ node }) => (
        <ChangeEntry key={node.id} change={node} onUndone={onUndone} />
      ))}
      {onMore && hasNextPage && endCursor && (
        <li>
          <Button size="xs" variant="default" onClick={() => onMore(endCursor)}>
            {t('history.more')}
          </Button>
        </li>
      )}
    </>
  );
}

/** Decisions of the whole workspace, and what speaks of nobody any more. */
const OF_NOBODY: readonly Change['kind'][] = ['DELETED', 'SWITCHED_ON', 'SWITCHED_OFF'];

/** These and what changed nothing have no way back; a split has it at the other profile. */
const FOR_GOOD: readonly Change['kind'][] = [...OF_NOBODY, 'SPLIT_OFF', 'EXPORTED'];

/** What of a transcript makes its speakers somebody else. */
const CORRECTIONS = [
  'SPEAKER_RENAMED',
  'SPEAKER_IDENTIFIED',
  'SPEAKERS_MERGED',
  'UNDONE',
  'RESTORED',
] as const;

function ChangeEntry({ change, onUndone }: { readonly change: Change; onUndone(): void }) {
  const { t } = useMessages('people');
  const { fetching, takeBack } = useTakeBack(change, onUndone);
  const { kind, author, createdAt, nameBefore, nameAfter, mergedName, reason, profile, other } = change;
  const { speakers, samples, correction } = change;
  const everybody = kind === 'DELETED' && change.ofWorkspace ? t('history.everybody') : null;
  const gone = OF_NOBODY.includes(kind) ? everybody : t('history.nobody');
  const name = profile?.name ?? nameAfter ?? nameBefore ?? gone;
  const canBeUndone = !change.undone && !FOR_GOOD.includes(kind);
  const isFinal = !profile || change.final;
  const toldOf = kind === 'CORRECTED' ? correction : null;
  const how = CORRECTIONS.find((one) => one === (toldOf?.reverted ?? toldOf)?.kind);
  const what = how && t(`history.correction.${how}`);
  return (
    <li className="people-change">
      <div className="people-grow">
        <Group gap={8}>
          <Text size="sm" fw={550}>
            {t(`history.kind.${kind}`)}
          </Text>
          {profile ? (
            <RouteLink href={paths.person(profile.id)} className="people-link">
              {name}
            </RouteLink>
          ) : (
            name && <Text size="sm">{name}</Text>
          )}
          {mergedName && <Text size="sm">{t('history.mergedWith', { name: mergedName })}</Text>}
          {other && (
            <>
              <Text size="sm">{t(kind === 'SPLIT_OFF' ? 'history.splitFrom' : 'history.splitInto')}</Text>
              <RouteLink href={paths.person(other.id)} className="people-link">
                {other.name}
              </RouteLink>
            </>
          )}
          {change.undone && <Badge color="gray">{t('history.undone')}</Badge>}
        </Group>
        {nameBefore && nameAfter && (
          <Text size="sm">{t('history.renamed', { before: nameBefore, after: nameAfter })}</Text>
        )}
        {reason && (
          <Text size="sm" className="people-text">
            {reason}
          </Text>
        )}
        {what && <Text size="sm">{toldOf?.reverted ? t('history.takenBack', { what }) : what}</Text>}
        <ChangedSpeakers change={change} />
        {speakers.length === 0 && samples.map((sample) => <SpeechPlaces key={sample.id} sample={sample} />)}
        {canBeUndone && isFinal && (
          <Text size="sm" c="dimmed">
            {t(profile ? 'history.finalAbout' : 'history.final')}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {author}
          {' · '}
          <time dateTime={createdAt} title={formatDateTime(createdAt)}>
            {formatAgo(createdAt)}
          </time>
        </Text>
      </div>
      {canBeUndone && profile && !isFinal && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconArrowBackUp size={14} />}
          loading={fetching}
          aria-label={t('history.undoOf', { what: t(`history.kind.${kind}`), name: profile.name })}
          onClick={() => void takeBack()}
        >
          {t('history.undo')}
        </Button>
      )}
    </li>
  );
}
