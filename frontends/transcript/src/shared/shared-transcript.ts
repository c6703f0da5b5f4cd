import type { ProblemValue } from '@colloquy/ui';
import type { SegmentStore } from '../segments/segment.store.ts';
import type { SpeakerCard } from '../speakers/speaker-card.ts';

/** What a share link shows, as the server tells it. */
export interface SharedTranscript {
  readonly title: string;
  readonly recordedAt: string;
  readonly durationMs: number;
  readonly expiresAt: string;
  readonly audio: boolean;
  /** Null while the recording is being processed. */
  readonly transcript: {
    readonly wordCount: number;
    readonly speakers: readonly SharedSpeaker[];
  } | null;
}

export type SharedSpeaker = Pick<SpeakerCard, 'id' | 'displayName' | 'color' | 'talkTimeMs' | 'share'>;

interface SharedPage {
  readonly segments: readonly {
    readonly id: string;
    readonly startMs: number;
    readonly endMs: number;
    readonly text: string;
    readonly speakerId: string;
    readonly words: readonly { readonly text: string; readonly startMs: number; readonly endMs: number }[];
  }[];
  readonly next: string | null;
}

/** Why the server shows nothing: an answer, not a failure on the way. */
export class ShareRefused extends Error {
  constructor(readonly problem: ProblemValue) {
    super(problem.message);
  }
}

const addressOf = (token: string, what: string): string => `/share/${encodeURIComponent(token)}/${what}`;

export const sharedAudioUrl = (token: string): string => addressOf(token, 'audio');
export const sharedPeaksUrl = (token: string): string => addressOf(token, 'peaks.json');

/** @throws ShareRefused when the link is over or leads nowhere */
export const readShared = (token: string, signal: AbortSignal): Promise<SharedTranscript> =>
  read<SharedTranscript>(addressOf(token, 'transcript'), signal);

/** Fills the store with what was said and its words, page by page. @throws ShareRefused */
export async function loadShared(token: string, store: SegmentStore, signal: AbortSignal): Promise<void> {
  let after: string | null = null;
  do {
    const query: string = after === null ? '' : `?after=${encodeURIComponent(after)}`;
    const page: SharedPage = await read<SharedPage>(addressOf(token, `segments${query}`), signal);
    store.append(
      page.segments.map(({ words: _words, ...segment }) => ({
        ...segment,
        edited: false,
        version: 1,
        cursor: '',
      })),
      page.next === null,
    );
    for (const { id, words } of page.segments)
      store.setWords(
        id,
        1,
        words.map((word) => ({ ...word, confidence: null })),
      );
    after = page.next;
  } while (after !== null);
}

async function read<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal, referrerPolicy: 'no-referrer', cache: 'no-store' });
  const body: unknown = await response.json();
  if (!response.ok) throw new ShareRefused(body as ProblemValue);
  return body as T;
}
