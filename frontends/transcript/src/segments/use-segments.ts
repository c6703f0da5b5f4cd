import { useCallback, useEffect, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { useOnResume } from '@colloquy/web-kit';
import type { TranscriptSession } from '../session/transcript-session.ts';
import { loadSegments, refreshSegments } from './segment.loader.ts';

/** Fills the session's store in the background; what failed to load can be asked for again. */
export function useSegments({ recordingId, store }: TranscriptSession): {
  readonly loadFailed: CombinedError | null;
  retry(): void;
} {
  const client = useClient();
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<{ readonly attempt: number; readonly error: CombinedError } | null>(
    null,
  );
  useEffect(() => {
    const abort = new AbortController();
    loadSegments(client, recordingId, store, abort.signal).catch((error: CombinedError) => {
      if (!abort.signal.aborted) setFailure({ attempt, error });
    });
    return () => abort.abort();
  }, [client, recordingId, store, attempt]);
  // Changes made while the connection was lost were never told.
  useOnResume(() => {
    void refreshSegments(client, recordingId, store, null, new AbortController().signal).catch(() =>
      setAttempt((old) => old + 1),
    );
  });
  const loadFailed = failure?.attempt === attempt ? failure.error : null;
  return { loadFailed, retry: useCallback(() => setAttempt((old) => old + 1), []) };
}
