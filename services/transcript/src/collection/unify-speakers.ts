import { cosineSimilarity } from '@colloquy/speech';

/** A speaker of one recording. */
export interface Candidate {
  id: string;
  recordingId: string;
  /** Who they are, where that is certain; see `identitiesOf`. */
  identity: string | null;
  /** Who they are not, as a person said. */
  denied: ReadonlySet<string>;
  /** The vector of each model that knows their voice. */
  voices: ReadonlyMap<string, readonly number[]>;
}

/** What a person said: that two speakers are one, or are not. */
export interface SpeakerDecision {
  speakerId: string;
  otherId: string;
  same: boolean;
}

export type MatchReason = 'PERSON' | 'IDENTITY' | 'VOICE' | 'ALONE';

export interface UnifiedMember {
  id: string;
  /** Why they are with the others. */
  reason: MatchReason;
  /** Mean cosine to the voices of the others; null where there is none to compare with. */
  similarity: number | null;
  /** Whose vectors were compared. */
  model: string | null;
}

interface Group {
  members: Candidate[];
  reasons: Map<string, MatchReason>;
}

/**
 * Finds who is the same person across recordings: what people said comes first, then certain identities, then voices by
 * average-linkage clustering (the two groups with the highest mean cosine join while it reaches the model's threshold).
 * Two speakers of one recording never join, nor two who are certainly different. Vectors of different models are never
 * compared: a model that knows both tells, where several do the one that knows most of all candidates, of as many the one
 * that comes first among their voices. The same candidates in the same order give the same result.
 *
 * @param decisions in the order they were made; one that contradicts an earlier one is left out
 * @returns groups in order of their first candidate
 */
export function unifySpeakers(
  candidates: readonly Candidate[],
  decisions: readonly SpeakerDecision[],
  thresholdOf: (model: string) => number,
): UnifiedMember[][] {
  const apart = new Set(
    decisions.filter(({ same }) => !same).flatMap(({ speakerId, otherId }) => pairs(speakerId, otherId)),
  );
  const models = byCoverage(candidates);
  let groups: Group[] = candidates.map((candidate) => ({
    members: [candidate],
    reasons: new Map([[candidate.id, 'ALONE']]),
  }));
  const holding = (id: string) => groups.find(({ members }) => members.some((one) => one.id === id));
  const join = (a: Group | undefined, b: Group | undefined, reason: MatchReason) => {
    if (!a || !b || a === b || !mayJoin(a, b, apart, reason)) return;
    const members = [...a.members, ...b.members];
    const reasons = new Map([...a.reasons, ...b.reasons]);
    for (const [id, known] of reasons) if (known === 'ALONE') reasons.set(id, reason);
    groups = groups
      .filter((group) => group !== b)
      .map((group) => (group === a ? { members, reasons } : group));
  };
  for (const { speakerId, otherId, same } of decisions)
    if (same) join(holding(speakerId), holding(otherId), 'PERSON');
  for (const alike of Map.groupBy(
    candidates.filter(({ identity }) => identity !== null),
    ({ identity }) => identity,
  ).values())
    for (const other of alike.slice(1)) join(holding(alike[0]?.id ?? ''), holding(other.id), 'IDENTITY');

  for (;;) {
    let best: { a: Group; b: Group; similarity: number } | undefined;
    for (const [i, a] of groups.entries())
      for (const b of groups.slice(i + 1)) {
        if (!mayJoin(a, b, apart, 'VOICE')) continue;
        const likeness = likenessOf(a.members, b.members, models);
        if (!likeness || likeness.similarity < thresholdOf(likeness.model)) continue;
        if (!best || likeness.similarity > best.similarity) best = { a, b, similarity: likeness.similarity };
      }
    if (!best) break;
    join(best.a, best.b, 'VOICE');
  }
  const order = new Map(candidates.map(({ id }, at) => [id, at]));
  const place = (id: string) => order.get(id) ?? 0;
  return groups
    .map(({ members, reasons }) =>
      members
        .toSorted((a, b) => place(a.id) - place(b.id))
        .map((one) => {
          const likeness = likenessOf(
            [one],
            members.filter((other) => other !== one),
            models,
          );
          const reason = reasons.get(one.id) ?? 'ALONE';
          return {
            id: one.id,
            reason,
            similarity: likeness?.similarity ?? null,
            model: likeness?.model ?? null,
          };
        }),
    )
    .sort((a, b) => place(a[0]?.id ?? '') - place(b[0]?.id ?? ''));
}

const pairs = (a: string, b: string): string[] => [`${a} ${b}`, `${b} ${a}`];

/** What a person says overrules names: two who were named differently may be one. */
function mayJoin(a: Group, b: Group, apart: ReadonlySet<string>, reason: MatchReason): boolean {
  return a.members.every((one) =>
    b.members.every(
      (other) =>
        one.recordingId !== other.recordingId &&
        !apart.has(`${one.id} ${other.id}`) &&
        (reason === 'PERSON' || mayBeOne(one, other)),
    ),
  );
}

function mayBeOne(one: Candidate, other: Candidate): boolean {
  if (one.identity !== null && other.denied.has(one.identity)) return false;
  if (other.identity !== null && one.denied.has(other.identity)) return false;
  return one.identity === null || other.identity === null || one.identity === other.identity;
}

/** The models, those that know most of the candidates first. */
function byCoverage(candidates: readonly Candidate[]): string[] {
  const known = Map.groupBy(
    candidates.flatMap(({ voices }) => [...voices.keys()]),
    (model) => model,
  );
  return [...known].sort(([, a], [, b]) => b.length - a.length).map(([model]) => model);
}

/** By the model that most pairs of them share; of as many, by the first. */
function likenessOf(
  some: readonly Candidate[],
  others: readonly Candidate[],
  models: readonly string[],
): { model: string; similarity: number } | null {
  let most: { model: string; found: Pair[] } | undefined;
  for (const model of models) {
    const found = pairsKnownTo(model, some, others);
    if (found.length > (most?.found.length ?? 0)) most = { model, found };
    if (found.length === some.length * others.length) break;
  }
  if (!most) return null;
  const { model, found } = most;
  const sum = found.reduce((total, [one, other]) => total + cosineSimilarity(one, other), 0);
  return { model, similarity: sum / found.length };
}

type Pair = readonly [readonly number[], readonly number[]];

function pairsKnownTo(model: string, some: readonly Candidate[], others: readonly Candidate[]): Pair[] {
  return some.flatMap(({ voices: one }) =>
    others.flatMap(({ voices: other }): Pair[] => {
      const [mine, theirs] = [one.get(model), other.get(model)];
      return mine && theirs?.length === mine.length ? [[mine, theirs]] : [];
    }),
  );
}
