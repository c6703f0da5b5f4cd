import {
  batchLoader,
  checkPageSize,
  cursorInvalid,
  decodeCursor,
  encodeCursor,
  toConnection,
  type Connection,
  type Context,
} from '@colloquy/subgraph';
import { In, LessThanOrEqual, type DataSource } from 'typeorm';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { Correction } from './correction.entity.ts';
import { undoneAmong, type Undoing } from './undone-among.ts';

const MAX_PAGE = 100;

/** What was corrected in recordings, the latest first. */
export class CorrectionHistory {
  constructor(private readonly dataSource: DataSource) {}

  /** In a transcript and those before it. @throws ExpectedError `PAGE_SIZE_INVALID`, `CURSOR_INVALID` */
  async of(
    { recordingId, workspaceId, version }: Transcript,
    args: { first: number; after?: string | null },
  ): Promise<Connection<Correction>> {
    const first = checkPageSize(args.first, MAX_PAGE);
    const query = this.dataSource.manager
      .createQueryBuilder(Correction, 'correction')
      .where({ recordingId, workspaceId, version: LessThanOrEqual(version) });
    const totalCount = await query.getCount();
    if (args.after) query.andWhere('version < :before', { before: readCursor(args.after) });
    const rows = await query
      .orderBy('version', 'DESC')
      .limit(first + 1)
      .getMany();
    const cursorOf = ({ version }: Correction) => encodeCursor([version]);
    return toConnection(rows, first, totalCount, cursorOf, Boolean(args.after));
  }

  readonly find = batchLoader<Correction>(
    (ids, workspaceId) => this.dataSource.manager.findBy(Correction, { id: In([...ids]), workspaceId }),
    ({ id }) => id,
  );

  /** Whether a correction is taken back: by an undoing that is not undone itself. */
  async isUndone({ id }: Correction, context: Context): Promise<boolean> {
    return (await this.undone(id, context)) !== null;
  }

  private readonly undone = batchLoader<{ id: string }>(
    async (ids, workspaceId) => {
      const undoings: Undoing[] = await this.dataSource.query(
        `select id, reverts from transcript.correction
          where reverts is not null and workspace_id = $2
            and transcript_id in (
              select other.id from transcript.correction
                join transcript.transcript other on other.recording_id = correction.recording_id
               where correction.id = any($1::uuid[]))`,
        [ids, workspaceId],
      );
      return undoneAmong(ids, undoings);
    },
    ({ id }) => id,
  );

  readonly lastOfSegment = this.lastOf('segment');
  readonly lastOfSpeaker = this.lastOf('speaker');

  /** The latest correction of each segment, or of each speaker. */
  private lastOf(what: 'segment' | 'speaker') {
    return batchLoader<{ key: string; correction: Correction }>(
      async (ids, workspaceId) => {
        const latest: { key: string; id: string }[] = await this.dataSource.query(
          latestCorrectionsStatement(what),
          [ids, workspaceId],
        );
        const corrections = await this.dataSource.manager.findBy(Correction, {
          id: In(latest.map(({ id }) => id)),
          workspaceId,
        });
        const byId = new Map(corrections.map((correction) => [correction.id, correction]));
        return latest.flatMap(({ key, id }) => {
          const correction = byId.get(id);
          return correction ? [{ key, correction }] : [];
        });
      },
      ({ key }) => key,
    );
  }
}

/**
 * The latest correction of each of some segments, or speakers; by the indexes `correction_segment_ids` and
 * `correction_speaker_ids`. Parameters: their ids, the workspace.
 */
export function latestCorrectionsStatement(what: 'segment' | 'speaker'): string {
  const changed = `jsonb_path_query_array(c.${what}s, '$[*].${what}Id')`;
  return `
    select distinct on (one.id) one.id as key, c.id
      from transcript.correction c
      cross join lateral jsonb_array_elements_text(${changed}) as one(id)
     where c.workspace_id = $2 and ${changed} ?| $1::text[] and one.id = any($1::text[])
     order by one.id, c.version desc`;
}

function readCursor(after: string): number {
  const [version] = decodeCursor(after, 1);
  if (Number.isSafeInteger(version) && Math.abs(version as number) < 2 ** 31) return version as number;
  throw cursorInvalid();
}
