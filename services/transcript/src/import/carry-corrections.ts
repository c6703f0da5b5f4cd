import { In, IsNull, type EntityManager } from 'typeorm';
import { carryCollectionSpeakers } from '../collection/carry-collection-speakers.ts';
import { CorrectionKind } from '../correction/correction.entity.ts';
import { SAME_PLACE_MS } from '../segment/same-place.ts';
import { countSpeakers } from '../speaker/count-speakers.ts';
import { keepSuccessors } from '../speaker/speaker-successor.ts';
import { insertSpeaker } from '../speaker/insert-speaker.ts';
import { nameColumns, Speaker } from '../speaker/speaker.entity.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { recutSegments, type Added } from './recut-segments.ts';
import { matchSpeakers, type SpokenStretch } from './match-speakers.ts';

/** Of `earlier` and `later`: a corrected segment of transcript $1 and one of $2, at most $3 ms apart, of workspace $4. */
const SAME_PLACE = `later.transcript_id = $2 and earlier.transcript_id = $1 and earlier.edited_at is not null
  and earlier.workspace_id = $4 and later.workspace_id = $4
  and abs(later.start_ms - earlier.start_ms) <= $3 and abs(later.end_ms - earlier.end_ms) <= $3`;

/** The nearest first: short segments that follow each other are in the same place, too. */
const NEAREST = `later.id, abs(later.start_ms - earlier.start_ms) + abs(later.end_ms - earlier.end_ms)`;

const SPEAKER_NAME = `coalesce(speaker.name, 'Speaker ' || speaker.position + 1)`;

/**
 * Brings what people corrected on a recording's current transcript, which is locked, to the one about to replace it:
 * names go to whoever speaks at the same times, corrected segments, text and speaker, to those in the same place, which
 * are cut as people had them where both ends are the same. What finds no place is noted, to be applied by hand.
 * @returns how many words and segments the later one has more by it, negative when there are fewer
 */
export async function carryCorrections(
  tx: EntityManager,
  current: Transcript,
  next: Transcript,
): Promise<Added> {
  const matched = await carryNames(tx, current, next);
  const recut = await recutSegments(tx, current, next);
  const speakers = await addMissing(tx, current, next, matched);
  await carrySpeakers(tx, current, next, speakers);
  await carryCollectionSpeakers(tx, next.workspaceId, speakers);
  await keepSuccessors(tx, next.workspaceId, speakers);
  await noteLeftBehind(tx, current, next, [...speakers.values()]);
  const [sum]: { added: number }[] = await tx.query(
    `with pair as (
       select distinct on (later.id) later.id, earlier.text, earlier.words, earlier.search_text, earlier.version, earlier.edited_at,
              earlier.edited_by, jsonb_array_length(earlier.words) - jsonb_array_length(later.words) as added
       from transcript.segment earlier join transcript.segment later on ${SAME_PLACE}
       order by ${NEAREST}),
     carried as (
       update transcript.segment later
       set text = pair.text, words = pair.words, search_text = pair.search_text, version = pair.version,
           edited_at = pair.edited_at, edited_by = pair.edited_by
       from pair where later.id = pair.id
       returning pair.added)
     select coalesce(sum(added), 0)::int as added from carried`,
    [current.id, next.id, SAME_PLACE_MS, next.workspaceId],
  );
  return { words: recut.words + (sum?.added ?? 0), segments: recut.segments };
}

/** @returns later speaker's id → earlier speaker's id */
async function carryNames(
  tx: EntityManager,
  current: Transcript,
  next: Transcript,
): Promise<ReadonlyMap<string, string>> {
  const { workspaceId } = next;
  const earlier = await tx.findBy(Speaker, { transcriptId: current.id, workspaceId });
  const known = new Map(earlier.map((speaker) => [speaker.id, speaker]));
  const matched = matchSpeakers(await stretchesOf(tx, current), await stretchesOf(tx, next));
  for (const [laterId, earlierId] of matched) {
    const { name = null, profileId = null } = known.get(earlierId) ?? {};
    await carryDecisions(tx, workspaceId, earlierId, laterId);
    if (!name) continue;
    await tx.update(
      Speaker,
      { id: laterId, workspaceId, name: IsNull() },
      { ...nameColumns(name, 0), profileId },
    );
  }
  return matched;
}

/**
 * Whoever nobody in the later transcript is, and to whom a person has given a segment that has its place there, comes
 * along: an engine that heard one voice less does not take them away.
 * @returns those matched with those who came along, later speaker's id → earlier speaker's id
 */
async function addMissing(
  tx: EntityManager,
  current: Transcript,
  next: Transcript,
  matched: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const { id: transcriptId, recordingId, workspaceId } = next;
  const given: { id: string }[] = await tx.query(
    `select distinct earlier.speaker_id as id
       from transcript.segment earlier join transcript.segment later on ${SAME_PLACE}
      where earlier.speaker_id <> all($5::uuid[])`,
    [current.id, transcriptId, SAME_PLACE_MS, workspaceId, [...matched.values()]],
  );
  const missing = await tx.findBy(Speaker, { id: In(given.map(({ id }) => id)), workspaceId });
  const all = new Map(matched);
  for (const earlier of missing) {
    const later = await insertSpeaker(tx, { transcriptId, recordingId, workspaceId }, earlier);
    await carryDecisions(tx, workspaceId, earlier.id, later);
    all.set(later, earlier.id);
  }
  return all;
}

/** What people have said of who a speaker is, and is not. */
export async function carryDecisions(
  tx: EntityManager,
  workspaceId: string,
  earlierId: string,
  laterId: string,
): Promise<void> {
  await tx.query(
    `insert into transcript.speaker_identification
       (speaker_id, workspace_id, recording_id, outcome, profile_id, confidence, similarity, model, alternatives,
        decided_by, decided_at)
     select $2, workspace_id, recording_id, outcome, profile_id, confidence, similarity, model, alternatives,
            decided_by, decided_at
       from transcript.speaker_identification where speaker_id = $1 and workspace_id = $3
     on conflict do nothing`,
    [earlierId, laterId, workspaceId],
  );
  await tx.query(
    `insert into transcript.identification_rejection (speaker_id, profile_id, workspace_id)
     select $2, profile_id, workspace_id from transcript.identification_rejection
      where speaker_id = $1 and workspace_id = $3
     on conflict do nothing`,
    [earlierId, laterId, workspaceId],
  );
}

/** Whoever a corrected segment was given to says it in the later transcript too, where they are known there. */
async function carrySpeakers(
  tx: EntityManager,
  current: Transcript,
  next: Transcript,
  matched: ReadonlyMap<string, string>,
): Promise<void> {
  const [, changed]: [unknown, number] = await tx.query(
    `update transcript.segment later set speaker_id = same.later_id
       from (select distinct on (later.id) later.id, earlier.speaker_id
               from transcript.segment earlier join transcript.segment later on ${SAME_PLACE}
              order by ${NEAREST}) given
       join unnest($5::uuid[], $6::uuid[]) as same(later_id, earlier_id) on same.earlier_id = given.speaker_id
      where later.id = given.id and later.speaker_id <> same.later_id`,
    [current.id, next.id, SAME_PLACE_MS, next.workspaceId, [...matched.keys()], [...matched.values()]],
  );
  if (changed > 0) await countSpeakers(tx, next);
}

/**
 * Corrected segments without a place; one segment of each named speaker who is nobody now; segments that were removed
 * and of which words came back; and what an earlier time left behind and nobody has applied or put away since.
 * @param speakers of the earlier transcript who are in the later one
 */
async function noteLeftBehind(
  tx: EntityManager,
  current: Transcript,
  next: Transcript,
  speakers: readonly string[],
): Promise<void> {
  await tx.query(
    `insert into transcript.left_behind (id, transcript_id, workspace_id, start_ms, end_ms, speaker_name, text, edited_by)
     select gen_random_uuid(), $2, $4, earlier.start_ms, earlier.end_ms, ${SPEAKER_NAME}, earlier.text,
            coalesce(earlier.edited_by, '')
       from transcript.segment earlier join transcript.speaker on speaker.id = earlier.speaker_id
      where earlier.transcript_id = $1 and earlier.workspace_id = $4 and earlier.edited_at is not null
        and not exists (select 1 from transcript.segment later where ${SAME_PLACE})
     union all
     select gen_random_uuid(), $2, $4, said.start_ms, said.end_ms, speaker.name, said.text, ''
       from transcript.speaker cross join lateral (
         select start_ms, end_ms, text from transcript.segment
          where speaker_id = speaker.id and workspace_id = $4 order by start_ms limit 1) said
      where speaker.transcript_id = $1 and speaker.workspace_id = $4 and speaker.name is not null
        and not speaker.absent and speaker.id <> all($5::uuid[])
        and not exists (select 1 from transcript.speaker later
                         where later.transcript_id = $2 and later.workspace_id = $4 and later.name = speaker.name)
     union all
     select gen_random_uuid(), $2, $4, (change->'before'->>'startMs')::int, (change->'before'->>'endMs')::int,
            ${SPEAKER_NAME}, '', made.author
       from transcript.correction made cross join lateral jsonb_array_elements(made.segments) change
       join transcript.speaker on speaker.id = (change->'before'->>'speakerId')::uuid
      where made.transcript_id = $1 and made.workspace_id = $4 and made.kind = '${CorrectionKind.SEGMENTS_REMOVED}'
        and not exists (select 1 from transcript.segment s where s.id = (change->>'segmentId')::uuid)
        and exists (select 1 from transcript.segment later
                     where later.transcript_id = $2 and later.workspace_id = $4
                       and later.start_ms < (change->'before'->>'endMs')::int - $3
                       and later.end_ms > (change->'before'->>'startMs')::int + $3)
        and not exists (select 1 from transcript.segment later
                         where later.transcript_id = $2 and later.workspace_id = $4
                           and abs(later.start_ms - (change->'before'->>'startMs')::int) <= $3
                           and abs(later.end_ms - (change->'before'->>'endMs')::int) <= $3)
     union all
     select gen_random_uuid(), $2, workspace_id, start_ms, end_ms, speaker_name, text, edited_by
       from transcript.left_behind where transcript_id = $1 and workspace_id = $4`,
    [current.id, next.id, SAME_PLACE_MS, next.workspaceId, speakers],
  );
}

function stretchesOf(tx: EntityManager, { id, workspaceId }: Transcript): Promise<SpokenStretch[]> {
  return tx.query(
    `select start_ms as "startMs", end_ms as "endMs", speaker_id as "speakerId"
     from transcript.segment where transcript_id = $1 and workspace_id = $2 order by start_ms, place`,
    [id, workspaceId],
  );
}
