import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { isPassing, useOnResume, waitBeforeRetryMs } from '@colloquy/web-kit';
import type { TranscriptSession } from '../session/transcript-session.ts';
import { loadSegments, refreshSegments } from './segment.loader.ts';

/** Fills the session's store in the background; what failed to load is asked for again, by itself where that may help. */
export function useSegments({ recordingId, store }: TranscriptSession): {
  readonly loadFailed: CombinedError | null;
  retry(): void;
} {
  const client = useClient();
  const [attempt, setAttempt] = useState(0);
  const [loadFailed, setLoadFailed] = useState<CombinedError | null>(null);
  const failures = useRef(0);
  const retry = useCallback(() => setAttempt((old) => old + 1), []);
  useEffect(() => {
    const abort = new AbortController();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const reading = store.getSnapshot().complete
      ? refreshSegments(client, recordingId, store, null, abort.signal)
      : loadSegments(client, recordingId, store, abort.signal);
    reading.then(
      () => {
        if (abort.signal.aborted) return;
        failures.current = 0;
        setLoadFailed(null);
      },
      (error: CombinedError) => {
        if (abort.signal.aborted) return;
        setLoadFailed(error);
        if (isPassing(error)) waiting = setTimeout(retry, waitBeforeRetryMs(failures.current++));
      },
    );
    return () => {
      abort.abort();
      clearTimeout(waiting);
    };
  }, [client, recordingId, store, attempt, retry]);
  // Changes made while the connection was lost were never told.
  useOnResume(() => {
    void refreshSegments(client, recordingId, store, null, new AbortController().signal).catch(retry);
  });
  return { loadFailed, retry };
}
