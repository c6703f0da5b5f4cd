import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** This close to the end counts as being there. */
const NEAR_PX = 140;

/**
 * Keeps the end of the thread in sight while it grows, unless the reader has scrolled up.
 * @param count messages; one more always brings the reader to the end
 */
export function useStayAtEnd(count: number): RefObject<HTMLDivElement | null> {
  const end = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    atEnd.current = true;
    window.scrollTo({ top: document.documentElement.scrollHeight });
  }, [count]);
  useEffect(() => {
    const note = () => {
      atEnd.current = document.documentElement.scrollHeight - innerHeight - scrollY < NEAR_PX;
    };
    const observer = new ResizeObserver(() => {
      if (atEnd.current) window.scrollTo({ top: document.documentElement.scrollHeight });
    });
    if (end.current?.parentElement) observer.observe(end.current.parentElement);
    window.addEventListener('scroll', note, { passive: true });
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', note);
    };
  }, []);
  return end;
}
