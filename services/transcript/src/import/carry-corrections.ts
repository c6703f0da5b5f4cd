import { IsNull, type EntityManager } from 'typeorm';
import { nameColumns, Speaker } from '../speaker/speaker.entity.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { matchSpeakers, type SpokenStretch } from './match-speakers.ts';

/** Two runs cut the same sentence at the same place, give or take. */
const SAME_PLACE_MS = 300;

/**
 * Brings what people corrected on a recording's current transcript, which is locked, to the one about to replace it:
 * names go to whoever speaks at the same times, edited texts to segments in the same place. Anything else stays on the
 * earlier transcript, which is kept.
 * @returns how many words the later one has more by it, negative when there are fewer
 */
export async function carryCorrections(
  tx: EntityManager,
  current: Transcript,
  next: Transcript,
): Promise<number> {
  await carryNames(tx, current, next);
  const [sum]: { added: number }[] = await tx.query(
    `with pair as (
       select later.id, earlier.text, earlier.words, earlier.search_text, earlier.version, earlier.edited_at,
              earlier.edited_by, jsonb_array_length(earlier.words) - jsonb_array_length(later.words) as added
       from transcript.segment earlier join transcript.segment later on later.transcript_id = $2
       where earlier.transcript_id = $1 and earlier.edited_at is not null
         and earlier.workspace_id = $4 and later.workspace_id = $4
         and abs(later.start_ms - earlier.start_ms) <= $3 and abs(later.end_ms - earlier.end_ms) <= $3),
     carried as (
       update transcript.segment later
       set text = pair.text, words = pair.words, search_text = pair.search_text, version = pair.version,
           edited_at = pair.edited_at, edited_by = pair.edited_by
       from pair where later.id = pair.id
       returning pair.added)
     select coalesce(sum(added), 0)::int as added from carried`,
    [current.id, next.id, SAME_PLACE_MS, next.workspaceId],
  );
  return sum?.added ?? 0;
}

async function carryNames(tx: EntityManager, current: Transcript, next: Transcript): Promise<void> {
  const { workspaceId } = next;
  const named = (await tx.findBy(Speaker, { transcriptId: current.id, workspaceId })).filter(
    ({ name }) => name !== null,
  );
  if (named.length === 0) return;
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const matched = matchSpeakers(await stretchesOf(tx, current), await stretchesOf(tx, next));
  for (const [laterId, earlierId] of matched) {
    const name = names.get(earlierId);
    if (!name) continue;
    await tx.update(Speaker, { id: laterId, workspaceId, name: IsNull() }, nameColumns(name, 0));
  }
}

function stretchesOf(tx: EntityManager, { id, workspaceId }: Transcript): Promise<SpokenStretch[]> {
  return tx.query(
    `select start_ms as "startMs", end_ms as "endMs", speaker_id as "speakerId"
     from transcript.segment where transcript_id = $1 and workspace_id = $2 order by start_ms, place`,
    [id, workspaceId],
  );
}
