import { useEffect, useState } from 'react';

const PART_NAMES = ['ingest', 'transcript', 'chat'] as const;
export type Part = (typeof PART_NAMES)[number];

export type Health = { state: 'ready' } | { state: 'degraded'; down: Part[] } | { state: 'unknown' };

const EVERY_MS = 20_000;

/** Reads what `/readyz` answers, whatever its HTTP status: `{subgraphs: {<name>: {answers}}}`. */
export function readHealth(body: unknown): Health {
  const { subgraphs } = (body ?? {}) as { subgraphs?: Record<string, { answers?: boolean } | undefined> };
  if (!subgraphs) return { state: 'unknown' };
  const down = PART_NAMES.filter((name) => subgraphs[name]?.answers === false);
  return down.length === 0 ? { state: 'ready' } : { state: 'degraded', down };
}

/** Which parts of the server answer, asked every 20 s while the page is visible. */
export function useHealth(): Health | null {
  const [health, setHealth] = useState<Health | null>(null);
  useEffect(() => {
    let stopped = false;
    const ask = async () => {
      if (document.visibilityState === 'hidden') return;
      const answer = await fetch('/readyz', { cache: 'no-store' })
        .then((response) => response.json())
        .then(readHealth)
        .catch((): Health => ({ state: 'unknown' }));
      if (!stopped) setHealth(answer);
    };
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, []);
  return health;
}
