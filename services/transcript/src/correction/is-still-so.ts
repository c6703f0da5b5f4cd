import { isDeepStrictEqual } from 'node:util';
import { In, Not, type EntityManager } from 'typeorm';
import { Segment } from '../segment/segment.entity.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { ChangeSet, SegmentState, SpeakerState } from './change-set.ts';
import { CorrectionKind, type Correction } from './correction.entity.ts';
import { stateOf } from './segment-state.ts';

/**
 * Whether everything a correction changed is still as it left it, nothing stands where what it took away stood, and
 * everybody with whom it had parted somebody is there.
 */
export async function isStillSo(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
  { segments, speakers, version }: ChangeSet & Pick<Correction, 'version'>,
): Promise<boolean> {
  const ids = segments.map(({ segmentId }) => segmentId);
  const rows = await tx.findBy(Segment, { id: In(ids), transcriptId, workspaceId });
  const found = new Map(rows.map((row) => [row.id, row]));
  const known = await tx.findBy(Speaker, {
    id: In(speakers.map(({ speakerId }) => speakerId)),
    transcriptId,
    workspaceId,
  });
  const speakersAsTheyAre = new Map(known.map((speaker) => [speaker.id, speaker]));
  const vacated = segments.flatMap(({ before, after }) => (after === null && before?.place) || []);
  const taken = await tx.existsBy(Segment, {
    place: In(vacated),
    id: Not(In(ids)),
    transcriptId,
    workspaceId,
  });
  const back = segments.flatMap(({ before, after }) => (after === null && before ? before : []));
  const isSaid = await isSaidSince(tx, { transcriptId, workspaceId, version }, back);
  const joinedBefore = speakers.flatMap(({ before }) => before.joinedInto ?? []);
  const isAlone = await tx.existsBy(Speaker, {
    id: In(joinedBefore),
    transcriptId,
    workspaceId,
    absent: true,
  });
  return (
    !taken &&
    !isSaid &&
    !isAlone &&
    segments.every(({ segmentId, after }) => {
      const row = found.get(segmentId);
      return after === null || !row ? after === null && !row : holds(row, after);
    }) &&
    speakers.every(({ speakerId, after }) => {
      const speaker = speakersAsTheyAre.get(speakerId);
      return Object.entries(after).every(
        ([field, value]) => speaker?.[field as keyof SpeakerState] === value,
      );
    })
  );
}

/** Whether a version that was restored since says something at the time of what would come back. */
async function isSaidSince(
  tx: EntityManager,
  { transcriptId, workspaceId, version }: Pick<Correction, 'transcriptId' | 'workspaceId' | 'version'>,
  back: readonly Partial<SegmentState>[],
): Promise<boolean> {
  if (back.length === 0) return false;
  const stretches = JSON.stringify(back.map(({ startMs, endMs }) => ({ startMs, endMs })));
  const rows: unknown[] = await tx.query(
    `select 1 from transcript.correction later
      cross join lateral jsonb_array_elements(later.segments) as change
       join transcript.segment standing
         on standing.id = (change->>'segmentId')::uuid and standing.transcript_id = $1 and standing.workspace_id = $2
       join jsonb_to_recordset($4::jsonb) as back("startMs" int, "endMs" int)
         on 2 * (least(end_ms, back."endMs") - greatest(start_ms, back."startMs"))
            > least(end_ms - start_ms, back."endMs" - back."startMs")
      where later.transcript_id = $1 and later.workspace_id = $2 and later.version > $3 and later.kind = $5
        and (change->'before' = 'null' or change->'after' ?| '{startMs,endMs}') limit 1`,
    [transcriptId, workspaceId, version, stretches, CorrectionKind.RESTORED],
  );
  return rows.length > 0;
}

function holds(row: Segment, after: Partial<SegmentState>): boolean {
  const now = stateOf(row);
  return Object.entries(after).every(([field, value]) =>
    isDeepStrictEqual(now[field as keyof SegmentState], value),
  );
}
