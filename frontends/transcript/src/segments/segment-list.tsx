import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatTime, useMessages } from '@colloquy/web-kit';
import { SegmentMenu } from '../corrections/segment-menu.tsx';
import type { Find } from '../find/use-find.ts';
import { useReading } from '../session/transcript-session.ts';
import type { SpeakerCard } from '../speakers/speaker-card.ts';
import { focusMenuOf } from './focus-menu.ts';
import { estimateRowHeight } from './row-height.ts';
import { SegmentRow } from './segment-row.tsx';
import type { SegmentRow as Row } from './segment.store.ts';
import { useFollowScroll } from './use-follow-scroll.ts';
import type { SegmentEditing } from './use-segment-edit.ts';

const REST_MS = 90;

interface SegmentChoice {
  readonly ids: ReadonlySet<string>;
  /** Stable, so that choosing draws one row. */
  toggle(id: string, through: boolean): void;
}

interface SegmentListProps {
  /** The rows to show, in order: all, or those of the speakers chosen. */
  readonly rows: readonly Row[];
  readonly speakers: ReadonlyMap<string, SpeakerCard>;
  readonly find: Find;
  /** A segment a link led to. */
  readonly linkedId: string | null;
  /** Null where nothing can be changed. */
  readonly editing: SegmentEditing | null;
  /** While segments are to be chosen. */
  readonly choice?: SegmentChoice | null;
}

/** The text, of which only what is near the window is in the document: 100,000 segments scroll like ten. */
export function SegmentList({ rows, speakers, find, linkedId, editing, choice = null }: SegmentListProps) {
  const { t } = useMessages('transcript');
  const session = useReading();
  const list = useRef<HTMLDivElement>(null);
  const positions = useMemo(() => new Map(rows.map((row, position) => [row.id, position])), [rows]);
  const { top, width } = usePlace(list);
  const editedPosition = editing?.edit ? (positions.get(editing.edit.row.id) ?? -1) : -1;

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (position) =>
      estimateRowHeight(rows[position]?.text.length ?? 0, width, opensTurn(rows, position)),
    getItemKey: (position) => rows[position]?.id ?? position,
    scrollMargin: top,
    overscan: 6,
    // An editor that scrolls out of sight must keep what is typed in it.
    rangeExtractor: (range: Range) => {
      const inSight = defaultRangeExtractor(range);
      return editedPosition < 0 || inSight.includes(editedPosition)
        ? inSight
        : [...inSight, editedPosition].sort((a, b) => a - b);
    },
  });

  const show = useFollowScroll({
    positionOf: (id) => positions.get(id) ?? -1,
    elementAt: (position) => list.current?.querySelector(`[data-index="${position}"]`) ?? null,
    bringToMiddle: (position) => virtualizer.scrollToIndex(position, { align: 'center' }),
    freeWindow,
    writing: editedPosition >= 0,
  });

  const [menuOf, setMenuOf] = useState<string | null>(null);
  const closeMenu = (id: string) => {
    setMenuOf(null);
    // The button that opened it has been made anew.
    focusMenuOf(id);
  };

  const foundId = find.currentFound?.segmentId ?? null;
  // Only another hit: rows that come later must not scroll the reader back.
  const showSegment = useEffectEvent((id: string) => {
    const position = positions.get(id);
    if (position !== undefined) show(position);
  });
  useEffect(() => {
    if (foundId !== null) showSegment(foundId);
  }, [foundId]);

  // What was carried to another segment while somebody typed stays before their eyes.
  const edit = editing?.edit ?? null;
  const carriedId = typeof edit?.caret === 'number' ? edit.row.id : null;
  useEffect(() => {
    if (carriedId !== null) showSegment(carriedId);
  }, [carriedId]);

  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    // Who scrolls fast is not reading: words are fetched where the window comes to rest.
    const timer = setTimeout(
      () => void session.words.need(rows.slice(first, last + 1).map(({ id }) => id)),
      REST_MS,
    );
    return () => clearTimeout(timer);
  }, [rows, first, last, session]);

  return (
    <div
      ref={list}
      className="transcript-list"
      data-loses-focus
      style={{ height: virtualizer.getTotalSize() }}
    >
      {items.map(({ index, key, start }) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <div
            key={key}
            data-index={index}
            ref={virtualizer.measureElement}
            className="transcript-slot"
            style={{ transform: `translateY(${start - top}px)` }}
          >
            <SegmentRow
              t={t}
              row={row}
              speaker={speakers.get(row.speakerId)}
              opensTurn={opensTurn(rows, index)}
              found={find.spans.get(row.id)}
              foundHere={foundId === row.id}
              linked={linkedId === row.id}
              editing={editedPosition === index ? editing : null}
              save={editing?.saves.get(row.id) ?? null}
              onEdit={editing?.begin ?? null}
              chosen={choice && choice.ids.has(row.id)}
              onChoose={choice?.toggle ?? null}
              onMenu={setMenuOf}
              menu={
                editing && menuOf === row.id ? (
                  <SegmentMenu
                    row={row}
                    label={t('segment.moreOf', {
                      speaker: speakers.get(row.speakerId)?.displayName ?? t('speakers.unknown'),
                      time: formatTime(row.startMs),
                    })}
                    speakers={speakers}
                    onEdit={() => editing.begin(row)}
                    onClosed={() => closeMenu(row.id)}
                  />
                ) : null
              }
            />
          </div>
        );
      })}
    </div>
  );
}

function opensTurn(rows: readonly Row[], position: number): boolean {
  return rows[position - 1]?.speakerId !== rows[position]?.speakerId;
}

/** What neither the bar above nor the player below covers. */
function freeWindow(): { top: number; bottom: number } {
  const bar = document.querySelector('.transcript-bar')?.getBoundingClientRect();
  const dock = document.querySelector('.transcript-dock')?.getBoundingClientRect();
  return { top: Math.max(0, bar?.bottom ?? 0), bottom: Math.min(innerHeight, dock?.top ?? innerHeight) };
}

/** Where the list begins in the document and how wide it is; both change with what stands above it. */
function usePlace(list: { readonly current: HTMLElement | null }): { top: number; width: number } {
  const [place, setPlace] = useState({ top: 0, width: 700 });
  useLayoutEffect(() => {
    const measure = () => {
      const box = list.current?.getBoundingClientRect();
      if (!box) return;
      const next = { top: Math.round(box.top + scrollY), width: Math.round(box.width) };
      setPlace((old) => (old.top === next.top && old.width === next.width ? old : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return place;
}
