import type { EntityManager } from 'typeorm';

/**
 * A recording that is processed again has other speakers: what people said of the earlier ones, and who these were in
 * its collections, goes to those who speak at the same times.
 * @param matched later speaker's id → earlier speaker's id
 */
export async function carryCollectionSpeakers(
  tx: EntityManager,
  workspaceId: string,
  matched: ReadonlyMap<string, string>,
): Promise<void> {
  const columns = [
    ['collection_appearance', 'speaker_id'],
    ['collection_decision', 'speaker_id'],
    ['collection_decision', 'other_id'],
    ['collection_denial', 'speaker_id'],
  ];
  for (const [table, column] of columns)
    await tx.query(
      `update transcript.${table} carried set ${column} = same.later_id
         from unnest($2::uuid[], $3::uuid[]) as same(later_id, earlier_id)
        where carried.${column} = same.earlier_id and carried.workspace_id = $1`,
      [workspaceId, [...matched.keys()], [...matched.values()]],
    );
}
