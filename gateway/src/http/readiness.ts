import type { SubgraphUrls } from '../graph/supergraph.ts';

const TIMEOUT_MS = 2_000;

export interface SubgraphReadiness {
  answers: boolean;
  /** Milliseconds the answer took. */
  ms: number;
}

export interface Readiness {
  /** `ready`: every subgraph answers; `degraded`: some do; `down`: none; `stopping`: this gateway is on its way out. */
  status: 'ready' | 'degraded' | 'down' | 'stopping';
  subgraphs: Record<string, SubgraphReadiness>;
}

async function ask(base: string, headers: Record<string, string>): Promise<SubgraphReadiness> {
  const started = performance.now();
  const answers = await fetch(new URL('/graphql', base), {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{"query":"{__typename}"}',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );
  return { answers, ms: Math.round(performance.now() - started) };
}

/** Asks every subgraph for its `__typename`, at once. */
export async function readiness(
  urls: SubgraphUrls,
  headers: Record<string, string>,
  stopping: boolean,
): Promise<Readiness> {
  const entries = await Promise.all(
    Object.entries(urls).map(async ([name, url]) => [name, await ask(url, headers)] as const),
  );
  const answering = entries.filter(([, { answers }]) => answers).length;
  const status = answering === entries.length ? 'ready' : answering > 0 ? 'degraded' : 'down';
  return { status: stopping ? 'stopping' : status, subgraphs: Object.fromEntries(entries) };
}
