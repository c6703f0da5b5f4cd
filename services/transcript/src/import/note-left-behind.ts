import type { EntityManager } from 'typeorm';
import { DISPLAY_NAME } from '../speaker/speaker.entity.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { UnsaidSegment } from './said-already.ts';

/** What speakers are called in the later transcript, where those without a name have other numbers. */
const NUMBERS = `
  select same.earlier_id, ${DISPLAY_NAME} as now
    from transcript.speaker_successor same join transcript.speaker on speaker.id = same.later_id
   where speaker.transcript_id = $2 and same.workspace_id = $3`;

/**
 * Segments of which something that people chose has no place, those that they only cut with what is heard there now; one
 * segment of each speaker who is nobody now and had a name, or had theirs taken away; and what an earlier time left
 * behind and nobody has applied or put away since.
 * @param found speakers of the earlier transcript who are in the later one, those whom people named or took the name
 *   of, and segments without a place there
 */
export async function noteLeftBehind(
  tx: EntityManager,
  current: Transcript,
  next: Transcript,
  found: {
    speakers: readonly string[];
    named: readonly { id: string }[];
    segments: readonly UnsaidSegment[];
  },
): Promise<void> {
  await tx.query(
    `insert into transcript.left_behind (id, transcript_id, workspace_id, start_ms, end_ms, speaker_name, text, edited_by)
     select gen_random_uuid(), $2::uuid, $3::uuid, * from (
     select earlier.start_ms, earlier.end_ms, coalesce(speaker.name, number.now, ${DISPLAY_NAME}),
            coalesce(unplaced.heard_now, earlier.text), unplaced.author
       from unnest($5::uuid[], $6::text[], $8::text[]) as unplaced(id, author, heard_now)
       join transcript.segment earlier on earlier.id = unplaced.id and earlier.workspace_id = $3
       join transcript.speaker on speaker.id = earlier.speaker_id
       left join (${NUMBERS}) number on number.earlier_id = speaker.id
     union
     select said.start_ms, said.end_ms, ${DISPLAY_NAME}, said.text, ''
       from transcript.speaker cross join lateral (
         select id, start_ms, end_ms, text from transcript.segment
          where speaker_id = speaker.id and workspace_id = $3 order by start_ms limit 1) said
      where speaker.transcript_id = $1 and speaker.workspace_id = $3
        and (speaker.name is not null or speaker.id = any($7::uuid[]))
        and not speaker.absent and speaker.id <> all($4::uuid[]) and said.id <> all($5)
        and not exists (select 1 from transcript.speaker later
                         where later.transcript_id = $2 and later.workspace_id = $3 and later.name = speaker.name)
     union
     select start_ms, end_ms, speaker_name, text, edited_by
       from transcript.left_behind where transcript_id = $1 and workspace_id = $3) found`,
    [
      current.id,
      next.id,
      next.workspaceId,
      found.speakers,
      found.segments.map(({ id }) => id),
      found.segments.map(({ author }) => author),
      found.named.map(({ id }) => id),
      found.segments.map(({ heardNow }) => heardNow),
    ],
  );
}
