import {
  checkPageSize,
  decodeCursor,
  encodeCursor,
  ExpectedError,
  isId,
  toConnection,
  type Connection,
} from '@colloquy/subgraph';
import { In, MoreThan, type DataSource } from 'typeorm';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { Segment } from './segment.entity.ts';

/** A player's window over a long transcript. */
export const MAX_PAGE = 1_000;

export interface SegmentPageArgs {
  first: number;
  after?: string | null | undefined;
  speakerIds?: readonly string[] | null | undefined;
}

/** A transcript's segments in order, those of some speakers only when asked so. */
export async function segmentPage(
  dataSource: DataSource,
  transcript: Transcript,
  args: SegmentPageArgs,
): Promise<Connection<Segment>> {
  const first = checkPageSize(args.first, MAX_PAGE);
  const bySpeakers = args.speakerIds ? { speakerId: In(args.speakerIds.filter(isId)) } : {};
  const where = { transcriptId: transcript.id, ...bySpeakers };
  const afterIndex = args.after ? readCursor(args.after) : undefined;
  const rows = await dataSource.manager.find(Segment, {
    where: { ...where, ...(afterIndex !== undefined && { index: MoreThan(afterIndex) }) },
    order: { index: 'ASC' },
    take: first + 1,
  });
  const total = args.speakerIds ? await dataSource.manager.countBy(Segment, where) : transcript.segmentCount;
  return toConnection(rows, first, total, ({ index }) => encodeCursor([index]), afterIndex !== undefined);
}

function readCursor(after: string): number {
  const [index] = decodeCursor(after, 1);
  if (Number.isSafeInteger(index) && Math.abs(index as number) < 2 ** 31) return index as number;
  throw new ExpectedError({
    code: 'CURSOR_INVALID',
    message: 'This cursor does not belong to this list.',
    recovery: ['Start again without `after`.'],
  });
}
