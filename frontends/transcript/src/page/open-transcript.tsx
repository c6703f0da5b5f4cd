import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import {
  Alert,
  EmptyState,
  IconFileText,
  IconVolumeOff,
  ProblemAlert,
  Skeleton,
  Text,
  type CombinedErrorLike,
} from '@colloquy/ui';
import { useMessages, type RouteOf } from '@colloquy/web-kit';
import { ExportMenu, type TranscriptExport } from '../export/export-menu.tsx';
import { FindBar } from '../find/find-bar.tsx';
import { useFind } from '../find/use-find.ts';
import type { RecordingHeaderFragment } from '../gql/graphql.ts';
import { PlayerDock } from '../player/player-dock.tsx';
import { SegmentList } from '../segments/segment-list.tsx';
import { useSegments } from '../segments/use-segments.ts';
import { openSession, SessionProvider } from '../session/transcript-session.ts';
import type { SpeakerCard } from '../speakers/speaker-card.ts';
import { SpeakerPanel } from '../speakers/speaker-panel.tsx';
import { useLinkedMoment } from './use-linked-moment.ts';
import { useTranscriptChanges } from './use-transcript-changes.ts';

interface OpenTranscriptProps {
  readonly recording: RecordingHeaderFragment;
  readonly durationMs: number;
  readonly speakers: readonly SpeakerCard[];
  readonly exports: readonly TranscriptExport[];
  /** Why there is no transcript to show although there should be one. */
  readonly trouble: CombinedErrorLike | null;
  readonly route: RouteOf<'transcript'>;
  /** Speakers, counts or the whole transcript changed: ask again. */
  onChanged(): void;
}

/** The transcript beside its player: find, speakers, the text, and the waveform at the foot. */
export function OpenTranscript({
  recording,
  durationMs,
  speakers,
  exports,
  trouble,
  route,
  onChanged,
}: OpenTranscriptProps) {
  const { t } = useMessages('transcript');
  const client = useClient();
  const [session] = useState(() =>
    openSession(client, { id: recording.id, audioUrl: recording.audioUrl ?? null, durationMs }),
  );
  const { store, player, position } = session;
  const speakersById = useMemo(() => new Map(speakers.map((speaker) => [speaker.id, speaker])), [speakers]);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    if (!player) return;
    const detach = player.attach();
    const stop = player.onTime((timeMs) => position.update(timeMs));
    return () => {
      stop();
      detach();
    };
  }, [player, position]);

  const { loadFailed, retry } = useSegments(session, trouble === null);
  useTranscriptChanges(session, onChanged);
  const find = useFind(recording.id, store, () => player?.timeMs ?? 0);
  const { rows, complete } = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const visible = useMemo(
    () => (shown.size === 0 ? rows : rows.filter(({ speakerId }) => shown.has(speakerId))),
    [rows, shown],
  );
  const linkedId = useLinkedMoment(session, route);

  return (
    <SessionProvider value={session}>
      <div className="transcript-columns">
        <aside className="transcript-side">
          <SpeakerPanel speakers={speakers} shown={shown} onShow={setShown} />
        </aside>
        <div className="transcript-main">
          <div className="transcript-bar">
            <FindBar find={find} />
            <ExportMenu exports={exports} />
          </div>
          {find.fuzzy && find.total > 0 && (
            <Text size="sm" c="dimmed" className="transcript-note" role="status">
              {t('find.fuzzyNote')}
            </Text>
          )}
          {find.limited && (
            <Text size="sm" c="dimmed" className="transcript-note" role="status">
              {t('find.limitedNote')}
            </Text>
          )}
          {!player && (
            <Alert color="gray" icon={<IconVolumeOff size={18} />} className="transcript-note">
              {t('noAudio')}
            </Alert>
          )}
          {trouble ? (
            <ProblemAlert problem={trouble} onRetry={onChanged} />
          ) : rows.length === 0 && !complete && !loadFailed ? (
            <RowsSkeleton />
          ) : (
            <SegmentList rows={visible} speakers={speakersById} find={find} linkedId={linkedId} />
          )}
          {complete && rows.length === 0 && (
            <EmptyState icon={<IconFileText size={28} />} title={t('silent.title')}>
              {t('silent.body')}
            </EmptyState>
          )}
          {loadFailed && <ProblemAlert problem={loadFailed} onRetry={retry} />}
        </div>
      </div>
      {player && (
        <PlayerDock
          player={player}
          durationMs={durationMs}
          peaksUrl={recording.peaksUrl}
          speakers={speakersById}
        />
      )}
    </SessionProvider>
  );
}

function RowsSkeleton() {
  const { t } = useMessages('common');
  return (
    <div role="status" aria-label={t('loading')}>
      {Array.from({ length: 7 }, (_, index) => (
        <Skeleton key={index} h={52} mt="md" />
      ))}
    </div>
  );
}
