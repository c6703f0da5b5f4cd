import { Group, IconPlayerPlayFilled, Mark, SpeakerChip, Text } from '@colloquy/ui';
import { formatDate, formatTime, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import type { SearchMomentsQuery } from '../gql/graphql.ts';
import { excerptOf } from './excerpt.ts';
import classes from './search-page.module.css';

type Moment = NonNullable<SearchMomentsQuery['searchSegments']>['edges'][number]['node'];

const LENGTH = 320;

/** One hit: who said it, when and where; following it plays the moment, where there is audio. */
export function FoundMoment({ segment, highlights }: Moment) {
  const { t } = useMessages('shell');
  const { id, startMs, text, speaker, place, recording } = segment;
  const playable = Boolean(recording?.audioUrl);
  return (
    <RouteLink
      className={classes.moment}
      href={paths.recording(place?.id ?? '', { atMs: startMs, segmentId: id, play: playable })}
    >
      <Group gap="sm" wrap="nowrap">
        <SpeakerChip name={speaker.displayName} color={speaker.color} />
        <time className={classes.time}>
          {playable && <IconPlayerPlayFilled size={11} aria-hidden />} {formatTime(startMs)}
        </time>
      </Group>
      <span className={classes.excerpt}>
        {excerptOf(text, highlights, LENGTH).map((part, index) =>
          part.marked ? <Mark key={index}>{part.text}</Mark> : <span key={index}>{part.text}</span>,
        )}
      </span>
      <Text component="span" size="xs" c="dimmed" truncate>
        {recording?.title ?? t('live.untitled')}
        {recording && ` · ${formatDate(recording.recordedAt ?? recording.createdAt)}`}
      </Text>
    </RouteLink>
  );
}
