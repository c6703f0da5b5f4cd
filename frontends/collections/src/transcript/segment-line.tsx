import { ActionIcon, IconPlayerPlayFilled, IconPlayerStopFilled, SpeakerChip } from '@colloquy/ui';
import { formatTime, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import classes from '../collections.module.css';
import type { CollectionProgressSubscription, CollectionSegmentsQuery } from '../gql/graphql.ts';
import type { useMoment } from './use-moment.ts';

export type ClipRecording =
  CollectionProgressSubscription['collectionProgress']['clips'][number]['recording'] | undefined;
type Node = NonNullable<
  NonNullable<CollectionSegmentsQuery['collection']>['segments']
>['edges'][number]['node'];

interface SegmentLineProps {
  node: Node;
  recording: ClipRecording;
  moment: ReturnType<typeof useMoment>;
}

export function SegmentLine({ node: { segment, speaker }, recording, moment }: SegmentLineProps) {
  const { t } = useMessages('collections');
  const { id, startMs, endMs, text } = segment;
  const plays = moment.playing === id;
  const time = formatTime(startMs);
  const title = recording?.title ?? '';
  const audioUrl = recording?.audioUrl;
  return (
    <li className={classes.segment} data-plays={plays || undefined}>
      <div className={classes.segmentHead}>
        {audioUrl && (
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={plays ? t('transcript.stop') : t('transcript.play', { time, title })}
            onClick={() => (plays ? moment.stop() : moment.play({ key: id, audioUrl, startMs, endMs }))}
          >
            {plays ? <IconPlayerStopFilled size={14} /> : <IconPlayerPlayFilled size={14} />}
          </ActionIcon>
        )}
        <RouteLink
          href={paths.recording(recording?.id ?? '', { segmentId: id, atMs: startMs })}
          className={classes.time}
          aria-label={`${time}: ${t('transcript.open', { title })}`}
        >
          <time>{time}</time>
        </RouteLink>
        <SpeakerChip
          size="xs"
          name={speaker?.displayName ?? t('transcript.unknown')}
          color={speaker?.color ?? 'gray'}
        />
      </div>
      <p className={classes.said}>{text}</p>
    </li>
  );
}
