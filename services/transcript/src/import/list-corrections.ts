import type { Log } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import { DISPLAY_NAME } from '../speaker/speaker.entity.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';

/** PostgreSQL's classes of what passes, and the system's own codes, not Node's: the whole import is tried again. */
const PASSING = /^(?:08|40|53|57|E(?!RR_))/;

const CHANGES = `
  select correction.*, change from transcript.correction cross join lateral jsonb_array_elements(segments) change
   where transcript_id = $1 and workspace_id = $3`;

/** Every segment that people touched, a segment of everybody who has a name, and what was listed before. */
const LIST_TEXTS = `
  insert into transcript.left_behind (id, transcript_id, workspace_id, start_ms, end_ms, speaker_name, text, edited_by)
  select gen_random_uuid(), $2::uuid, $3::uuid, said.start_ms, said.end_ms, ${DISPLAY_NAME}, said.text,
         coalesce(said.edited_by, '')
    from transcript.segment said join transcript.speaker on speaker.id = said.speaker_id
   where said.transcript_id = $1 and said.workspace_id = $3 and (
           said.edited_at is not null
           or exists (select 1 from transcript.carried_speaker given where given.segment_id = said.id)
           or exists (select 1 from transcript.carried_cut given where given.segment_id = said.id)
           or said.id::text in (select change->>'segmentId' from (${CHANGES}) changes)
           or speaker.name is not null and said.id = (
             select first.id from transcript.segment first
              where first.speaker_id = speaker.id and first.workspace_id = $3 order by first.start_ms limit 1))
  union all
  select gen_random_uuid(), $2, workspace_id, start_ms, end_ms, speaker_name, text, edited_by
    from transcript.left_behind where transcript_id = $1 and workspace_id = $3`;

/** Every place where people removed something, by hand or with a version in which nobody speaks there; here or before. */
const LIST_REMOVALS = `
  insert into transcript.left_behind (id, transcript_id, workspace_id, start_ms, end_ms, speaker_name, text, edited_by)
  with standing as (
    select id::text as id, start_ms, end_ms from transcript.segment where transcript_id = $1 and workspace_id = $3),
  taken as (
    select distinct on (segment_id) *, bool_or(kind = 'segments-removed') over (partition by segment_id) as by_hand
      from (select change->>'segmentId' as segment_id, kind, version, author, change->'before'->>'speakerId' as speaker_id,
                   (change->'before'->>'startMs')::int as start_ms, (change->'before'->>'endMs')::int as end_ms
              from (${CHANGES} and change->'after' = 'null') changes) gone
     order by segment_id, version desc)
  select gen_random_uuid(), $2::uuid, $3::uuid, start_ms, end_ms, coalesce(${DISPLAY_NAME}, ''), '', author
    from taken left join transcript.speaker on speaker.id::text = speaker_id and speaker.workspace_id = $3
   where segment_id not in (select id from standing)
     and (by_hand or not int4range(start_ms, end_ms) && (
           select coalesce(range_agg(int4range(start_ms, end_ms)), '{}') from standing))
  union all
  select gen_random_uuid(), $2, workspace_id, start_ms, end_ms, speaker_name, '', author
    from transcript.carried_removal where transcript_id = $1 and workspace_id = $3`;

/**
 * Carries something people did to a later transcript. When that fails, nothing of it is carried and all of it is listed:
 * an import never fails for it.
 */
export async function carryOrList<T>(
  tx: EntityManager,
  log: Log,
  carry: (tx: EntityManager) => Promise<T>,
  list: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  try {
    return await tx.transaction(carry);
  } catch (error) {
    if (PASSING.test((error as { code?: string }).code ?? '')) throw error;
    log.error({ err: error }, 'corrections could not be carried: they are listed');
    return list(tx);
  }
}

export async function listTexts(tx: EntityManager, current: Transcript, next: Transcript): Promise<void> {
  await tx.query(LIST_TEXTS, [current.id, next.id, next.workspaceId]);
}

export async function listRemovals(tx: EntityManager, current: Transcript, next: Transcript): Promise<void> {
  await tx.query(LIST_REMOVALS, [current.id, next.id, next.workspaceId]);
}
