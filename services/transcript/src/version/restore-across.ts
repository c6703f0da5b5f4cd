import type { EntityManager } from 'typeorm';
import { carryCollectionSpeakers } from '../collection/carry-collection-speakers.ts';
import type { ChangeSet, JoinableSpeakerState, SpeakerChange } from '../correction/change-set.ts';
import { carryDecisions, carryRejections } from '../import/carry-decisions.ts';
import { insertSpeaker } from '../speaker/insert-speaker.ts';
import { keepSuccessors, successorsBetween } from '../speaker/speaker-successor.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { mapSpeakers, type SpokenVersion } from './map-speakers.ts';
import { readWholeVersion, type WholeSegment } from './read-version.ts';
import { rewriteSegments } from './rewrite-segments.ts';
import type { SpeakersOfVersion, SpeakerVersion } from './speaker-version.ts';

interface WholeVersion {
  transcriptId: string;
  segments: readonly WholeSegment[];
  everySpeaker: SpeakersOfVersion;
}

/**
 * What makes a transcript, which is locked, say what a replaced one of the same recording said in one of its versions.
 * Who speaks is who they are here; who is nobody here comes along, absent until the correction is written.
 */
export async function restorationAcross(
  tx: EntityManager,
  transcript: Transcript,
  earlier: WholeVersion,
): Promise<ChangeSet> {
  const now = await readWholeVersion(tx, transcript, transcript.version);
  const became = await successorsBetween(tx, transcript.workspaceId, {
    from: earlier.transcriptId,
    to: transcript.id,
  });
  const counterparts = mapSpeakers(earlier, now, became);
  const speakers: SpeakerChange[] = [];
  const staying = new Set<string>();
  for (const speaker of speaking(earlier)) {
    const counterpart = now.everySpeaker.get(counterparts.get(speaker.speakerId) ?? '');
    if (counterpart) {
      staying.add(counterpart.speakerId);
      speakers.push(...changeOf(counterpart, { ...speaker, absent: false, joinedInto: null }));
      continue;
    }
    const speakerId = await bringAlong(tx, transcript, speaker);
    counterparts.set(speaker.speakerId, speakerId);
    speakers.push({ speakerId, before: { absent: true }, after: { absent: false } });
  }
  // Who was joined with somebody by then is so again.
  const joined = new Map(
    [...earlier.everySpeaker.values()].flatMap(({ speakerId, absent, joinedInto }) => {
      const [gone, into] = [counterparts.get(speakerId), counterparts.get(joinedInto ?? '')];
      return absent && gone && into ? [[gone, into] as const] : [];
    }),
  );
  for (const speaker of now.everySpeaker.values()) {
    const { speakerId, joinedInto } = speaker;
    if (staying.has(speakerId) || (speaker.absent && !joined.has(speakerId))) continue;
    const into = joined.get(speakerId) ?? joinedInto;
    speakers.push(...changeOf(speaker, { ...speaker, absent: true, joinedInto: into }));
  }
  const wanted = earlier.segments.map((segment) => ({
    ...segment,
    speakerId: counterparts.get(segment.speakerId) ?? segment.speakerId,
  }));
  return { segments: rewriteSegments(now.segments, wanted), speakers };
}

/** Those who say something, and those who were there though they said nothing. */
function speaking({ segments, everySpeaker }: SpokenVersion): SpeakerVersion[] {
  const heard = new Set(segments.map(({ speakerId }) => speakerId));
  return [...everySpeaker.values()].filter(({ speakerId, absent }) => !absent || heard.has(speakerId));
}

function changeOf(now: SpeakerVersion, wanted: JoinableSpeakerState): SpeakerChange[] {
  const every = ['name', 'profileId', 'absent', 'joinedInto'] as const;
  const fields = every.filter((field) => now[field] !== wanted[field]);
  if (fields.length === 0) return [];
  const side = (state: JoinableSpeakerState) =>
    Object.fromEntries(fields.map((field) => [field, state[field]]));
  return [{ speakerId: now.speakerId, before: side(now), after: side(wanted) }];
}

/** With their voice, and with what people have said of who they are. @returns the id */
async function bringAlong(
  tx: EntityManager,
  { id: transcriptId, recordingId, workspaceId }: Transcript,
  { speakerId: earlierId, name, profileId }: SpeakerVersion,
): Promise<string> {
  const of = { transcriptId, recordingId, workspaceId };
  const [known]: { id: string }[] = await tx.query(
    'select id from transcript.speaker_profile where id = $1 and workspace_id = $2',
    [profileId, workspaceId],
  );
  const speakerId = await insertSpeaker(tx, of, { name, profileId: known?.id ?? null, absent: true });
  await tx.query(
    `insert into transcript.speaker_embedding
       (speaker_id, model, workspace_id, recording_id, dimensions, embedding, speech_ms)
     select $2, model, workspace_id, recording_id, dimensions, embedding, speech_ms
       from transcript.speaker_embedding where speaker_id = $1 and workspace_id = $3`,
    [earlierId, speakerId, workspaceId],
  );
  const same = new Map([[speakerId, earlierId]]);
  await carryDecisions(tx, workspaceId, same);
  await carryRejections(tx, workspaceId, same);
  await carryCollectionSpeakers(tx, workspaceId, same);
  // Brought back once more, they are the same one.
  await keepSuccessors(tx, workspaceId, same);
  return speakerId;
}
