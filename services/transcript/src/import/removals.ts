import type { EntityManager } from 'typeorm';
import { fold, type SegmentState } from '../correction/change-set.ts';
import { Correction, CorrectionKind } from '../correction/correction.entity.ts';
import { Segment } from '../segment/segment.entity.ts';
import { displayNameOf, Speaker } from '../speaker/speaker.entity.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { isSameStretch, type Stretch } from '../version/align-segments.ts';
import { CarriedRemoval } from './carried-removal.entity.ts';
import type { RemovedTexts } from './removed-words.ts';

/** Where people said that nobody speaks. */
export interface Removal extends Stretch {
  speakerName: string;
  author: string;
  /** What it said when it was removed, and as the engine heard it. */
  texts: RemovedTexts;
}

type TakenCorrection = Pick<Correction, 'id' | 'kind' | 'author' | 'reverts' | 'segments'>;

interface Taken {
  state: Partial<SegmentState>;
  by: TakenCorrection;
}

/**
 * What people removed from a transcript and nobody brought back: by hand, or with a version in which nobody says anything
 * there; here, or in a transcript before when no engine has heard anything there since.
 */
export async function removalsFrom(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
): Promise<Removal[]> {
  const of = { transcriptId, workspaceId };
  const corrections = await tx.find(Correction, { where: of, order: { version: 'ASC' } });
  const carried = (await tx.findBy(CarriedRemoval, { ...of, ofText: false })).map(
    ({ startMs, endMs, speakerName, author, text, heard }): Removal => ({
      startMs,
      endMs,
      speakerName,
      author,
      texts: [wordsIn(text), wordsIn(heard)],
    }),
  );
  if (corrections.length === 0) return carried;
  const standing = await tx.find(Segment, {
    select: { id: true, startMs: true, endMs: true },
    where: of,
    order: { startMs: 'ASC' },
  });
  const speakers = new Map((await tx.findBy(Speaker, of)).map((speaker) => [speaker.id, speaker]));
  const changes = new Map(fold(corrections).segments.map((change) => [change.segmentId, change]));
  const come = [...changes.values()].flatMap(({ before, after }) =>
    before === null ? stretchOf(after) : [],
  );
  const isFree = freeOf(standing);
  const removed = [...takenAway(corrections)].flatMap(([segmentId, { state, by }]) => {
    const isRemoved = by.kind === CorrectionKind.SEGMENTS_REMOVED;
    // Whoever joined segments took them away, too; the words are in another, unless that is gone.
    const was = isRemoved ? state : changes.get(segmentId)?.before;
    const speaker = speakers.get(was?.speakerId ?? '');
    return stretchOf(was)
      .filter((stretch) => isRemoved || isFree(stretch))
      .map((stretch) => ({
        ...stretch,
        speakerName: speaker ? displayNameOf(speaker) : '',
        author: by.author,
        texts: [textOf(was), heardOf(was, changes.get(segmentId)?.before)],
      }));
  });
  return [...removed, ...carried.filter((one) => !come.some((other) => isSameStretch(one, other)))];
}

/**
 * Segments that are gone, and by which correction. An undoing that takes away what came back leaves it as it was before:
 * taken away by whatever had done that.
 * @param corrections the earliest first
 */
export function takenAway(corrections: readonly TakenCorrection[]): Map<string, Taken> {
  const gone = new Map<string, Taken>();
  const broughtBack = new Map<string, TakenCorrection>();
  for (const correction of corrections)
    for (const { segmentId, before, after } of correction.segments) {
      if (after === null) {
        const by = broughtBack.get(`${correction.reverts} ${segmentId}`) ?? correction;
        gone.set(segmentId, { state: before ?? {}, by });
        continue;
      }
      const taken = gone.get(segmentId);
      if (taken) broughtBack.set(`${correction.id} ${segmentId}`, taken.by);
      gone.delete(segmentId);
    }
  return gone;
}

/** Whether none of some stretches, in order of start, shares time with another; a version brought back asks for thousands. */
function freeOf(standing: readonly Stretch[]): (stretch: Stretch) => boolean {
  const ends: number[] = [];
  for (const { endMs } of standing) ends.push(Math.max(endMs, ends.at(-1) ?? 0));
  return ({ startMs, endMs }) => {
    let [low, high] = [0, standing.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((standing[middle]?.startMs ?? 0) < endMs) low = middle + 1;
      else high = middle;
    }
    return (ends[low - 1] ?? 0) <= startMs;
  };
}

/**
 * What an engine had heard of what was removed: of a segment that people cut, only the words within what they removed of
 * it; nothing of one to which they brought words of others, for it says less.
 */
export function heardOf(
  removed: Partial<SegmentState> | null | undefined,
  heard: Partial<SegmentState> | null | undefined,
): string[] {
  const [[at], [whole]] = [stretchOf(removed), stretchOf(heard)];
  if (!at || !whole || at.startMs < whole.startMs || at.endMs > whole.endMs) return [];
  if (at.startMs === whole.startMs && at.endMs === whole.endMs) return textOf(heard);
  return (heard?.words ?? [])
    .filter(([startMs, endMs]) => startMs + endMs > at.startMs * 2 && startMs + endMs < at.endMs * 2)
    .map(([, , , text]) => text);
}

const stretchOf = (state: Partial<SegmentState> | null | undefined): Stretch[] =>
  state?.startMs === undefined || state.endMs === undefined
    ? []
    : [{ startMs: state.startMs, endMs: state.endMs }];

const wordsIn = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

const textOf = (state: Partial<SegmentState> | null | undefined): string[] =>
  state?.words?.length ? state.words.map(([, , , text]) => text) : wordsIn(state?.text ?? '');
