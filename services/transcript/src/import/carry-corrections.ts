import { IsNull, type DataSource } from 'typeorm';
import { nameColumns, Speaker } from '../speaker/speaker.entity.ts';
import { Transcript } from '../transcript/transcript.entity.ts';
import { matchSpeakers, type SpokenStretch } from './match-speakers.ts';

/** Two runs cut the same sentence at the same place, give or take. */
const SAME_PLACE_MS = 300;

/**
 * Brings what people corrected on a recording's current transcript to the one about to replace it: names go to whoever
 * speaks at the same times, edited texts to segments in the same place. Anything else stays on the earlier transcript,
 * which is kept. Doing it twice changes nothing.
 */
export async function carryCorrections(dataSource: DataSource, next: Transcript): Promise<void> {
  const { recordingId, workspaceId } = next;
  const current = await dataSource.manager.findOneBy(Transcript, {
    recordingId,
    workspaceId,
    isCurrent: true,
  });
  if (!current || current.id === next.id) return;
  await carryNames(dataSource, current.id, next.id);
  await dataSource.query(
    `update transcript.segment later
     set text = earlier.text, words = earlier.words, search_text = earlier.search_text, version = earlier.version,
         edited_at = earlier.edited_at, edited_by = earlier.edited_by
     from transcript.segment earlier
     where earlier.transcript_id = $1 and earlier.edited_at is not null and later.transcript_id = $2
       and abs(later.start_ms - earlier.start_ms) <= $3 and abs(later.end_ms - earlier.end_ms) <= $3`,
    [current.id, next.id, SAME_PLACE_MS],
  );
}

async function carryNames(dataSource: DataSource, fromId: string, toId: string): Promise<void> {
  const named = (await dataSource.manager.findBy(Speaker, { transcriptId: fromId })).filter(
    ({ name }) => name !== null,
  );
  if (named.length === 0) return;
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const matched = matchSpeakers(await stretchesOf(dataSource, fromId), await stretchesOf(dataSource, toId));
  for (const [laterId, earlierId] of matched) {
    const name = names.get(earlierId);
    if (!name) continue;
    await dataSource.manager.update(Speaker, { id: laterId, name: IsNull() }, nameColumns(name, 0));
  }
}

async function stretchesOf(dataSource: DataSource, transcriptId: string): Promise<SpokenStretch[]> {
  return dataSource.query(
    `select start_ms as "startMs", end_ms as "endMs", speaker_id as "speakerId"
     from transcript.segment where transcript_id = $1 order by start_ms, index`,
    [transcriptId],
  );
}
