import {
  batchLoader,
  checkPageSize,
  cursorInvalid,
  decodeCursor,
  encodeCursor,
  isId,
  toConnection,
  type Connection,
  type Context,
} from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { Segment } from './segment.entity.ts';

/** A player's window over a long transcript. */
export const MAX_PAGE = 1_000;

export interface SegmentPageArgs {
  first: number;
  after?: string | null | undefined;
  speakerIds?: readonly string[] | null | undefined;
}

/** Of which transcript which segments: a key of the batch loader. */
interface Wanted {
  transcriptId: string;
  limit: number;
  afterPlace: string;
  speakerIds: readonly string[] | null;
}

interface Found {
  key: string;
  rows: Segment[];
  /** Of the speakers asked for; null when all of the transcript were. */
  total: number | null;
}

/** Pages of transcripts' segments in order, of some speakers only when asked so; those of a list in one statement. */
export class SegmentPages {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws ExpectedError `PAGE_SIZE_INVALID`, `CURSOR_INVALID` */
  async of(transcript: Transcript, args: SegmentPageArgs, context: Context): Promise<Connection<Segment>> {
    const first = checkPageSize(args.first, MAX_PAGE);
    const wanted: Wanted = {
      transcriptId: transcript.id,
      limit: first + 1,
      afterPlace: args.after ? readCursor(args.after) : '-1',
      speakerIds: args.speakerIds?.filter(isId) ?? null,
    };
    const found = await this.load(JSON.stringify(wanted), context);
    const total = found?.total ?? transcript.segmentCount;
    return toConnection(
      found?.rows ?? [],
      first,
      total,
      ({ place }) => encodeCursor([place]),
      Boolean(args.after),
    );
  }

  private readonly load = batchLoader<Found>(
    async (keys, workspaceId) => {
      const wanted = keys.map((key) => ({ key, ...(JSON.parse(key) as Wanted) }));
      const alike = Map.groupBy(wanted, ({ transcriptId: _transcriptId, key: _key, ...window }) =>
        JSON.stringify(window),
      );
      const pages = Array.from(alike.values(), (same) => this.read(same, workspaceId));
      return (await Promise.all(pages)).flat();
    },
    ({ key }) => key,
  );

  /** @param wanted the same of several transcripts. */
  private async read(wanted: readonly (Wanted & { key: string })[], workspaceId: string): Promise<Found[]> {
    const [{ limit, afterPlace, speakerIds } = { limit: 0, afterPlace: '0', speakerIds: null }] = wanted;
    const transcriptIds = wanted.map(({ transcriptId }) => transcriptId);
    const bySpeakers = speakerIds ? 'and speaker_id = any(:speakerIds)' : '';
    const rows = await this.dataSource.manager
      .createQueryBuilder(Segment, 'segment')
      .where(
        `segment.id in (
           select page.id from unnest(:transcriptIds::uuid[]) as wanted(id) cross join lateral (
             select id from transcript.segment
              where transcript_id = wanted.id and workspace_id = :workspaceId and place > :afterPlace::numeric ${bySpeakers}
              order by place limit :limit) as page)`,
        { transcriptIds, workspaceId, afterPlace, speakerIds, limit },
      )
      .orderBy('segment.place')
      .getMany();
    const byTranscript = Map.groupBy(rows, ({ transcriptId }) => transcriptId);
    const totals = speakerIds && (await this.totals(transcriptIds, speakerIds, workspaceId));
    return wanted.map(({ key, transcriptId }) => ({
      key,
      rows: byTranscript.get(transcriptId) ?? [],
      total: totals ? (totals.get(transcriptId) ?? 0) : null,
    }));
  }

  private async totals(
    transcriptIds: readonly string[],
    speakerIds: readonly string[],
    workspaceId: string,
  ): Promise<Map<string, number>> {
    const counted: { id: string; total: number }[] = await this.dataSource.query(
      `select transcript_id as id, count(*)::int as total from transcript.segment
        where transcript_id = any($1::uuid[]) and speaker_id = any($2::uuid[]) and workspace_id = $3
        group by transcript_id`,
      [transcriptIds, speakerIds, workspaceId],
    );
    return new Map(counted.map(({ id, total }) => [id, total]));
  }
}

function readCursor(after: string): string {
  const [place] = decodeCursor(after, 1);
  if (typeof place === 'string' && /^\d{1,10}(\.\d{1,4000})?$/.test(place)) return place;
  throw cursorInvalid();
}
