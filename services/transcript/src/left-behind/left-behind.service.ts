import { batchGroupLoader, isId, type Context } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { SAME_PLACE_MS } from '../segment/same-place.ts';
import { DISPLAY_NAME } from '../speaker/speaker.entity.ts';
import type { LeftBehindCorrection } from './left-behind.entity.ts';

const MAX_SHOWN = 200;

/**
 * Those of which the transcript is not, by now, as they want it: nobody speaks where somebody was removed, but for what
 * engines differ by, or half of a short one; or the same is said in the same place by who bears the same name.
 */
const OPEN = `
  select id, transcript_id as "transcriptId", workspace_id as "workspaceId", start_ms as "startMs", end_ms as "endMs",
         speaker_name as "speakerName", text, edited_by as "editedBy",
         row_number() over (partition by transcript_id order by start_ms, id) as place,
         count(*) over (partition by transcript_id)::int as total
    from transcript.left_behind wanted
   where transcript_id = any($1::uuid[]) and workspace_id = $2
     and (text <> '' or exists (
           select 1 from transcript.segment said
            where said.transcript_id = wanted.transcript_id and said.workspace_id = $2
              and said.start_ms < wanted.end_ms - least($3, (wanted.end_ms - wanted.start_ms) / 2)
              and said.end_ms > wanted.start_ms + least($3, (wanted.end_ms - wanted.start_ms) / 2)))
     and not exists (
           select 1 from transcript.segment said join transcript.speaker on speaker.id = said.speaker_id
            where said.transcript_id = wanted.transcript_id and said.workspace_id = $2 and said.text = wanted.text
              and abs(said.start_ms - wanted.start_ms) <= $3 and abs(said.end_ms - wanted.end_ms) <= $3
              and ${DISPLAY_NAME} = wanted.speaker_name)`;

const FIRST = `select * from (${OPEN}) open where place <= $4 order by place`;

/** One of those shown, and how many there are in all. */
type Shown = LeftBehindCorrection & { total: number };

/** Corrections that processing again left behind: shown until somebody has seen to them. */
export class LeftBehindService {
  constructor(private readonly dataSource: DataSource) {}

  /** The first of them. */
  readonly of = batchGroupLoader<Shown>(
    (transcriptIds, workspaceId) =>
      this.dataSource.query(FIRST, [transcriptIds, workspaceId, SAME_PLACE_MS, MAX_SHOWN]),
    ({ transcriptId }) => transcriptId,
  );

  async count(transcriptId: string, context: Context): Promise<number> {
    const [first] = await this.of(transcriptId, context);
    return first?.total ?? 0;
  }

  /** Puts some away. @returns those that were there */
  async dismiss(ids: readonly string[], { workspaceId }: Context): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.dataSource.query(
      'delete from transcript.left_behind where id = any($1::uuid[]) and workspace_id = $2 returning id',
      [ids.filter(isId), workspaceId],
    );
    return rows.map(({ id }) => id);
  }
}
