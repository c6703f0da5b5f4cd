import { newId } from '@colloquy/subgraph';
import type { UnifiedMember } from './unify-speakers.ts';

export interface Person {
  id: string;
  members: UnifiedMember[];
}

interface Shared {
  group: number;
  /** Ids are in the order in which they were made. */
  id: string;
  count: number;
}

/** Who has most in common with somebody from before is them, the one there longest if it is two: links and colours stay. */
export function keepIds(before: readonly Person[], groups: readonly UnifiedMember[][]): Person[] {
  const shared = groups.flatMap((members, group): Shared[] =>
    before.map(({ id, members: earlier }) => {
      const known = new Set(earlier.map((one) => one.id));
      return { group, id, count: members.filter((one) => known.has(one.id)).length };
    }),
  );
  const kept = new Map<number, string>();
  const closest = (a: Shared, b: Shared) => b.count - a.count || (a.id < b.id ? -1 : 1);
  for (const { group, id } of shared.filter(({ count }) => count > 0).sort(closest))
    if (!kept.has(group) && ![...kept.values()].includes(id)) kept.set(group, id);
  return groups.map((members, group) => ({ id: kept.get(group) ?? newId(), members }));
}
