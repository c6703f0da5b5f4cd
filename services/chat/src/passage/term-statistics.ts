import type { EntityManager } from 'typeorm';

/**
 * How many passages of a workspace and language hold each term. Kept in step with the passages in the transaction
 * that changes them: +1 before they are used, −1 before they are removed.
 */
export async function countTerms(
  tx: EntityManager,
  workspaceId: string,
  passageIds: readonly string[],
  sign: 1 | -1,
): Promise<void> {
  if (passageIds.length === 0) return;
  // In order of the key, so that two transactions never wait for each other's rows crosswise.
  await tx.query(
    `insert into chat.term_statistic as known (workspace_id, configuration, term, passages)
     select workspace_id, configuration, term, $2 * count(*)
       from chat.passage, jsonb_object_keys(term_frequencies) as term
      where id = any($1::uuid[]) and workspace_id = $3
      group by workspace_id, configuration, term
      order by workspace_id, configuration, term
     on conflict (workspace_id, configuration, term) do update set passages = known.passages + excluded.passages`,
    [passageIds, sign, workspaceId],
  );
  await tx.query(
    `insert into chat.corpus_statistic as known (workspace_id, configuration, passages, total_length)
     select workspace_id, configuration, $2 * count(*), $2 * sum(length)
       from chat.passage where id = any($1::uuid[]) and workspace_id = $3
      group by workspace_id, configuration
      order by workspace_id, configuration
     on conflict (workspace_id, configuration) do update
       set passages = known.passages + excluded.passages, total_length = known.total_length + excluded.total_length`,
    [passageIds, sign, workspaceId],
  );
  if (sign === 1) return;
  // What no passage says any more is not remembered either.
  await tx.query(
    `delete from chat.term_statistic as known
      using (select distinct workspace_id, configuration, term
               from chat.passage, jsonb_object_keys(term_frequencies) as term where id = any($1::uuid[]) and workspace_id = $2) as gone
      where known.workspace_id = gone.workspace_id and known.configuration = gone.configuration
        and known.term = gone.term and known.passages <= 0`,
    [passageIds, workspaceId],
  );
}
