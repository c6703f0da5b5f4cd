import { newId } from '@colloquy/subgraph';
import { In, type EntityManager } from 'typeorm';
import { CorrectionKind } from '../correction/correction.entity.ts';
import { writeCorrection, type WrittenCorrection } from '../correction/correction-writer.ts';
import { removalOf, segmentsOnly } from '../correction/segment-change.ts';
import { LeftBehindCorrection } from '../left-behind/left-behind.entity.ts';
import { Segment } from '../segment/segment.entity.ts';
import { Transcript } from '../transcript/transcript.entity.ts';
import { CarriedRemoval } from './carried-removal.entity.ts';
import { placeRemovals } from './place-removals.ts';
import { removalsFrom } from './removals.ts';

/**
 * Removes again, from a transcript that has just become current, what people removed from the one before: a correction
 * of each of them, to be taken back like any other. What the engine did not hear is kept for the next one, and what came
 * back in longer segments is noted, to be removed by hand.
 */
export async function carryRemovals(
  tx: EntityManager,
  earlier: Transcript,
  next: Transcript,
): Promise<WrittenCorrection[]> {
  const { id, workspaceId } = next;
  const removals = await removalsFrom(tx, earlier);
  if (removals.length === 0) return [];
  const { removed, left, waiting } = placeRemovals(
    removals,
    await stretchesOf(tx, earlier),
    await stretchesOf(tx, next),
  );
  const of = { transcriptId: id, workspaceId };
  const noted = left.map(({ author, ...place }) => ({
    ...of,
    ...place,
    id: newId(),
    text: '',
    editedBy: author,
  }));
  await tx.insert(LeftBehindCorrection, noted);
  await tx.insert(
    CarriedRemoval,
    waiting.map((removal) => ({ ...of, ...removal, id: newId() })),
  );
  const written: WrittenCorrection[] = [];
  for (const [author, theirs] of Map.groupBy(removed, (one) => one.author)) {
    const transcript = await tx.findOneByOrFail(Transcript, { id, workspaceId });
    const segments = await tx.findBy(Segment, { id: In(theirs.map((one) => one.id)), workspaceId });
    const title = { kind: CorrectionKind.SEGMENTS_REMOVED, author };
    written.push(await writeCorrection(tx, transcript, segmentsOnly(segments.map(removalOf)), title));
  }
  return written;
}

const stretchesOf = (tx: EntityManager, { id: transcriptId, workspaceId }: Transcript): Promise<Segment[]> =>
  tx.find(Segment, {
    select: { id: true, startMs: true, endMs: true, editedAt: true },
    where: { transcriptId, workspaceId },
    order: { place: 'ASC' },
  });
