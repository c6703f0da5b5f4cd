import { useEffect, useEffectEvent } from 'react';
import { useClient, type CombinedError } from 'urql';
import { isPassing, waitBeforeRetryMs } from '@colloquy/web-kit';
import { refreshSegments } from '../segments/segment.loader.ts';
import type { TranscriptSession } from '../session/transcript-session.ts';
import { TranscriptChangedSubscription } from './transcript-page.operations.ts';

/** A new name, a word on who somebody is, and another language leave the texts alone. */
const LEAVES_TEXTS: ReadonlySet<string> = new Set([
  'speaker-renamed',
  'speaker-confirmed',
  'speaker-rejected',
  'language-changed',
]);
/** Segments keep their places: those that changed are enough. */
const KEEPS_PLACES: ReadonlySet<string> = new Set(['text-edited', 'text-replaced', 'speaker-assigned']);

/**
 * Takes in changes made elsewhere: the changed segments, and by `onOverview` speakers and counts; everything when some
 * were missed.
 * @param version of what is shown at first
 */
export function useTranscriptChanges(
  { recordingId, store }: Pick<TranscriptSession, 'recordingId' | 'store'>,
  version: number,
  onOverview: () => void,
): void {
  const client = useClient();
  const tellOverview = useEffectEvent(onOverview);
  const shownAtFirst = useEffectEvent(() => version);
  useEffect(() => {
    const left = new AbortController();
    let known = shownAtFirst();
    // One change is read after the other, and each to its end: no older answer covers a newer one.
    let reading = Promise.resolve();
    /** Until it is read, where what hinders it passes. */
    const read = async (segmentIds: readonly string[] | null) => {
      for (let failures = 0; !left.signal.aborted; failures += 1) {
        try {
          return await refreshSegments(client, recordingId, store, segmentIds, left.signal);
        } catch (error) {
          if (!isPassing(error as CombinedError)) return;
          await new Promise((resolve) => setTimeout(resolve, waitBeforeRetryMs(failures)));
        }
      }
    };
    // Not by `useSubscription`: of two changes in one render it would show the last.
    const changes = client
      .subscription(TranscriptChangedSubscription, { recordingId })
      .subscribe(({ data }) => {
        if (!data) return;
        const change = data.transcriptChanged;
        if (change.version <= known) return;
        const missed = change.reason === 'current' || change.version > known + 1;
        known = change.version;
        tellOverview();
        if (!missed && LEAVES_TEXTS.has(change.reason)) return;
        const segmentIds = missed || !KEEPS_PLACES.has(change.reason) ? null : (change.segmentIds ?? null);
        reading = reading.then(() => read(segmentIds));
      });
    return () => {
      changes.unsubscribe();
      left.abort();
    };
  }, [client, recordingId, store]);
}
