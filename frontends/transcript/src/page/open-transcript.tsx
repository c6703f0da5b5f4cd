import { useMemo, useState } from 'react';
import { useClient } from 'urql';
import { ProblemAlert, toast } from '@colloquy/ui';
import { useMessages, type RouteOf } from '@colloquy/web-kit';
import type { TranscriptExport } from '../export/export-choice.ts';
import type { RecordingHeaderFragment } from '../gql/graphql.ts';
import type { LeftBehindCorrections } from '../corrections/left-behind.tsx';
import { PlayerDock } from '../player/player-dock.tsx';
import { usePlayback } from '../player/use-playback.ts';
import { openSession, SessionProvider } from '../session/transcript-session.ts';
import type { SpeakerCard } from '../speakers/speaker-card.ts';
import { TranscriptColumns } from './transcript-columns.tsx';

interface OpenTranscriptProps {
  readonly recording: RecordingHeaderFragment;
  readonly durationMs: number;
  /** Null when the transcript's service does not answer: the recording still plays. */
  readonly transcript: {
    /** Another when the recording was processed again: what is open stays open, and goes on with it. */
    readonly id: string;
    readonly version: number;
    readonly speakers: readonly SpeakerCard[];
    readonly exports: readonly TranscriptExport[];
    readonly leftBehind: LeftBehindCorrections;
  } | null;
  readonly route: RouteOf<'transcript'>;
  /** Speakers, counts or the whole transcript changed: ask again. */
  onChanged(): void;
}

const NO_SPEAKERS: readonly SpeakerCard[] = [];

/** A recording with its transcript and its player. */
export function OpenTranscript({ recording, durationMs, transcript, route, onChanged }: OpenTranscriptProps) {
  const { t } = useMessages('transcript');
  const client = useClient();
  const [session] = useState(() =>
    openSession(client, { id: recording.id, audioUrl: recording.audioUrl ?? null, durationMs }, (message) =>
      toast.failed({ message: message || t('common:problem.network') }),
    ),
  );
  const { player } = session;
  const speakers = transcript?.speakers ?? NO_SPEAKERS;
  const speakersById = useMemo(() => new Map(speakers.map((speaker) => [speaker.id, speaker])), [speakers]);
  usePlayback(session);

  const unreachable = {
    code: 'TRANSCRIPT_UNAVAILABLE',
    message: t('down.title'),
    troubleshooting: [t('down.look')],
    recovery: [t('down.do')],
  };
  return (
    <SessionProvider value={session}>
      {transcript ? (
        <TranscriptColumns
          transcriptId={transcript.id}
          version={transcript.version}
          speakersById={speakersById}
          exports={transcript.exports}
          leftBehind={transcript.leftBehind}
          route={route}
          onChanged={onChanged}
        />
      ) : (
        <div className="transcript-stopped">
          <ProblemAlert problem={unreachable} onRetry={onChanged} />
        </div>
      )}
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
