import { useEffect, useEffectEvent } from 'react';
import { useClient } from 'urql';
import { refreshSegments } from '../segments/segment.loader.ts';
import type { TranscriptSession } from '../session/transcript-session.ts';
import { TranscriptChangedSubscription } from './transcript-page.operations.ts';

/** Takes in changes made elsewhere: the changed segments, and by `onOverview` speakers and counts. */
export function useTranscriptChanges(
  { recordingId, store }: Pick<TranscriptSession, 'recordingId' | 'store'>,
  onOverview: () => void,
): void {
  const client = useClient();
  const tellOverview = useEffectEvent(onOverview);
  useEffect(() => {
    const left = new AbortController();
    // One change is read after the other, and each to its end: no older answer covers a newer one.
    let reading = Promise.resolve();
    // Not by `useSubscription`: of two changes in one render it would show the last.
    const changes = client
      .subscription(TranscriptChangedSubscription, { recordingId })
      .subscribe(({ data }) => {
        if (!data) return;
        const { reason, segmentIds } = data.transcriptChanged;
        tellOverview();
        // A new name and another language leave the texts alone.
        if (reason === 'speaker-renamed' || reason === 'language-changed') return;
        reading = reading
          .then(() => refreshSegments(client, recordingId, store, segmentIds ?? null, left.signal))
          .catch(() => {});
      });
    return () => {
      changes.unsubscribe();
      left.abort();
    };
  }, [client, recordingId, store]);
}
