import { useCallback, useEffect, useRef } from 'react';
import { useReading } from '../session/transcript-session.ts';
import { needsScroll } from '../timeline/follow.ts';

/** How long a scroll of our own may still be gliding; scroll events within it are not the reader's. */
const GLIDE_MS = 700;

interface FollowScrollOptions {
  /** Position of a segment in the list as it is shown, -1 when it is filtered out or not loaded. */
  positionOf(segmentId: string): number;
  /** The element of a position, null while it is not in the document. */
  elementAt(position: number): Element | null;
  /** Brings a far position to the middle of the window. */
  bringToMiddle(position: number): void;
  /** What no sticky bar covers, in pixels from the top of the window. */
  freeWindow(): { top: number; bottom: number };
  /** Whoever is writing is left where they are, until they ask for the voice. */
  readonly writing: boolean;
}

/** Keeps the spoken segment in sight while the reader has not scrolled away. Returns how to bring any other in sight. */
export function useFollowScroll(options: FollowScrollOptions): (position: number) => void {
  const { position: voice, follow } = useReading();
  const latest = useRef(options);
  latest.current = options;
  const glidingUntil = useRef(0);

  const show = useCallback((position: number) => {
    const { elementAt, bringToMiddle, freeWindow } = latest.current;
    glidingUntil.current = performance.now() + GLIDE_MS;
    const element = elementAt(position);
    if (!element) {
      bringToMiddle(position);
      return;
    }
    const box = element.getBoundingClientRect();
    const free = freeWindow();
    if (!needsScroll(box, free)) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    window.scrollBy({
      top: box.top - free.top - (free.bottom - free.top) * 0.25,
      behavior: calm ? 'auto' : 'smooth',
    });
  }, []);

  useEffect(() => {
    const toCurrent = () => {
      const id = voice.getSegmentId();
      if (id === null || follow.getSnapshot() !== 'following') return;
      const position = latest.current.positionOf(id);
      if (position >= 0) show(position);
    };
    const scrolled = () => {
      const id = voice.getSegmentId();
      if (id === null || performance.now() < glidingUntil.current) return;
      const position = latest.current.positionOf(id);
      if (position < 0) return;
      const box = latest.current.elementAt(position)?.getBoundingClientRect();
      const free = latest.current.freeWindow();
      follow.dispatch({
        kind: 'scrolled',
        currentVisible: box !== undefined && box.bottom > free.top && box.top < free.bottom,
      });
    };
    const voiceMoved = () => {
      if (!latest.current.writing) toCurrent();
    };
    const stops = [voice.subscribeSegment(voiceMoved), follow.subscribe(toCurrent)];
    window.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('scroll', scrolled);
    };
  }, [voice, follow, show]);

  return show;
}
