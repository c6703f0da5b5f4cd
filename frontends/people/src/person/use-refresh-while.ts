import { useEffect, useEffectEvent, useRef } from 'react';

const FIRST_MS = 1_000;
const LONGEST_MS = 15_000;
const GROWS_BY = 1.4;
/** A voice that was listened to is then looked for in all recordings. */
const AFTERWARDS_MS = [1_000, 3_000, 8_000];

/** Asks again while something is on its way, more and more seldom, and a few times after it has come. */
export function useRefreshWhile(onTheWay: boolean, refresh: () => void): void {
  const ask = useEffectEvent(refresh);
  const was = useRef(false);
  useEffect(() => {
    if (!onTheWay) {
      const timers = was.current ? AFTERWARDS_MS.map((ms) => setTimeout(() => ask(), ms)) : [];
      was.current = false;
      return () => timers.forEach(clearTimeout);
    }
    was.current = true;
    let waitMs = FIRST_MS;
    let timer = setTimeout(again, waitMs);
    function again() {
      ask();
      waitMs = Math.min(LONGEST_MS, waitMs * GROWS_BY);
      timer = setTimeout(again, waitMs);
    }
    return () => clearTimeout(timer);
  }, [onTheWay]);
}
