import { useConnection } from '@colloquy/web-kit';
import { useEffect, useState } from 'react';

const PART_NAMES = ['ingest', 'transcript', 'chat'] as const;
export type Part = (typeof PART_NAMES)[number];

export type Health = { state: 'ready' } | { state: 'degraded'; down: Part[] } | { state: 'unknown' };

const EVERY_MS = 20_000;

const NETWORK_CHANGES = ['online', 'offline'] as const;

/** Reads what `/readyz` answers, whatever its HTTP status: `{subgraphs: {<name>: {answers}}}`. */
export function readHealth(body: unknown): Health {
  const { subgraphs } = (body ?? {}) as { subgraphs?: Record<string, { answers?: boolean } | undefined> };
  if (!subgraphs) return { state: 'unknown' };
  const down = PART_NAMES.filter((name) => subgraphs[name]?.answers === false);
  return down.length === 0 ? { state: 'ready' } : { state: 'degraded', down };
}

/** Which parts of the server answer, asked every 20 s while the page is visible, and when the connection comes or goes. */
export function useHealth(): Health | null {
  const connection = useConnection();
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
    for (const change of NETWORK_CHANGES) window.addEventListener(change, ask);
    return () => {
      stopped = true;
      clearInterval(timer);
      for (const change of NETWORK_CHANGES) window.removeEventListener(change, ask);
    };
  }, [connection]);
  return health;
}
