import { createContext, useContext } from 'react';
import type { Client } from 'urql';
import { CorrectionStore } from '../corrections/correction.store.ts';
import { AudioPlayer } from '../player/audio-player.ts';
import { ChosenStore } from '../segments/chosen.store.ts';
import { wordReader } from '../segments/segment.loader.ts';
import { SegmentStore } from '../segments/segment.store.ts';
import { WordLoader, type ReadWords } from '../segments/word-loader.ts';
import { CurrentPosition } from '../timeline/current-position.ts';
import { FollowStore } from '../timeline/follow.store.ts';

/** What it takes to read and hear a transcript; everything that moves with the voice lives here, outside React. */
export interface ReadingSession {
  readonly store: SegmentStore;
  readonly words: WordLoader;
  readonly position: CurrentPosition;
  readonly follow: FollowStore;
  /** Null when the recording has no audio (an imported transcript). */
  readonly player: AudioPlayer | null;
}

/** What the parts of one open transcript share. */
export interface TranscriptSession extends ReadingSession {
  readonly recordingId: string;
  readonly corrections: CorrectionStore;
  readonly chosen: ChosenStore;
}

/** @param audioUrl null when there is nothing to play */
export function openReading(
  audioUrl: string | null,
  durationMs: number,
  readWords: ReadWords,
): ReadingSession {
  const store = new SegmentStore();
  let player: AudioPlayer | null = null;
  if (audioUrl) {
    const audio = new Audio();
    audio.preload = 'metadata';
    audio.src = audioUrl;
    player = new AudioPlayer(audio, durationMs);
  }
  return {
    store,
    words: new WordLoader(store, readWords),
    position: new CurrentPosition(store),
    follow: new FollowStore(),
    player,
  };
}

/** @param tellRefused told of a correction that could not be made */
export function openSession(
  client: Client,
  recording: { id: string; audioUrl: string | null; durationMs: number },
  tellRefused: (message: string) => void,
): TranscriptSession {
  const { id, audioUrl, durationMs } = recording;
  return {
    ...openReading(audioUrl, durationMs, wordReader(client, id)),
    recordingId: id,
    corrections: new CorrectionStore(client, tellRefused),
    chosen: new ChosenStore(),
  };
}

/** Goes to a moment: plays from there where there is audio, shows the place where there is none. */
export function goTo(session: ReadingSession, timeMs: number): void {
  if (session.player) void session.player.playFrom(timeMs);
  session.position.update(timeMs);
  session.follow.dispatch({ kind: 'jumped' });
}

const canBeChanged = (session: ReadingSession): session is TranscriptSession => 'corrections' in session;

const SessionContext = createContext<ReadingSession | null>(null);
export const SessionProvider = SessionContext.Provider;

/** For what works also where nothing can be changed. */
export function useReading(): ReadingSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useReading is used outside an open transcript');
  return session;
}

export function useSession(): TranscriptSession {
  const session = useReading();
  if (!canBeChanged(session)) throw new Error('useSession is used where nothing can be changed');
  return session;
}
