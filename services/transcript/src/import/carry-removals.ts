import { newId } from '@colloquy/subgraph';
import { In, type EntityManager } from 'typeorm';
import type { SegmentChange } from '../correction/change-set.ts';
import { CorrectionKind } from '../correction/correction.entity.ts';
import { writeCorrection, type WrittenCorrection } from '../correction/correction-writer.ts';
import { removalOf, segmentsOnly } from '../correction/segment-change.ts';
import { LeftBehindCorrection } from '../left-behind/left-behind.entity.ts';
import { NEAR_MS, SAME_PLACE_MS } from '../segment/same-place.ts';
import { Segment } from '../segment/segment.entity.ts';
import { Transcript } from '../transcript/transcript.entity.ts';
import type { Stretch } from '../version/align-segments.ts';
import { CarriedRemoval } from './carried-removal.entity.ts';
import { cutOut } from './cut-out.ts';
import { deletionsFrom } from './deletions.ts';
import { around, overlapping } from './overlapping.ts';
import { piecesOf } from './pieces.ts';
import { placeDeletions } from './place-deletions.ts';
import { placeRemovals, type PlacedRemovals } from './place-removals.ts';
import { removalsFrom, type Removal } from './removals.ts';

/**
 * Removes again, from a transcript that has just become current, what people removed from the one before: a correction
 * of each of them, to be taken back like any other; what is said among other words now is split off by one before. What
 * the engine did not hear is kept for the next one, and what came back otherwise is noted, to be removed by hand.
 */
export async function carryRemovals(
  tx: EntityManager,
  earlier: Transcript,
  next: Transcript,
): Promise<WrittenCorrection[]> {
  const { id: transcriptId, workspaceId } = next;
  const removals = await removalsFrom(tx, earlier);
  const deletions = await deletionsFrom(tx, earlier);
  if (removals.length + deletions.length === 0) return [];
  const { removed, cut, left, waiting } = await placed(tx, removals, deletions, earlier, next);
  const ofText = new Set(deletions);
  const of = { transcriptId, workspaceId };
  await tx.insert(
    LeftBehindCorrection,
    left.map(({ texts: _texts, author, ...place }) => ({
      ...of,
      ...place,
      id: newId(),
      text: '',
      editedBy: author,
    })),
  );
  await tx.insert(
    CarriedRemoval,
    waiting.map((removal) => {
      const { texts, ...place } = removal;
      return {
        ...of,
        ...place,
        id: newId(),
        text: texts[0]?.join(' ') ?? '',
        heard: texts[1]?.join(' ') ?? '',
        ofText: ofText.has(removal),
      };
    }),
  );
  const split = await splitOff(tx, next, cut);
  const gone = Map.groupBy([...removed, ...split.removed], ({ author }) => author);
  const { written } = split;
  for (const [author, theirs] of gone) {
    const segments = await tx.findBy(Segment, { id: In(theirs.map((one) => one.id)), workspaceId });
    written.push(await correct(tx, next, CorrectionKind.SEGMENTS_REMOVED, author, segments.map(removalOf)));
  }
  return written;
}

/** @returns the segments that have only what was removed, beside the corrections that made them */
async function splitOff(
  tx: EntityManager,
  next: Transcript,
  cut: PlacedRemovals['cut'],
): Promise<{ written: WrittenCorrection[]; removed: PlacedRemovals['removed'] }> {
  const parts = Map.groupBy(cut, ({ id }) => id);
  const whole = await tx.findBy(Segment, { id: In([...parts.keys()]), workspaceId: next.workspaceId });
  const behind = await placesBehind(tx, next, [...parts.keys()]);
  const splits = whole.map((segment) => {
    const theirs = (parts.get(segment.id) ?? []).toSorted((a, b) => a.from - b.from);
    return { author: theirs[0]?.author ?? '', ...cutOut(segment, theirs, behind.get(segment.id) ?? null) };
  });
  const written: WrittenCorrection[] = [];
  for (const [author, theirs] of Map.groupBy(splits, (split) => split.author)) {
    const changes = theirs.flatMap((split) => split.changes);
    written.push(await correct(tx, next, CorrectionKind.SEGMENT_SPLIT, author, changes));
  }
  return { written, removed: splits.flatMap((split) => split.removed) };
}

async function correct(
  tx: EntityManager,
  { id, workspaceId }: Transcript,
  kind: CorrectionKind,
  author: string,
  changes: readonly SegmentChange[],
): Promise<WrittenCorrection> {
  const transcript = await tx.findOneByOrFail(Transcript, { id, workspaceId });
  return writeCorrection(tx, transcript, segmentsOnly(changes), { kind, author });
}

/** @returns the place of the segment that follows, by the id of each of those */
async function placesBehind(
  tx: EntityManager,
  { id, workspaceId }: Transcript,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows: { id: string; behind: string | null }[] = await tx.query(
    `select id, behind from (
       select id, lead(place) over (order by place) as behind from transcript.segment
        where transcript_id = $1 and workspace_id = $2) ordered
      where id = any($3::uuid[])`,
    [id, workspaceId, ids],
  );
  return new Map(rows.map((row) => [row.id, row.behind]));
}

/** Words are read only of what is said where something was removed. */
async function placed(
  tx: EntityManager,
  removals: readonly Removal[],
  deletions: readonly Removal[],
  earlier: Transcript,
  next: Transcript,
): Promise<PlacedRemovals> {
  const [standing, later] = [await stretchesOf(tx, earlier), await stretchesOf(tx, next)];
  const there = overlapped(later, [
    ...removals,
    ...deletions.map((deletion) => around(deletion, SAME_PLACE_MS)),
  ]);
  const near = there.map((segment) => around(segment, NEAR_MS));
  const pieces = await piecesOf(
    tx,
    next.workspaceId,
    [...overlapped(later, near), ...overlapped(standing, near)].map(({ id }) => id),
  );
  const withWords = ({ id, startMs, endMs, edited }: Segment) => ({
    id,
    startMs,
    endMs,
    edited,
    words: pieces.get(id)?.words ?? [],
  });
  const [then, now] = [standing.map(withWords), later.map(withWords)];
  const whole = placeRemovals(removals, then, now);
  const words = placeDeletions(deletions, then, now, whole);
  return {
    removed: [...whole.removed, ...words.removed],
    cut: [...whole.cut, ...words.cut],
    left: [...whole.left, ...words.left],
    waiting: [...whole.waiting, ...words.waiting],
  };
}

function overlapped(segments: readonly Segment[], by: readonly Stretch[]): Segment[] {
  const over = overlapping(by);
  return segments.filter((segment) => over(segment).length > 0);
}

const stretchesOf = (tx: EntityManager, { id: transcriptId, workspaceId }: Transcript): Promise<Segment[]> =>
  tx.find(Segment, {
    select: { id: true, startMs: true, endMs: true, editedAt: true },
    where: { transcriptId, workspaceId },
    order: { place: 'ASC' },
  });
