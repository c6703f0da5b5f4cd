import { newId } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import { foldText } from '../search/fold-text.ts';
import { insertSegments } from '../segment/insert-segments.ts';
import { countSpeakers } from '../speaker/count-speakers.ts';
import { nameColumns, Speaker } from '../speaker/speaker.entity.ts';
import { presentProfile } from '../speaker-profile/merged-profiles.ts';
import type { TranscriptChangedPayload } from '../transcript/transcript-events.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { nextVersion } from '../transcript/transcript-version.ts';
import { savesOf } from '../version/text-saves.ts';
import {
  fold,
  type ChangeSet,
  type SegmentChange,
  type SegmentState,
  type SpeakerChange,
} from './change-set.ts';
import { Correction, type CorrectionKind } from './correction.entity.ts';

export interface CorrectionTitle {
  kind: CorrectionKind;
  author: string;
  reverts?: string;
  continues?: Correction;
}

export interface WrittenCorrection {
  correction: Correction;
  change: TranscriptChangedPayload;
}

/** Statements that take this many rows keep the embedded database's other users waiting for a tenth of a second. */
const BATCH = 500;

const COLUMNS = `c(id uuid, "speakerId" uuid, place numeric, "startMs" int, "endMs" int, text text, words jsonb,
                   "searchText" text, "editedAt" timestamptz, "editedBy" text)`;

const UPDATE = `
  update transcript.segment s
     set speaker_id = coalesce(c."speakerId", s.speaker_id), place = coalesce(c.place, s.place),
         start_ms = coalesce(c."startMs", s.start_ms), end_ms = coalesce(c."endMs", s.end_ms),
         text = coalesce(c.text, s.text), words = coalesce(c.words, s.words),
         search_text = coalesce(c."searchText", s.search_text), version = s.version + 1,
         edited_at = c."editedAt", edited_by = c."editedBy"
    from jsonb_to_recordset($3::jsonb) as ${COLUMNS}
   where s.id = c.id and s.transcript_id = $2 and s.workspace_id = $1`;

/**
 * Changes a locked transcript as a change set says, keeps the correction, and gives the transcript its next version.
 * What goes on with an earlier correction becomes one with it, at the new version.
 */
export async function writeCorrection(
  tx: EntityManager,
  transcript: Transcript,
  changes: ChangeSet,
  { kind, author, reverts, continues }: CorrectionTitle,
): Promise<WrittenCorrection> {
  const { id: transcriptId, workspaceId, recordingId } = transcript;
  const gone = changes.segments.filter(({ after }) => after === null);
  const come = changes.segments.filter(({ before }) => before === null);
  const changed = changes.segments.filter(({ before, after }) => before !== null && after !== null);
  for (const batch of batches(gone))
    await tx.query(
      'delete from transcript.segment where id = any($3::uuid[]) and transcript_id = $2 and workspace_id = $1',
      [workspaceId, transcriptId, batch.map(({ segmentId }) => segmentId)],
    );
  for (const batch of batches(changed))
    await tx.query(UPDATE, [workspaceId, transcriptId, JSON.stringify(rowsOf(batch))]);
  // What comes back has a higher version than it ever had: none is above its transcript's.
  for (const batch of batches(come))
    await insertSegments(tx, transcript, rowsOf(batch), { version: transcript.version + 1 });
  const speakers: SpeakerChange[] = [];
  for (const change of changes.speakers) speakers.push(await updateSpeaker(tx, transcript, change));
  if (changes.segments.some(countsForSpeakers)) await countSpeakers(tx, transcript);

  const version = await nextVersion(tx, transcript, {
    words: sumOf(changes.segments, ({ words }) => words?.length ?? 0),
    segments: come.length - gone.length,
  });
  const made = { segments: changes.segments, speakers };
  const whole = continues ? fold([continues, made]) : made;
  const correction = Object.assign(new Correction(), {
    id: continues?.id ?? newId(),
    workspaceId,
    transcriptId,
    recordingId,
    version,
    kind,
    author,
    reverts: reverts ?? null,
    segments: [...whole.segments],
    speakers: [...whole.speakers],
    saves: continues ? savesOf(continues) : [],
    createdAt: new Date(),
  });
  await tx.upsert(Correction, correction, ['id']);
  const change: TranscriptChangedPayload = {
    workspaceId,
    recordingId,
    transcriptId,
    version,
    runId: null,
    reason: kind,
    segmentIds: changes.speakers.length > 0 ? null : changes.segments.map(({ segmentId }) => segmentId),
  };
  return { correction, change };
}

/** How much `count` grew. Of a change only what differs is known, on both sides. */
const sumOf = (segments: readonly SegmentChange[], count: (state: Partial<SegmentState>) => number): number =>
  segments.reduce(
    (sum, { before, after }) => sum + (after ? count(after) : 0) - (before ? count(before) : 0),
    0,
  );

const countsForSpeakers = ({ before, after }: SegmentChange): boolean =>
  before === null ||
  after === null ||
  after.speakerId !== undefined ||
  after.startMs !== undefined ||
  after.endMs !== undefined;

function* batches<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
}

const rowsOf = (changes: readonly SegmentChange[]) =>
  changes.map(({ segmentId, after }) => ({
    id: segmentId,
    ...after,
    ...(after?.text !== undefined && { searchText: foldText(after.text) }),
  }));

/** @returns the change as it was made */
async function updateSpeaker(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
  { speakerId, before, after }: SpeakerChange,
): Promise<SpeakerChange> {
  const { name, absent, profileId } = after;
  const speaker = await tx.findOneByOrFail(Speaker, { id: speakerId, transcriptId, workspaceId });
  // Gone meanwhile, one with another, or called otherwise: what a correction brings back is who they are today, and a known
  // person is called as they are everywhere.
  const person = profileId === undefined && name !== undefined ? speaker.profileId : profileId;
  const profile = person ? await presentProfile(tx, workspaceId, person) : null;
  const given = profile?.name ?? name;
  const back = absent === false && speaker.joinedInto !== null;
  const joinedInto = back ? null : after.joinedInto;
  const made = {
    ...(given !== undefined && { name: given }),
    ...(absent !== undefined && { absent }),
    ...(joinedInto !== undefined && { joinedInto }),
    ...(profileId !== undefined && { profileId: profile?.id ?? null }),
  };
  await tx.update(
    Speaker,
    { id: speakerId, workspaceId },
    { ...made, ...(given !== undefined && nameColumns(given, speaker.position)) },
  );
  const named = given !== undefined && before.name === undefined;
  const instead = {
    ...(named && { name: speaker.name }),
    ...(back && { joinedInto: speaker.joinedInto }),
  };
  return { speakerId, before: { ...before, ...instead }, after: made };
}
