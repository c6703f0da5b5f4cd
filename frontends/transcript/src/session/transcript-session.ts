import { createContext, useContext } from 'react';
import type { Client } from 'urql';
import { CorrectionStore } from '../corrections/correction.store.ts';
import { AudioPlayer } from '../player/audio-player.ts';
import { wordReader } from '../segments/segment.loader.ts';
import { SegmentStore } from '../segments/segment.store.ts';
import { WordLoader } from '../segments/word-loader.ts';
import { CurrentPosition } from '../timeline/current-position.ts';
import { FollowStore } from '../timeline/follow.store.ts';

/** What the parts of one open transcript share; everything that moves with the voice lives here, outside React. */
export interface TranscriptSession {
  readonly recordingId: string;
  readonly store: SegmentStore;
  readonly words: WordLoader;
  readonly position: CurrentPosition;
  readonly follow: FollowStore;
  readonly corrections: CorrectionStore;
  /** Null when the recording has no audio (an imported transcript). */
  readonly player: AudioPlayer | null;
}

/** @param tellRefused told of a correction that could not be made */
export function openSession(
  client: Client,
  recording: { id: string; audioUrl: string | null; durationMs: number },
  tellRefused: (message: string) => void,
): TranscriptSession {
  const store = new SegmentStore();
  let player: AudioPlayer | null = null;
  if (recording.audioUrl) {
    const audio = new Audio();
    audio.preload = 'metadata';
    audio.src = recording.audioUrl;
    player = new AudioPlayer(audio, recording.durationMs);
  }
  return {
    recordingId: recording.id,
    store,
    words: new WordLoader(store, wordReader(client, recording.id)),
    position: new CurrentPosition(store),
    follow: new FollowStore(),
    corrections: new CorrectionStore(client, tellRefused),
    player,
  };
}

/** Goes to a moment: plays from there where there is audio, shows the place where there is none. */
export function goTo(session: TranscriptSession, timeMs: number): void {
  if (session.player) void session.player.playFrom(timeMs);
  session.position.update(timeMs);
  session.follow.dispatch({ kind: 'jumped' });
}

const SessionContext = createContext<TranscriptSession | null>(null);
export const SessionProvider = SessionContext.Provider;

export function useSession(): TranscriptSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is used outside an open transcript');
  return session;
}
