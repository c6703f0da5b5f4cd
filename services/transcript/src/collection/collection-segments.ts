import {
  checkPageSize,
  cursorInvalid,
  decodeCursor,
  encodeCursor,
  toConnection,
  type Connection,
  type Context,
} from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { Recording } from '../recording/recording.stub.ts';
import { MAX_PAGE } from '../segment/segment-page.ts';
import { Segment } from '../segment/segment.entity.ts';
import type { CollectionSpeakers } from './collection-speakers.ts';
import type { CollectionClip, CollectionFinder } from './collection.finder.ts';
import { CollectionSegment } from './collection.types.ts';

interface Place {
  /** Of the recording in the collection. */
  clip: number;
  place: string;
}

const BEGINNING: Place = { clip: 0, place: '-1' };

/** The transcript of a collection: its recordings in order, one after the other, a page at a time. */
export class CollectionSegments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly finder: Pick<CollectionFinder, 'clips'>,
    private readonly speakers: CollectionSpeakers,
  ) {}

  /** @throws ExpectedError `PAGE_SIZE_INVALID`, `CURSOR_INVALID` */
  async page(
    collectionId: string,
    args: { first: number; after?: string | null | undefined },
    context: Context,
  ): Promise<Connection<CollectionSegment>> {
    const first = checkPageSize(args.first, MAX_PAGE);
    const clips = await this.finder.clips(collectionId, context);
    const after = args.after ? readCursor(args.after, clips) : BEGINNING;
    const rows = await this.read(clips, after, first + 1, context);
    const people = await this.peopleOf(collectionId, context);
    const offsets = offsetsOf(clips);
    const total = clips.reduce((sum, { segmentCount }) => sum + segmentCount, 0);
    const nodes = rows.map(({ segment, clip }) =>
      Object.assign(new CollectionSegment(), {
        segment,
        speaker: people.get(segment.speakerId) ?? null,
        recording: Recording.of(segment.recordingId),
        offsetMs: (offsets[clip] ?? 0) + segment.startMs,
      }),
    );
    const cursorOf = ({ segment }: CollectionSegment) => encodeCursor([segment.recordingId, segment.place]);
    return toConnection(nodes, first, total, cursorOf, Boolean(args.after));
  }

  /** Who says the segments of each speaker. */
  async peopleOf(collectionId: string, context: Context) {
    const people = await this.speakers.of(collectionId, context);
    return new Map(
      people.flatMap((person) => person.appearances.map(({ speakerId }) => [speakerId, person] as const)),
    );
  }

  /** Every segment of a recording, in order. */
  async *of(clip: CollectionClip, context: Context): AsyncIterable<Segment> {
    for (let after = BEGINNING.place; ;) {
      const batch = await this.read([clip], { clip: 0, place: after }, MAX_PAGE, context);
      for (const { segment } of batch) yield segment;
      const last = batch.at(-1);
      if (!last || batch.length < MAX_PAGE) return;
      after = last.segment.place;
    }
  }

  private async read(
    clips: readonly CollectionClip[],
    after: Place,
    limit: number,
    { workspaceId }: Context,
  ): Promise<{ segment: Segment; clip: number }[]> {
    const found: { segment: Segment; clip: number }[] = [];
    for (let clip = after.clip; clip < clips.length && found.length < limit; clip += 1) {
      const segments = await this.dataSource.manager
        .createQueryBuilder(Segment, 'segment')
        .where({ transcriptId: clips[clip]?.transcriptId, workspaceId })
        .andWhere('segment.place > :place::numeric', { place: clip === after.clip ? after.place : '-1' })
        .orderBy('segment.place')
        .limit(limit - found.length)
        .getMany();
      found.push(...segments.map((segment) => ({ segment, clip })));
    }
    return found;
  }
}

/** Where each recording begins when they are played one after the other. */
function offsetsOf(clips: readonly CollectionClip[]): number[] {
  let offset = 0;
  return clips.map(({ durationMs }) => {
    const begins = offset;
    offset += durationMs;
    return begins;
  });
}

/** Of a recording that is no longer there: from the beginning, nothing is lost. */
function readCursor(after: string, clips: readonly CollectionClip[]): Place {
  const [recordingId, place] = decodeCursor(after, 2);
  if (typeof place !== 'string' || !/^\d{1,10}(\.\d{1,4000})?$/.test(place)) throw cursorInvalid();
  const clip = clips.findIndex((one) => one.recordingId === recordingId);
  return clip === -1 ? BEGINNING : { clip, place };
}
