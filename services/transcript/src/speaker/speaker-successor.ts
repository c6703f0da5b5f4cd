import type { Speaker } from './speaker.entity.ts';
import type { EntityManager } from 'typeorm';

/** @param matched later speaker's id → earlier speaker's id */
export async function keepSuccessors(
  tx: EntityManager,
  workspaceId: string,
  matched: ReadonlyMap<string, string>,
): Promise<void> {
  await tx.query(
    `insert into transcript.speaker_successor (later_id, earlier_id, workspace_id)
     select later_id, earlier_id, $1 from unnest($2::uuid[], $3::uuid[]) as same(later_id, earlier_id)
     on conflict do nothing`,
    [workspaceId, [...matched.keys()], [...matched.values()]],
  );
}

/**
 * Who in one transcript the speakers of an earlier one of the recording became, however often it was processed since.
 * @returns earlier speaker's id → later speaker's id
 */
export async function successorsBetween(
  tx: Pick<EntityManager, 'query'>,
  workspaceId: string,
  { from, to }: { from: string; to: string },
): Promise<Map<string, string>> {
  const rows = await tx.query<{ earlierId: string; laterId: string }[]>(
    `with recursive following as (
       select id as earlier_id, id as at from transcript.speaker where transcript_id = $2 and workspace_id = $1
       union
       select following.earlier_id, next.later_id from following
         join transcript.speaker_successor next on next.earlier_id = following.at and next.workspace_id = $1)
     select following.earlier_id as "earlierId", speaker.id as "laterId"
       from following join transcript.speaker on speaker.id = following.at and speaker.transcript_id = $3
      where speaker.workspace_id = $1 order by speaker.position desc`,
    [workspaceId, from, to],
  );
  return new Map(rows.map(({ earlierId, laterId }) => [earlierId, laterId]));
}

/** A speaker of a transcript that was replaced. */
export interface ReplacedSpeaker {
  id: string;
  recordingId: string;
  /** Who they are in the current transcript; null when nobody there was matched. */
  successorId: string | null;
}

/** Which of some speakers are of transcripts that were replaced, however often. */
export function replacedAmong(
  tx: EntityManager,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReplacedSpeaker[]> {
  return tx.query(
    `with recursive following as (
       select unnest($2::uuid[]) as id, unnest($2::uuid[]) as at
       union
       select following.id, next.later_id from following
         join transcript.speaker_successor next on next.earlier_id = following.at and next.workspace_id = $1)
     select speaker.id, speaker.recording_id as "recordingId", (
              select later.id from following
                join transcript.speaker later on later.id = following.at and not later.absent
                join transcript.transcript current on current.id = later.transcript_id and current.is_current
               where following.id = speaker.id limit 1) as "successorId"
       from transcript.speaker
       join transcript.transcript replaced on replaced.id = speaker.transcript_id and not replaced.is_current
      where speaker.id = any($2::uuid[]) and speaker.workspace_id = $1`,
    [workspaceId, ids],
  );
}

export interface FormerSpeakers {
  id: string;
  ids: string[];
}

/** Who was joined with some speakers, or was succeeded by them when a recording was processed again, however often. */
export function formersOf(
  tx: Pick<EntityManager, 'query'>,
  workspaceId: string,
  ids: readonly string[],
): Promise<FormerSpeakers[]> {
  return tx.query(
    `with recursive known as (
       select id as now, id from transcript.speaker where id = any($2::uuid[]) and workspace_id = $1
       union
       select known.now, former.id from known cross join lateral (
         select earlier_id as id from transcript.speaker_successor
          where later_id = known.id and workspace_id = $1
         union all
         select id from transcript.speaker
          where joined_into = known.id and absent and workspace_id = $1) former)
     select now as id, array_agg(id order by id) as ids from known where id <> now group by now`,
    [workspaceId, ids],
  );
}

/** Of each recording those of its latest transcript among them: ids grow with time. */
export function ofLatestTranscripts(speakers: readonly Speaker[]): Speaker[] {
  const latest = new Map<string, string>();
  for (const { recordingId, transcriptId } of speakers)
    if (transcriptId > (latest.get(recordingId) ?? '')) latest.set(recordingId, transcriptId);
  return speakers.filter(({ recordingId, transcriptId }) => latest.get(recordingId) === transcriptId);
}
