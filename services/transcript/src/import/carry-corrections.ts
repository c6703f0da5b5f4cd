import { In, type EntityManager } from 'typeorm';
import { carryCollectionSpeakers } from '../collection/carry-collection-speakers.ts';
import { countSpeakers } from '../speaker/count-speakers.ts';
import { keepSuccessors } from '../speaker/speaker-successor.ts';
import { insertSpeaker } from '../speaker/insert-speaker.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { linkOf } from '../speaker-profile/speaker-links.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { carryDecisions, carryRejections } from './carry-decisions.ts';
import { carryNames, speakersNamed } from './carry-names.ts';
import { mergeAuthors, speakerCorrections, type Merge } from './carry-merges.ts';
import { chosenSegments } from './chosen-segments.ts';
import { cutGiven } from './cut-given.ts';
import { givenPeople } from './given-people.ts';
import { keptTurns } from './keep-turns.ts';
import { isHeardAs, lastHeard } from './last-heard.ts';
import {
  isSaidAsMerged,
  matchMerged,
  mergedSpeakers,
  mergesAmong,
  tellApart,
  type MergedSpeakers,
} from './merged-speakers.ts';
import { noteLeftBehind } from './note-left-behind.ts';
import { notSaidAlready } from './said-already.ts';
import { placeChoices, type PlacedChoice } from './place-choices.ts';
import { carryTexts, spliceTexts } from './carry-texts.ts';
import { splitLater } from './split-later.ts';
import { recutSegments, type Added, type FilledCut } from './recut-segments.ts';
import { heardAndChosen, snapBoundaries } from './snap-boundaries.ts';
import type { SpokenStretch } from './match-speakers.ts';

/** What carrying corrections made of the later transcript, and what is to be corrected in it again. */
export interface Carried extends Added {
  merges: Merge[];
}

/**
 * Brings what people corrected on a recording's current transcript, which is locked, to the one about to replace it:
 * names go to whoever speaks at the same times, the text and the speaker that people chose, and only these, to segments
 * in the same place, which are cut as people had them where both ends are the same. What finds no place is noted, to be
 * applied by hand.
 * @returns how many words and segments the later one has more by it, negative when there are fewer; and speakers who are
 *   one, as soon as it is current
 */
export async function carryCorrections(
  tx: EntityManager,
  current: Transcript,
  next: Transcript,
): Promise<Carried> {
  const { workspaceId } = next;
  const standing = await chosenSegments(tx, current);
  const everySpeaker = await tx.findBy(Speaker, { transcriptId: current.id, workspaceId });
  const merged = mergedSpeakers(everySpeaker.filter(({ absent }) => absent));
  const taken = [...merged.keys()].filter((id) => !standing.some((segment) => isHeardAs(id, segment)));
  const unheard = await lastHeard(tx, current, taken);
  const turns = await keptTurns(tx, current);
  const matched = matchMerged(standing, await stretchesOf(tx, next), merged, turns, unheard);
  const earlier = tellApart(standing, merged, matched);
  const edges = heardAndChosen(standing);
  // Read only where something is to be placed: everybody waits for it.
  const isChosen = earlier.some(({ textChosen, speakerChosen }) => textChosen || speakerChosen);
  const laterSegments = async () => (isChosen ? snapBoundaries(edges, await chosenSegments(tx, next)) : []);
  const heard = await laterSegments();
  const recut = await recutSegments(tx, earlier, heard, next);
  const there = recut.cut.size > 0 ? await laterSegments() : heard;
  const uncut = earlier.map((segment) =>
    recut.cut.has(segment.id) ? { ...segment, onlyCut: false } : segment,
  );
  const split = await splitLater(tx, next, uncut, there);
  // Who says what stands in place of several segments, or is cut from one, is as people had it.
  const chosen = earlier.map((segment) => {
    if (split.found.has(segment.id)) return { ...segment, textChosen: false, speakerChosen: segment.given };
    if (!recut.cut.has(segment.id)) return segment;
    return { ...segment, speakerChosen: true, onlyCut: recut.filled.has(segment.id) };
  });
  const whole = split.segments > 0 ? await laterSegments() : there;
  const mergedInto = (id: string): string => merged.get(id) ?? id;
  const given = await cutGiven(tx, next, chosen, whole, mergedInto);
  const later = given > 0 ? await laterSegments() : whole;
  const placed = await spliceTexts(tx, next, placeChoices(chosen, later), earlier, later);
  const speakers = await addMissing(tx, next, matched, merged, placed.speakers);
  const joins = merged.size > 0 ? await speakerCorrections(tx, current) : [];
  const people = givenPeople(joins, everySpeaker, merged, new Set(speakers.values()));
  // Who they are only because somebody was joined with them, the joining says again.
  const themselves = new Map([...speakers].filter(([, earlierId]) => !people.has(earlierId)));
  await carryDecisions(tx, workspaceId, themselves);
  await carryRejections(tx, workspaceId, speakers);
  const named = await speakersNamed(tx, current);
  await carryNames(tx, workspaceId, themselves, named);
  await carrySpeakers(tx, next, speakers, placed.speakers);
  await carryCollectionSpeakers(tx, workspaceId, speakers);
  await keepSuccessors(tx, workspaceId, speakers);
  const words = await carryTexts(tx, next, placed.texts);
  const cuts = placed.cuts.map(({ segment, laterId }) => [laterId, segment.partOf] as const);
  await carryCuts(tx, next, [...split.laterIds, ...cuts], recut.filled);
  const unsaid = placed.left.filter((segment) => !isSaidAsMerged(segment, later, speakers, merged));
  const personOf = (id: string): string => mergedInto(speakers.get(id) ?? id);
  const segments = await notSaidAlready(tx, next, unsaid, later, personOf);
  await noteLeftBehind(tx, current, next, { speakers: [...speakers.values()], named, segments });
  return {
    words: recut.words + words + placed.words,
    segments: recut.segments + split.segments + given,
    merges: mergesAmong(speakers, merged, mergeAuthors(joins)).map((merge) => {
      const into = everySpeaker.find(({ id }) => id === speakers.get(merge.intoId));
      const gives = into && people.get(into.id) === speakers.get(merge.speakerId);
      return gives ? { ...merge, gives: linkOf(into) } : merge;
    }),
  };
}

/**
 * Whoever nobody in the later transcript is, and to whom a person has given a segment that has its place there, or whom a
 * person has joined with somebody there, comes along: an engine that heard one voice less does not take them away, and
 * the next one may tell them apart.
 * @returns those matched with those who came along, later speaker's id → earlier speaker's id
 */
async function addMissing(
  tx: EntityManager,
  next: Transcript,
  matched: ReadonlyMap<string, string>,
  merged: MergedSpeakers,
  given: readonly PlacedChoice[],
): Promise<ReadonlyMap<string, string>> {
  const { id: transcriptId, recordingId, workspaceId } = next;
  const known = new Set(matched.values());
  const joined = [...merged].filter(([, into]) => known.has(into)).map(([id]) => id);
  const unknown = new Set(
    [...given.map(({ segment }) => segment.speakerId), ...joined].filter((id) => !known.has(id)),
  );
  const missing = await tx.findBy(Speaker, { id: In([...unknown]), workspaceId });
  const all = new Map(matched);
  for (const earlier of missing) {
    const along = { name: null, profileId: null, absent: false };
    all.set(await insertSpeaker(tx, { transcriptId, recordingId, workspaceId }, along), earlier.id);
  }
  return all;
}

/** Whoever a corrected segment was given to says it in the later transcript too, where they are known there. */
async function carrySpeakers(
  tx: EntityManager,
  next: Transcript,
  speakers: ReadonlyMap<string, string>,
  given: readonly PlacedChoice[],
): Promise<void> {
  const became = new Map([...speakers].map(([laterId, earlierId]) => [earlierId, laterId]));
  await tx.query(
    `insert into transcript.carried_speaker (segment_id, transcript_id, workspace_id)
     select segment_id, $1, $2 from unnest($3::uuid[]) as given(segment_id)`,
    [next.id, next.workspaceId, given.map(({ laterId }) => laterId)],
  );
  const [, changed]: [unknown, number] = await tx.query(
    `update transcript.segment later set speaker_id = given.speaker_id
       from unnest($3::uuid[], $4::uuid[]) as given(segment_id, speaker_id)
      where later.id = given.segment_id and later.speaker_id <> given.speaker_id
        and later.transcript_id = $1 and later.workspace_id = $2`,
    [
      next.id,
      next.workspaceId,
      given.map(({ laterId }) => laterId),
      given.map(({ segment }) => became.get(segment.speakerId)),
    ],
  );
  if (changed > 0) await countSpeakers(tx, next);
}

/**
 * Keeps what people only cut as cut by them, for the next engine; and lets it begin and end with its words, now that all
 * that people chose has found its place.
 */
async function carryCuts(
  tx: EntityManager,
  next: Transcript,
  cuts: readonly (readonly [laterId: string, partOf: string | null])[],
  filled: ReadonlyMap<string, FilledCut>,
): Promise<void> {
  const parts = new Map([
    ...cuts,
    ...[...filled.values()].map(({ laterId, partOf }) => [laterId, partOf] as const),
  ]);
  if (parts.size === 0) return;
  const of = [next.id, next.workspaceId];
  await tx.query(
    `insert into transcript.carried_cut (segment_id, transcript_id, workspace_id, part_of)
     select segment_id, $1, $2, part_of from unnest($3::uuid[], $4::uuid[]) as cut(segment_id, part_of)`,
    [...of, [...parts.keys()], [...parts.values()]],
  );
  await tx.query(
    `update transcript.segment later set start_ms = heard."startMs", end_ms = heard."endMs"
       from jsonb_to_recordset($3::jsonb) as heard("laterId" uuid, "startMs" int, "endMs" int)
      where later.id = heard."laterId" and later.transcript_id = $1 and later.workspace_id = $2`,
    [...of, JSON.stringify([...filled.values()])],
  );
  await countSpeakers(tx, next);
}

function stretchesOf(tx: EntityManager, { id, workspaceId }: Transcript): Promise<SpokenStretch[]> {
  return tx.query(
    `select start_ms as "startMs", end_ms as "endMs", speaker_id as "speakerId"
     from transcript.segment where transcript_id = $1 and workspace_id = $2 order by start_ms, place`,
    [id, workspaceId],
  );
}
