import type { EntityManager } from 'typeorm';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { Stretch } from '../version/align-segments.ts';
import { chosenSegments, type ChosenSegment } from './chosen-segments.ts';

const FORMERS = `
  with recursive former as (
    select id as now, id, transcript_id from transcript.speaker where id = any($2::uuid[]) and workspace_id = $1
    union
    select former.now, earlier.id, earlier.transcript_id from former
      join transcript.speaker_successor same on same.later_id = former.id and same.workspace_id = $1
      join transcript.speaker earlier on earlier.id = same.earlier_id and earlier.workspace_id = $1)
  select former.now, former.id, former.transcript_id as "transcriptId"
    from former join transcript.transcript on transcript.id = former.transcript_id and transcript.workspace_id = $1
   where former.id <> former.now order by transcript.version desc`;

/** Whether the engine heard somebody say it, and no person said so. */
export const isHeardAs = (speakerId: string, { heardSpeakerId, given }: ChosenSegment): boolean =>
  heardSpeakerId === speakerId && !given;

/**
 * Where somebody spoke whom the latest engine did not tell from others, as the last engine had it that did.
 * @returns by the speaker's id; without those whom no engine has heard
 */
export async function lastHeard(
  tx: EntityManager,
  { workspaceId }: Pick<Transcript, 'workspaceId'>,
  speakerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Stretch[]>> {
  const found = new Map<string, readonly Stretch[]>();
  if (speakerIds.length === 0) return found;
  const formers: { now: string; id: string; transcriptId: string }[] = await tx.query(FORMERS, [
    workspaceId,
    speakerIds,
  ]);
  for (const [id, same] of Map.groupBy(formers, ({ transcriptId }) => transcriptId)) {
    const sought = same.filter(({ now }) => !found.has(now));
    if (sought.length === 0) continue;
    const segments = await chosenSegments(tx, { id, workspaceId });
    for (const { now, id: formerId } of sought) {
      const stretches = segments.filter((segment) => isHeardAs(formerId, segment));
      if (stretches.length > 0) found.set(now, stretches);
    }
  }
  return found;
}
