import { Badge, Button, ProblemAlert, Skeleton, Text, Title, Tooltip, told } from '@colloquy/ui';
import { formatDate, formatDuration, formatPercent, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import type { AppearancesQuery as AppearancesData } from '../gql/graphql.ts';
import { ConfirmMutation } from '../identify/question.operations.ts';
import { AppearancesQuery, RejectMutation } from './person.operations.ts';

type Appearance = NonNullable<AppearancesData['speakerProfile']>['speakers']['edges'][number]['node'];

interface AppearancesProps {
  readonly id: string;
  readonly name: string;
  /** Asked for again whenever this is different. */
  readonly version: string;
  onChanged(): void;
}

/** Where the person is heard, and how that is known. */
export function Appearances({ id, name, version, onChanged }: AppearancesProps) {
  const { t } = useMessages('people');
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <section className="people-panel" aria-labelledby="people-heard">
      <Title order={2} size="h5" id="people-heard">
        {t('person.heard')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('person.confirmHint', { name })}
      </Text>
      <ul className="people-list" aria-label={t('person.heard')}>
        {cursors.map((after, index) => (
          <AppearancePage
            key={`${after ?? ''} ${version}`}
            {...{ id, name, after, onChanged }}
            onMore={index === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : null}
          />
        ))}
      </ul>
    </section>
  );
}

interface AppearancePageProps extends Omit<AppearancesProps, 'version'> {
  readonly after: string | null;
  readonly onMore: ((cursor: string) => void) | null;
}

function AppearancePage({ id, name, after, onMore, onChanged }: AppearancePageProps) {
  const { t } = useMessages('people');
  const [{ data, error }, ask] = useQuery({
    query: AppearancesQuery,
    variables: { id, after },
    requestPolicy: 'cache-and-network',
  });
  const page = data?.speakerProfile?.speakers;
  const refresh = () => ask({ requestPolicy: 'network-only' });
  if (!page)
    return <li>{error ? <ProblemAlert problem={error} onRetry={refresh} /> : <Skeleton h={52} />}</li>;
  const { hasNextPage, endCursor } = page.pageInfo;
  return (
    <>
      {page.edges.length === 0 && after === null && (
        <li>
          <Text size="sm" c="dimmed">
            {t('person.nowhere')}
          </Text>
        </li>
      )}
      {page.edges.map(({ node }) => (
        <AppearanceItem
          key={node.id}
          appearance={node}
          profileId={id}
          name={name}
          onChanged={() => {
            refresh();
            onChanged();
          }}
        />
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

/** Nobody has said yet that it is so. */
const isByVoice = ({ identification }: Appearance): boolean =>
  Boolean(identification && !identification.decidedBy);

interface AppearanceItemProps {
  readonly appearance: Appearance;
  readonly profileId: string;
  readonly name: string;
  onChanged(): void;
}

function AppearanceItem({ appearance, profileId, name, onChanged }: AppearanceItemProps) {
  const { t } = useMessages('people');
  const [rejecting, reject] = useMutation(RejectMutation);
  const [confirming, confirm] = useMutation(ConfirmMutation);
  const { id, recording, talkTimeMs, identification } = appearance;
  const title = recording?.title ?? t('person.goneRecording');
  const notThem = async () => {
    const { data, error } = await reject({ speakerId: id });
    if (told(data?.rejectIdentification, error)) onChanged();
  };
  const isThem = async () => {
    const { data, error } = await confirm({ speakerId: id, profileId });
    if (told(data?.answered, error)) onChanged();
  };
  return (
    <li className="people-row">
      <div className="people-grow">
        {recording ? (
          <RouteLink href={paths.recording(recording.id)} className="people-name">
            {title}
          </RouteLink>
        ) : (
          <Text>{title}</Text>
        )}
        <Text size="sm" c="dimmed">
          {recording && `${formatDate(recording.recordedAt ?? recording.createdAt)} · `}
          {formatDuration(talkTimeMs)}
          {identification?.draft && ` · ${t('draft')}`}
        </Text>
      </div>
      {identification && (
        <Tooltip
          label={
            identification.decidedBy
              ? t('person.saidBy', { name: identification.decidedBy })
              : t(identification.draft ? 'person.foundDraft' : 'person.found')
          }
          multiline
          maw={300}
          events={{ hover: true, focus: true, touch: true }}
        >
          <Badge color={identification.decidedBy ? 'green' : 'blue'} tabIndex={0}>
            {identification.decidedBy
              ? t('person.confirmed')
              : t('person.byVoice', { percent: formatPercent(identification.confidence) })}
          </Badge>
        </Tooltip>
      )}
      {isByVoice(appearance) && (
        <Button
          size="compact-sm"
          variant="light"
          loading={confirming.fetching}
          disabled={rejecting.fetching}
          aria-label={t('person.isThemIn', { name, title })}
          onClick={() => void isThem()}
        >
          {t('question.yes', { name })}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        loading={rejecting.fetching}
        disabled={confirming.fetching}
        aria-label={t('person.notThemIn', { name, title })}
        onClick={() => void notThem()}
      >
        {t('person.notThem', { name })}
      </Button>
    </li>
  );
}
