import type { EntityManager } from 'typeorm';

/**
 * What people have said of who speakers are.
 * @param matched later speaker's id → earlier speaker's id
 */
export async function carryDecisions(
  tx: EntityManager,
  workspaceId: string,
  matched: ReadonlyMap<string, string>,
): Promise<void> {
  const same = [workspaceId, [...matched.keys()], [...matched.values()]];
  await tx.query(
    `insert into transcript.speaker_identification
       (speaker_id, workspace_id, recording_id, outcome, profile_id, confidence, similarity, model, alternatives,
        decided_by, decided_at)
     select same.later_id, workspace_id, recording_id, outcome, profile_id, confidence, similarity, model, alternatives,
            decided_by, decided_at
       from transcript.speaker_identification decided
       join unnest($2::uuid[], $3::uuid[]) as same(later_id, earlier_id) on decided.speaker_id = same.earlier_id
      where workspace_id = $1
     on conflict do nothing`,
    same,
  );
}

/**
 * What people have said of who speakers are not.
 * @param matched later speaker's id → earlier speaker's id
 */
export async function carryRejections(
  tx: EntityManager,
  workspaceId: string,
  matched: ReadonlyMap<string, string>,
): Promise<void> {
  const same = [workspaceId, [...matched.keys()], [...matched.values()]];
  await tx.query(
    `insert into transcript.identification_rejection (speaker_id, profile_id, workspace_id, decided_by, decided_at)
     select same.later_id, profile_id, workspace_id, decided_by, decided_at
       from transcript.identification_rejection rejected
       join unnest($2::uuid[], $3::uuid[]) as same(later_id, earlier_id) on rejected.speaker_id = same.earlier_id
      where workspace_id = $1
     on conflict do nothing`,
    same,
  );
}
