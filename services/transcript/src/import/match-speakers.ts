import { commonMs } from '../segment/common-ms.ts';

export interface SpokenStretch {
  startMs: number;
  endMs: number;
  speakerId: string;
}

/**
 * Finds which earlier speaker each later one is, by the time both speak:
 *
 *     earlier  |-- A --|   |---- B ----|
 *     later    |--- 1 ---| |--- 2 ---|  |3|     →  1 is A, 2 is B, 3 is nobody
 *
 * The pair that shares most time is matched first; nobody is matched twice.
 *
 * @param earlier @param later in order of start.
 * @returns later speaker's id → earlier speaker's id.
 */
export function matchSpeakers(
  earlier: readonly SpokenStretch[],
  later: readonly SpokenStretch[],
): Map<string, string> {
  const shared = new Map<string, { earlierId: string; laterId: string; ms: number }>();
  let from = 0;
  for (const now of later) {
    while ((earlier[from]?.endMs ?? Number.POSITIVE_INFINITY) <= now.startMs) from += 1;
    for (let at = from; at < earlier.length; at += 1) {
      const before = earlier[at];
      if (!before || before.startMs >= now.endMs) break;
      const ms = commonMs(before, now);
      if (ms <= 0) continue;
      const key = `${before.speakerId} ${now.speakerId}`;
      const pair = shared.get(key) ?? { earlierId: before.speakerId, laterId: now.speakerId, ms: 0 };
      shared.set(key, { ...pair, ms: pair.ms + ms });
    }
  }
  const matched = new Map<string, string>();
  const taken = new Set<string>();
  for (const { earlierId, laterId } of [...shared.values()].sort((a, b) => b.ms - a.ms)) {
    if (taken.has(earlierId) || matched.has(laterId)) continue;
    taken.add(earlierId);
    matched.set(laterId, earlierId);
  }
  return matched;
}
