import type { CombinedError } from 'urql';

const LONGEST_WAIT_MS = 8_000;

/** 0.25 s, 0.5 s, … up to 8 s, with jitter so that many pages do not come back in the same instant. */
export function waitBeforeRetryMs(retries: number): number {
  return Math.min(LONGEST_WAIT_MS, 250 * 2 ** retries) * (0.75 + Math.random() / 2);
}

/** Whether a query failed by what passes: the server, or the service behind it, does not answer for now. */
export function isPassing({ networkError, graphQLErrors, response }: CombinedError): boolean {
  if (graphQLErrors.some(({ extensions }) => extensions['code'] === 'SUBGRAPH_UNAVAILABLE')) return true;
  const { status = 0 } = (response ?? {}) as { status?: number };
  // Refused for what it is, it would be refused for ever.
  return networkError !== undefined && !(status >= 400 && status < 500);
}
