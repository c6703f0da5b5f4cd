import { Text } from '@colloquy/ui';
import { formatTime, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import type { ProfileChangesFragment as Changes } from '../gql/graphql.ts';

type Sample = Changes['edges'][number]['node']['samples'][number];

const MAX_SHOWN = 6;

/** Where a sample is heard; each place leads there. Nothing of one whose recording is gone. */
export function SpeechPlaces({ sample: { recording, intervals } }: { readonly sample: Sample }) {
  const { t } = useMessages('people');
  if (!recording?.title || intervals.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('history.speechIn', { title: recording.title })}
      {intervals.slice(0, MAX_SHOWN).map(({ startMs }) => (
        <span key={startMs}>
          {' '}
          <RouteLink href={paths.recording(recording.id, { atMs: startMs })} className="people-link">
            {formatTime(startMs)}
          </RouteLink>
        </span>
      ))}
      {intervals.length > MAX_SHOWN && ` ${t('history.moreSpeech', { count: intervals.length - MAX_SHOWN })}`}
    </Text>
  );
}
