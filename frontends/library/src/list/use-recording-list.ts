import { useOnResume } from '@colloquy/web-kit';
import { useEffect, useEffectEvent, useReducer, useRef } from 'react';
import { useQuery, useSubscription } from 'urql';
import { LibraryChangesSubscription, RecordingListQuery } from '../library.operations.ts';
import { changeView, variablesOf, wholeLibrary } from './list-view.ts';

/** Changes that come in a burst are fetched once. */
const SETTLE_MS = 600;

/** The page of the library that is looked at, kept true while recordings come, change and become ready. */
export function useRecordingList() {
  const [view, change] = useReducer(changeView, wholeLibrary);
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: RecordingListQuery,
    variables: variablesOf(view),
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });

  // The shell's subscription moves status and progress through the cache; what that cannot tell is who is new in the
  // list, and the speakers and engines of a recording that has become ready.
  const [{ data: live }] = useSubscription({ query: LibraryChangesSubscription });
  const known = useRef(new Map<string, string>());
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  const settled = useEffectEvent(() => {
    settling.current = undefined;
    refresh();
  });
  useEffect(() => {
    if (!live) return;
    const { recordingId, status, recording } = live.recordingsStatusChanged;
    // A list that was on its way while the recording was deleted, here or elsewhere, still has it.
    const state = recording ? status : 'DELETED';
    const before = known.current.get(recordingId);
    known.current.set(recordingId, state);
    if (before === state) return;
    // Not put off by what comes in between: a recording at work tells of itself more often than this.
    settling.current ??= setTimeout(() => settled(), SETTLE_MS);
  }, [live]);
  useEffect(() => () => clearTimeout(settling.current), []);
  useOnResume(refresh);

  const connection = data?.recordings ?? undefined;
  return { view, change, connection, error, loading: fetching && !connection, stale, refresh };
}
