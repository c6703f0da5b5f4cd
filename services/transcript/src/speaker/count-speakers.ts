import type { EntityManager } from 'typeorm';
import type { Transcript } from '../transcript/transcript.entity.ts';

/** Talk time, share and segments of every speaker, from the segments as they are now. Who says something is present. */
export async function countSpeakers(tx: EntityManager, { id, workspaceId }: Transcript): Promise<void> {
  await tx.query(
    `update transcript.speaker speaker
        set talk_time_ms = counted.talk, segment_count = counted.segments,
            absent = speaker.absent and counted.segments = 0,
            share = case when counted.all_talk = 0 then 0 else counted.talk::float8 / counted.all_talk end
       from (select one.id, coalesce(sum(s.end_ms - s.start_ms), 0)::int as talk, count(s.id)::int as segments,
                    sum(coalesce(sum(s.end_ms - s.start_ms), 0)) over ()::float8 as all_talk
               from transcript.speaker one left join transcript.segment s on s.speaker_id = one.id
              where one.transcript_id = $1 and one.workspace_id = $2
              group by one.id) counted
      where speaker.id = counted.id and speaker.workspace_id = $2`,
    [id, workspaceId],
  );
}
