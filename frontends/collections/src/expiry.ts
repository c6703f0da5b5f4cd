const DAY_MS = 86_400_000;

/** What can be chosen; any other moment can be set through the graph. */
export const EXPIRIES = { never: null, day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS } as const;

export type Expiry = keyof typeof EXPIRIES;

/** The moment it stands for, ISO 8601; null for never. */
export function expiryAt(expiry: Expiry, now: number = Date.now()): string | null {
  const inMs = EXPIRIES[expiry];
  return inMs === null ? null : new Date(now + inMs).toISOString();
}
