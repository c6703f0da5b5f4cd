import { useEffect, useEffectEvent } from 'react';
import { useClient, useSubscription } from 'urql';
import { refreshSegments } from '../segments/segment.loader.ts';
import type { TranscriptSession } from '../session/transcript-session.ts';
import { TranscriptChangedSubscription } from './transcript-page.operations.ts';

/** Takes in changes made elsewhere: the changed segments, and by `onOverview` speakers and counts. */
export function useTranscriptChanges(session: TranscriptSession, onOverview: () => void): void {
  const client = useClient();
  const [{ data }] = useSubscription({
    query: TranscriptChangedSubscription,
    variables: { recordingId: session.recordingId },
  });
  const change = data?.transcriptChanged;
  const tellOverview = useEffectEvent(onOverview);
  useEffect(() => {
    if (!change) return;
    const abort = new AbortController();
    tellOverview();
    // A new name and another language leave the texts alone.
    const textsUntouched = change.reason === 'speaker-renamed' || change.reason === 'language-changed';
    if (!textsUntouched)
      void refreshSegments(
        client,
        session.recordingId,
        session.store,
        change.segmentIds ?? null,
        abort.signal,
      ).catch(() => {});
    return () => abort.abort();
  }, [change, client, session]);
}
