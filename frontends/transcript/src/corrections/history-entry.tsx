import { Badge, Button, Group, Text } from '@colloquy/ui';
import { formatDateTime, formatTime, useMessages } from '@colloquy/web-kit';
import type { CorrectionHistoryQuery as HistoryData } from '../gql/graphql.ts';
import { readFragment } from '../gql/index.ts';
import { useSession } from '../session/transcript-session.ts';
import { RestoreTranscriptMutation } from './correction.operations.ts';
import { SpeakerDifferenceFragment } from '../speakers/speaker.operations.ts';
import { Difference } from './difference.tsx';
import { SpeakerDifferences } from './speaker-difference.tsx';

type Page = NonNullable<NonNullable<NonNullable<HistoryData['recording']>['transcript']>['corrections']>;
type Entry = Page['edges'][number]['node'];

interface HistoryEntryProps {
  readonly entry: Entry;
  /** The version of the transcript now. */
  readonly current: number;
  /** Not in a transcript that processing again has replaced. */
  readonly canBeUndone: boolean;
  /** Shows a version of the transcript. */
  onView(version: number): void;
}

const MAX_SHOWN = 3;

/** One correction: who made it and when, what it changed, and the ways back. */
export function HistoryEntry({ entry, current, canBeUndone, onView }: HistoryEntryProps) {
  const { t } = useMessages('transcript');
  const { corrections, recordingId } = useSession();
  const { version, reverted } = entry;
  const restore = () =>
    corrections.make(RestoreTranscriptMutation, {
      recordingId,
      version: version - 1,
      expectedVersion: current,
    });
  const speakers = readFragment(SpeakerDifferenceFragment, entry.speakerDifferences);
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
          canBeUndone && (
            <Button size="compact-xs" variant="light" onClick={() => void corrections.undoThis(entry.id)}>
              {t('history.undo')}
            </Button>
          )
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {t('history.by', { author: entry.author, when: formatDateTime(entry.createdAt) })}
        {entry.segmentCount > 1 && ` · ${t('history.segments', { count: entry.segmentCount })}`}
      </Text>
      {reverted && (
        <Text size="xs">
          {t('history.reverted', { what: t(`history.kind.${reverted.kind}`), version: reverted.version })}
        </Text>
      )}
      {speakers.length > 0 && (
        <Text size="sm" component="div">
          <SpeakerDifferences speakers={speakers} />
        </Text>
      )}
      {shown.slice(0, MAX_SHOWN).map(({ segmentId, startMs, textBefore, textAfter, ...who }) => (
        <Text key={segmentId} size="sm" component="div" className="transcript-difference">
          {startMs !== null && <span className="transcript-version-time">{formatTime(startMs)} </span>}
          {textBefore !== textAfter ? (
            <Difference before={textBefore} after={textAfter} />
          ) : (
            <Difference
              before={who.speakerBefore?.displayName ?? t('speakers.unknown')}
              after={who.speakerAfter?.displayName ?? t('speakers.unknown')}
            />
          )}
        </Text>
      ))}
      {entry.segmentCount > MAX_SHOWN && (
        <Text size="xs" c="dimmed">
          {t('history.andMore', { count: entry.segmentCount - MAX_SHOWN })}
        </Text>
      )}
      <Group gap="xs">
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onView(version)}>
          {t('history.view', { version })}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void restore()}>
          {t('history.restore')}
        </Button>
      </Group>
    </div>
  );
}
