import type { EntityManager } from 'typeorm';
import { fold, type SegmentChange } from '../correction/change-set.ts';
import { Correction, CorrectionKind } from '../correction/correction.entity.ts';
import { commonWords, essence } from '../segment/common-words.ts';
import { NEAR_MS } from '../segment/same-place.ts';
import { Segment } from '../segment/segment.entity.ts';
import { loadWords, type Word } from '../segment/word.ts';
import { displayNameOf, Speaker } from '../speaker/speaker.entity.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { Stretch } from '../version/align-segments.ts';
import { CarriedRemoval } from './carried-removal.entity.ts';
import { around, overlapping } from './overlapping.ts';
import { piecesOf } from './pieces.ts';
import { takenAway, type Removal } from './removals.ts';
import { timesSaid } from './removed-words.ts';

/**
 * Words that people deleted from texts of which the rest stays, here or in a transcript before; not what is said there
 * all the same, because it was moved to another text or brought back.
 */
export async function deletionsFrom(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
): Promise<Removal[]> {
  const of = { transcriptId, workspaceId };
  const carried = (await tx.findBy(CarriedRemoval, { ...of, ofText: true })).map(
    ({ startMs, endMs, speakerName, author, text }): Removal => ({
      startMs,
      endMs,
      speakerName,
      author,
      texts: [text.split(' ')],
    }),
  );
  const corrections = await tx.find(Correction, { where: of, order: { version: 'ASC' } });
  const changes = fold(corrections).segments.filter(
    ({ before, after }) => before === null || before.words || after === null,
  );
  if (changes.length + carried.length === 0) return [];
  const standing = await tx.find(Segment, {
    select: { id: true, startMs: true, endMs: true, speakerId: true },
    where: of,
  });
  const segments = new Map(standing.map((segment) => [segment.id, segment]));
  const authors = new Map(
    corrections.flatMap(({ author, segments: changed }) =>
      changed.map((change) => [change.segmentId, author] as const),
    ),
  );
  const speakers = new Map((await tx.findBy(Speaker, of)).map((speaker) => [speaker.id, speaker]));
  const overChanged = overlapping(
    [...carried, ...changes.flatMap(({ segmentId }) => segments.get(segmentId) ?? [])].map((one) =>
      around(one, NEAR_MS),
    ),
  );
  const near = standing.filter((segment) => overChanged(segment).length > 0);
  const pieces = await piecesOf(
    tx,
    workspaceId,
    near.map(({ id }) => id),
  );
  const joined = [...takenAway(corrections)].flatMap(([id, { by }]) =>
    by.kind === CorrectionKind.SEGMENTS_MERGED ? [id] : [],
  );
  const heardIn = heardWithin(changes, segments, new Set(joined));
  const deleted = changes.flatMap(({ segmentId }) => {
    const segment = segments.get(segmentId);
    if (!segment) return [];
    const speaker = speakers.get(segment.speakerId);
    const about = {
      speakerName: speaker ? displayNameOf(speaker) : '',
      author: authors.get(segmentId) ?? '',
    };
    return deletedWords(heardIn(segment), pieces.get(segmentId)?.words ?? []).map((words): Removal => ({
      ...about,
      startMs: words[0]?.startMs ?? 0,
      endMs: words.at(-1)?.endMs ?? 0,
      texts: [words.map(({ text }) => text)],
    }));
  });
  const all = [...carried, ...deleted];
  const over = overlapping(near);
  return all.filter(({ texts, startMs, endMs }) => {
    const said = over(around({ startMs, endMs }, NEAR_MS)).flatMap(({ id }) => [
      ...(pieces.get(id)?.words ?? []),
    ]);
    return timesSaid(texts, startMs, said) === 0;
  });
}

/**
 * What an engine heard where a segment is now: what it had written in it, and in those that it was joined with or split
 * from.
 * @param joined ids of segments that others were joined with
 */
function heardWithin(
  changes: readonly SegmentChange[],
  segments: ReadonlyMap<string, Stretch>,
  joined: ReadonlySet<string>,
): (segment: Stretch & { id: string }) => Word[] {
  const heard = changes.flatMap(({ segmentId, before }) => {
    const now = segments.get(segmentId);
    const isKnown = now !== undefined || joined.has(segmentId);
    return (isKnown ? loadWords(before?.words ?? []) : []).map((word) => ({
      word,
      startMs: word.startMs,
      endMs: word.endMs,
      own: now && isMostlyIn(word, now) ? segmentId : null,
    }));
  });
  const over = overlapping(heard);
  return (segment) =>
    over(segment)
      .filter(({ word, own }) => isMostlyIn(word, segment) && (own ?? segment.id) === segment.id)
      .map(({ word }) => word);
}

const isMostlyIn = (word: Stretch, { startMs, endMs }: Stretch): boolean =>
  word.startMs + word.endMs > startMs * 2 && word.startMs + word.endMs < endMs * 2;

/** Words instead of which nothing is said any more, together where they followed each other. */
export function deletedWords(heard: readonly Word[], said: readonly Word[]): Word[][] {
  const pairs = commonWords(
    heard.map(({ text }) => essence(text)),
    said.map(({ text }) => essence(text)),
  );
  const found: Word[][] = [];
  let [heardAt, saidAt] = [0, 0];
  for (const [at, now] of [...pairs, [heard.length, said.length] as const]) {
    if (at > heardAt && now === saidAt) found.push(heard.slice(heardAt, at));
    [heardAt, saidAt] = [at + 1, now + 1];
  }
  return found;
}
