import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import {
  Button,
  EmptyState,
  IconFileText,
  IconRefresh,
  ProblemAlert,
  Text,
  Title,
  type ProblemValue,
} from '@colloquy/ui';
import { formatDate, formatDuration, useMessages, usePageTitle } from '@colloquy/web-kit';
import { FindBar } from '../find/find-bar.tsx';
import { useFind } from '../find/use-find.ts';
import { PlayerDock } from '../player/player-dock.tsx';
import { usePlayback } from '../player/use-playback.ts';
import { SegmentList } from '../segments/segment-list.tsx';
import { openReading, SessionProvider } from '../session/transcript-session.ts';
import { SharedSpeakers } from './shared-speakers.tsx';
import {
  loadShared,
  sharedAudioUrl,
  sharedPeaksUrl,
  ShareRefused,
  type SharedTranscript,
} from './shared-transcript.ts';

interface SharedViewProps {
  readonly token: string;
  readonly shared: SharedTranscript;
  onRetry(): void;
}

/** A transcript to read, hear and search in; nothing of it can be changed, and nothing leads elsewhere. */
export function SharedView({ token, shared, onRetry }: SharedViewProps) {
  const { t } = useMessages('share');
  const { title, recordedAt, durationMs, expiresAt, audio, transcript } = shared;
  usePageTitle(title);
  // Its words come with the segments.
  const [session] = useState(() =>
    openReading(audio ? sharedAudioUrl(token) : null, durationMs, () => Promise.resolve([])),
  );
  const { player, store } = session;
  const [problem, setProblem] = useState<ProblemValue | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isThere = transcript !== null;
  useEffect(() => {
    if (!isThere) return;
    const abort = new AbortController();
    loadShared(token, store, abort.signal).catch((error: unknown) => {
      if (abort.signal.aborted) return;
      setProblem(error instanceof ShareRefused ? error.problem : unreachable(t('common:problem.network')));
    });
    return () => abort.abort();
  }, [token, store, isThere, attempt, t]);
  usePlayback(session);

  const speakers = useMemo(
    () =>
      new Map(
        (transcript?.speakers ?? []).map((speaker) => [
          speaker.id,
          { ...speaker, label: speaker.displayName, segmentCount: 0, version: 0 },
        ]),
      ),
    [transcript],
  );
  const { rows } = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const find = useFind(null, store, () => player?.timeMs ?? 0);
  const facts = [formatDate(recordedAt), durationMs ? formatDuration(durationMs) : null];
  const again = () => {
    setProblem(null);
    setAttempt((old) => old + 1);
  };

  return (
    <SessionProvider value={session}>
      <div className="transcript-page">
        <header className="transcript-header">
          <div className="transcript-heading">
            <Title order={1} size="h2" className="transcript-title">
              {title}
            </Title>
            <Text c="dimmed" size="sm" mt={6}>
              {facts.filter((fact) => fact !== null).join(' · ')} ·{' '}
              {t('page.until', { date: formatDate(expiresAt) })}
            </Text>
          </div>
        </header>
        {transcript ? (
          <div className="transcript-columns">
            <aside className="transcript-side">
              <SharedSpeakers speakers={transcript.speakers} />
            </aside>
            <div className="transcript-main">
              <div className="transcript-bar">
                <FindBar find={find} replaces={false} />
              </div>
              {problem && <ProblemAlert problem={problem} onRetry={again} />}
              <SegmentList rows={rows} speakers={speakers} find={find} linkedId={null} editing={null} />
            </div>
          </div>
        ) : (
          <EmptyState
            wholePage
            icon={<IconFileText size={28} />}
            title={t('page.notReady')}
            actions={
              <Button leftSection={<IconRefresh size={16} />} onClick={onRetry}>
                {t('common:retry')}
              </Button>
            }
          >
            {t('page.notReadyBody')}
          </EmptyState>
        )}
        {player && (
          <PlayerDock
            player={player}
            durationMs={durationMs}
            peaksUrl={sharedPeaksUrl(token)}
            speakers={speakers}
          />
        )}
      </div>
    </SessionProvider>
  );
}

const unreachable = (message: string): ProblemValue => ({
  code: 'UNREACHABLE',
  message,
  troubleshooting: [],
  recovery: [],
});
