import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import type { RouteOf } from '@colloquy/web-kit';
import type { TranscriptSession } from '../session/transcript-session.ts';
import type { SegmentRow } from '../segments/segment.store.ts';
import { currentItem, type Timed } from '../timeline/locate.ts';

/**
 * Follows a link to a moment: goes there, plays (the player shows a button where the browser refuses to start by
 * itself), and tells which segment to mark, once it is loaded.
 */
export function useLinkedMoment(
  session: TranscriptSession,
  { atMs, segmentId }: RouteOf<'transcript'>,
): string | null {
  const { store, player, position, follow } = session;
  const { rows, complete } = useSyncExternalStore(store.subscribe, store.getSnapshot);

  useEffect(() => {
    if (atMs === undefined) return;
    position.update(atMs);
    follow.dispatch({ kind: 'jumped' });
    void player?.playFrom(atMs);
  }, [player, position, follow, atMs]);

  const named = segmentId ? store.find(segmentId) : undefined;
  const passed = atMs !== undefined && (complete || (rows.at(-1)?.startMs ?? -1) > atMs);
  const atMoment = passed && (!segmentId || complete) ? rows[currentItem(rows, atMs)] : undefined;
  // A segment that is gone, or that was split before the moment, is replaced by what is said there now.
  const holds = named && (atMs === undefined || holdsMoment(named, atMs));
  const target = holds ? named : (saidAt(atMoment, atMs) ?? named ?? atMoment);
  const targetId = target?.id ?? null;
  const targetMs = target?.startMs ?? 0;

  const goThere = useEffectEvent((timeIsGiven: boolean) => {
    if (!timeIsGiven) {
      player?.seek(targetMs);
      position.update(targetMs);
    }
    follow.dispatch({ kind: 'jumped' });
  });
  // Once per link; that other times or another segment stand there meanwhile moves nobody.
  const followed = useRef<string | null>(null);
  useEffect(() => {
    const link = `${segmentId} ${atMs}`;
    if (targetId === null || followed.current === link) return;
    followed.current = link;
    goThere(atMs !== undefined);
  }, [targetId, segmentId, atMs]);
  return targetId;
}

const holdsMoment = ({ startMs, endMs }: Timed, atMs: number): boolean => startMs <= atMs && atMs < endMs;

const saidAt = (row: SegmentRow | undefined, atMs: number | undefined): SegmentRow | undefined =>
  row && atMs !== undefined && holdsMoment(row, atMs) ? row : undefined;
