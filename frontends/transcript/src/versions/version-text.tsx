import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type CSSProperties } from 'react';
import { formatTime, useMessages } from '@colloquy/web-kit';
import type { VersionRow as Row } from './read-versions.ts';
import { WordDifference } from './word-difference.tsx';

const ROW_PX = 64;

/** The text of a version, or of two in one; only what is in sight is in the document. */
export function VersionText({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useMessages('transcript');
  const list = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_PX,
    getItemKey: (at) => keyOf(rows[at]) ?? at,
    overscan: 8,
  });
  return (
    // Scrolled by the keyboard, so it takes the focus.
    <div ref={list} className="transcript-version" role="region" aria-label={t('versions.text')} tabIndex={0}>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return (
            row && (
              <div
                key={key}
                data-index={index}
                ref={virtualizer.measureElement}
                className="transcript-slot"
                style={{ transform: `translateY(${start}px)` }}
              >
                <VersionRow row={row} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

const keyOf = (row: Row | undefined) => row && `${row.before?.segmentId} ${row.after?.segmentId}`;

function VersionRow({ row }: { readonly row: Row }) {
  const { t } = useMessages('transcript');
  const { before, after, differs } = row;
  const shown = after ?? before;
  if (!shown) return null;
  const nameOf = (side: typeof before) => side && (side.speaker?.displayName ?? t('speakers.unknown'));
  return (
    <div
      className="transcript-version-row"
      data-differs={differs || undefined}
      style={{ '--speaker': shown.speaker?.color ?? 'gray' } as CSSProperties}
    >
      <span className="transcript-version-time">{formatTime(shown.startMs)}</span>
      <div className="transcript-difference">
        <div className="transcript-name">
          <span className="transcript-dot" aria-hidden />
          <WordDifference before={nameOf(before)} after={nameOf(after)} />
        </div>
        <WordDifference before={before?.text ?? null} after={after?.text ?? null} />
      </div>
    </div>
  );
}
