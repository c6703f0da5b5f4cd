import { Combobox, Group, Kbd, Mark, SpeakerChip, Text } from '@colloquy/ui';
import { formatTime, useMessages } from '@colloquy/web-kit';
import type { SearchMomentsQuery } from '../gql/graphql.ts';
import { excerptOf } from './excerpt.ts';
import classes from './search.module.css';

type Connection = NonNullable<SearchMomentsQuery['searchSegments']>;
type Hit = Connection['edges'][number]['node'];

interface SearchResultsProps {
  query: string;
  connection: Connection;
  /** Value of the option that leads to all of them. */
  allValue: string;
}

export function SearchResults({ query, connection, allValue }: SearchResultsProps) {
  const { t } = useMessages('shell');
  if (connection.edges.length === 0) {
    return (
      <div className={classes.nothing} role="status">
        <Text size="sm" fw={550}>
          {t('search.nothing', { query })}
        </Text>
        <Text size="sm" c="dimmed">
          {t('search.nothingAdvice')}
        </Text>
      </div>
    );
  }
  return (
    <>
      <Combobox.Header className={classes.count} role="status">
        {connection.matchKind === 'FUZZY'
          ? t('search.fuzzy')
          : t('search.count', { count: connection.totalCount })}
      </Combobox.Header>
      <Combobox.Options className={classes.options} aria-label={t('search.results')}>
        {byRecording(connection.edges.map(({ node }) => node)).map(({ id, title, hits }) => (
          <Combobox.Group key={id} label={title ?? t('live.untitled')}>
            {hits.map((hit) => (
              <Combobox.Option key={hit.segment.id} value={hit.segment.id} className={classes.option}>
                <Group gap="sm" wrap="nowrap">
                  <SpeakerChip
                    size="xs"
                    name={hit.segment.speaker.displayName}
                    color={hit.segment.speaker.color}
                  />
                  <time className={classes.time}>{formatTime(hit.segment.startMs)}</time>
                </Group>
                <div className={classes.excerpt}>
                  {excerptOf(hit.segment.text, hit.highlights).map(({ text, marked }, index) =>
                    marked ? <Mark key={index}>{text}</Mark> : <span key={index}>{text}</span>,
                  )}
                </div>
              </Combobox.Option>
            ))}
          </Combobox.Group>
        ))}
        <Combobox.Option value={allValue} className={classes.all}>
          {t('search.all', { count: connection.totalCount })} <Kbd aria-hidden>Ctrl ↵</Kbd>
        </Combobox.Option>
      </Combobox.Options>
    </>
  );
}

interface RecordingHits {
  id: string;
  /** Null while titles cannot be reached. */
  title: string | null;
  hits: Hit[];
}

/** Hits under their recordings; recordings in the order of their best hit. */
function byRecording(hits: readonly Hit[]): RecordingHits[] {
  const groups = new Map<string, RecordingHits>();
  for (const hit of hits) {
    const { place, recording } = hit.segment;
    const id = place?.id ?? '';
    const group = groups.get(id) ?? { id, title: recording?.title ?? null, hits: [] };
    group.hits.push(hit);
    groups.set(id, group);
  }
  return [...groups.values()];
}
