import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { SegmentStore } from '../segments/segment.store.ts';
import type { TextSpan } from '../segments/text-runs.ts';
import type { FindResult } from './find-segments.ts';
import { findLiterally, firstFrom, stepFound, type FoundSegment } from './literal-find.ts';

const TYPING_PAUSE_MS = 220;
const SHORTEST_QUERY = 2;
const NOTHING_FOUND: readonly FoundSegment[] = [];

export interface Find {
  readonly query: string;
  setQuery(query: string): void;
  readonly searching: boolean;
  readonly total: number;
  readonly fuzzy: boolean;
  /** The server could not be asked: plain occurrences in what is loaded. */
  readonly limited: boolean;
  /** Which one of `total` is shown, from 0; meaningless when there are none. */
  readonly current: number;
  readonly currentFound: FoundSegment | null;
  step(by: 1 | -1): void;
  /** What to mark in each segment. */
  readonly spans: ReadonlyMap<string, readonly TextSpan[]>;
}

interface Answer {
  readonly query: string;
  readonly transcriptId: string;
  readonly result: FindResult;
  readonly limited: boolean;
}

/** Asks the server. @throws when it cannot be reached */
export type AskFind = (query: string, signal: AbortSignal) => Promise<FindResult>;

/**
 * Find in one transcript: the server's stemmed hits, plain occurrences where it cannot be reached or is not to be asked.
 * @param ask null: it is not asked; otherwise the same function as long as it is the same recording
 * @param startTimeMs where the reader is: the first place shown lies at or after it
 * @param transcriptId what was found in another one has no place in this one
 */
export function useFind(
  ask: AskFind | null,
  store: SegmentStore,
  startTimeMs: () => number,
  transcriptId = '',
): Find {
  const [query, setQuery] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [current, setCurrent] = useState(0);
  const asked = query.trim();
  const tooShort = asked.length < SHORTEST_QUERY;
  const shown = tooShort || answer?.transcriptId !== transcriptId ? null : answer;
  // Read when an answer comes; that the voice moves on starts no search.
  const firstOf = useEffectEvent((found: readonly FoundSegment[]) => firstFrom(found, startTimeMs()));

  useEffect(() => {
    if (tooShort) return;
    const abort = new AbortController();
    const show = (result: FindResult, limited: boolean) => {
      setAnswer({ query: asked, transcriptId, result, limited });
      setCurrent(firstOf(result.found));
    };
    const literal = (): FindResult => {
      const found = findLiterally(store.getSnapshot().rows, asked);
      return { found, total: found.length, fuzzy: false };
    };
    const timer = setTimeout(async () => {
      if (!ask) return show(literal(), false);
      try {
        const result = await ask(asked, abort.signal);
        if (!abort.signal.aborted) show(result, false);
      } catch {
        if (!abort.signal.aborted) show(literal(), true);
      }
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked, tooShort, ask, store, transcriptId]);

  const found = shown?.result.found ?? NOTHING_FOUND;
  const spans = useMemo(() => new Map(found.map((one) => [one.segmentId, one.spans])), [found]);
  return {
    query,
    setQuery,
    searching: !tooShort && shown?.query !== asked,
    total: shown?.result.total ?? 0,
    fuzzy: shown?.result.fuzzy ?? false,
    limited: shown?.limited ?? false,
    current,
    currentFound: found[current] ?? null,
    step: (by) => setCurrent(stepFound(current, by, found.length)),
    spans,
  };
}
