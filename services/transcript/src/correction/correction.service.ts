import { MAX_SEGMENT_LENGTH } from '@colloquy/contracts';
import { inTransaction, isId, newId, type Context, type JobQueue } from '@colloquy/subgraph';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { alignWords } from '../segment/align-words.ts';
import { cleanText } from '../segment/clean-text.ts';
import { Segment } from '../segment/segment.entity.ts';
import {
  segmentConflict,
  segmentNotFound,
  segmentSuperseded,
  segmentTextEmpty,
  segmentTextTooLong,
} from '../segment/segment.errors.ts';
import { storeWords } from '../segment/word.ts';
import { readSpeakerName } from '../speaker/speaker-name.ts';
import { nameColumns, Speaker } from '../speaker/speaker.entity.ts';
import { speakerNotFound } from '../speaker/speaker.errors.ts';
import { followVoices } from '../speaker-profile/refresh-voices.service.ts';
import { decideByCorrection } from '../speaker-profile/speaker-decision.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { TranscriptEvents } from '../transcript/transcript-events.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import { lockTranscript } from '../transcript/transcript-version.ts';
import {
  inverse,
  NOTHING,
  type ChangeSet,
  type SegmentChange,
  type SegmentState,
  type SpeakerChange,
} from './change-set.ts';
import {
  correctionNotFound,
  correctionOverlaid,
  nothingReplaced,
  nothingToFind,
  replacementUnfit,
  sameSpeaker,
  segmentsNotAdjacent,
  splitPlaceInvalid,
  tooFewSegments,
  tooManySegments,
  transcriptMoved,
  transcriptNotFound,
} from './correction.errors.ts';
import { Correction, CorrectionKind } from './correction.entity.ts';
import { writeCorrection } from './correction-writer.ts';
import { ReplacementPreviews } from './correction.types.ts';
import { cut, join, wordsOf, type StoredPiece } from './cut-segments.ts';
import { isStillSo } from './is-still-so.ts';
import { replaceText, type Replacement } from './replace-text.ts';
import { stateOf } from './segment-state.ts';
import { restoration } from './transcript-version.service.ts';

/** A segment and the version of it that the correction was made on. */
export interface SeenSegment {
  segmentId: string;
  expectedVersion: number;
}

export interface SpeakerChoice {
  speakerId?: string | null | undefined;
  /** Somebody who is not among the speakers yet; empty for one without a name. */
  newSpeakerName?: string | null | undefined;
}

export interface ReplaceRequest extends Replacement {
  recordingId: string;
  /** Only in these; everywhere unless given. */
  segmentIds?: readonly string[] | null | undefined;
  /** Of the transcript, as the preview was made of; whatever there is now unless given. */
  expectedVersion?: number | null | undefined;
}

interface CheckedReplacement extends Replacement {
  only: string[] | null;
}

/** What a correction is to do, worked out on a locked transcript; null when that changes nothing. */
interface Plan {
  kind: CorrectionKind;
  changes: ChangeSet;
  reverts?: string;
}

/** Segments named at once; speakers are merged and words replaced however many it takes. */
const MAX_NAMED = 500;
const MAX_PREVIEWED = 200;
/** Characters to look for, and to put in their place. */
const MAX_REPLACED = 1_000;

/** Every change that people make to transcripts. Each is kept, tells everybody, and can be undone. */
export class CorrectionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: TranscriptEvents,
    private readonly finder: Pick<TranscriptFinder, 'byRecording'>,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
  ) {}

  /** Replaces a segment's text; its words are aligned to it anew. */
  editText(seen: SeenSegment, given: string, context: Context): Promise<Correction | null> {
    if (given.length > MAX_SEGMENT_LENGTH) throw segmentTextTooLong(given.length, MAX_SEGMENT_LENGTH);
    const text = cleanText(given);
    if (text === '') throw segmentTextEmpty();
    return this.correctSegments([seen], context, async (_tx, _transcript, [segment]) => {
      if (!segment || segment.text === text) return null;
      return { kind: CorrectionKind.TEXT_EDITED, changes: segmentsOnly([retold(segment, text, context)]) };
    });
  }

  /** Says who speaks in some segments: one of the transcript's speakers, or a new one. */
  assignSpeaker(
    seen: readonly SeenSegment[],
    choice: SpeakerChoice,
    context: Context,
  ): Promise<Correction | null> {
    return this.correctSegments(seen, context, async (tx, transcript, segments) => {
      const { speakerId, speakers } = await chosenSpeaker(tx, transcript, choice);
      const changed = segments
        .filter((segment) => segment.speakerId !== speakerId)
        .map((segment) => changeOf(segment, { speakerId }, context));
      if (changed.length === 0) return null;
      return { kind: CorrectionKind.SPEAKER_ASSIGNED, changes: { segments: changed, speakers } };
    });
  }

  /** Makes two segments of one; the second begins with word number `beforeWord`. */
  split(
    seen: SeenSegment,
    beforeWord: number,
    choice: SpeakerChoice,
    context: Context,
  ): Promise<Correction | null> {
    return this.correctSegments([seen], context, async (tx, transcript, [segment]) => {
      if (!segment) return null;
      const count = wordsOf(segment).length;
      if (beforeWord < 1 || beforeWord >= count) throw splitPlaceInvalid(count);
      const [head, tail] = cut(segment, beforeWord);
      if (head.text === '' || tail.text === '') throw splitPlaceInvalid(count);
      const chosen = isChoice(choice)
        ? await chosenSpeaker(tx, transcript, choice)
        : { speakerId: segment.speakerId, speakers: [] };
      const place = await placeAfter(tx, segment);
      const second: SegmentState = { ...tail, ...edit(context), place, speakerId: chosen.speakerId };
      return {
        kind: CorrectionKind.SEGMENT_SPLIT,
        changes: {
          segments: [changeOf(segment, head, context), { segmentId: newId(), before: null, after: second }],
          speakers: chosen.speakers,
        },
      };
    });
  }

  /** Makes one segment of several that follow each other, spoken by who speaks the first. */
  merge(seen: readonly SeenSegment[], context: Context): Promise<Correction | null> {
    if (new Set(seen.map(({ segmentId }) => segmentId)).size < 2) throw tooFewSegments();
    return this.correctSegments(seen, context, async (tx, transcript, segments) => {
      await checkAdjacent(tx, transcript, segments);
      const [first, ...rest] = segments;
      if (!first) return null;
      const whole = join(segments);
      if (whole.text.length > MAX_SEGMENT_LENGTH)
        throw segmentTextTooLong(whole.text.length, MAX_SEGMENT_LENGTH);
      return {
        kind: CorrectionKind.SEGMENTS_MERGED,
        changes: segmentsOnly([
          changeOf(first, { ...whole, words: storeWords(whole.words) }, context),
          ...rest.map(removalOf),
        ]),
      };
    });
  }

  /** Takes segments away, where an engine heard words and nobody speaks. */
  remove(seen: readonly SeenSegment[], context: Context): Promise<Correction | null> {
    return this.correctSegments(seen, context, async (_tx, _transcript, segments) => ({
      kind: CorrectionKind.SEGMENTS_REMOVED,
      changes: segmentsOnly(segments.map(removalOf)),
    }));
  }

  /** Moves words from the end of the first of two neighbours to the second; the other way when negative. */
  moveBoundary(
    seen: readonly [SeenSegment, SeenSegment],
    words: number,
    context: Context,
  ): Promise<Correction | null> {
    return this.correctSegments(seen, context, async (tx, transcript, segments) => {
      await checkAdjacent(tx, transcript, segments);
      const [first, second] = segments;
      if (!first || !second) return null;
      if (words === 0) return null;
      const whole = join([first, second]);
      const beforeWord = wordsOf(first).length - words;
      if (beforeWord < 1 || beforeWord >= whole.words.length) throw segmentTextEmpty();
      const [head, tail] = cut(whole, beforeWord);
      return {
        kind: CorrectionKind.BOUNDARY_MOVED,
        changes: segmentsOnly([changeOf(first, head, context), changeOf(second, tail, context)]),
      };
    });
  }

  /** Gives all that one speaker says to another, whose name stays. */
  mergeSpeakers(speakerId: string, intoSpeakerId: string, context: Context): Promise<Correction | null> {
    if (speakerId === intoSpeakerId) throw sameSpeaker();
    return this.correctSpeaker(speakerId, context, async (tx, { id: transcriptId, workspaceId }, speaker) => {
      const into = isId(intoSpeakerId)
        ? await tx.findOneBy(Speaker, { id: intoSpeakerId, transcriptId, workspaceId, absent: false })
        : null;
      if (!into) throw speakerNotFound(intoSpeakerId);
      const said = await tx.find(Segment, {
        select: { id: true, speakerId: true, editedAt: true, editedBy: true },
        where: { transcriptId, workspaceId, speakerId },
      });
      return {
        kind: CorrectionKind.SPEAKERS_MERGED,
        changes: {
          segments: said.map((segment) => changeOf(segment, { speakerId: into.id }, context)),
          speakers: [
            { speakerId, before: { absent: false }, after: { absent: true } },
            ...personOf(speaker, into),
          ],
        },
      };
    });
  }

  /** Gives a speaker a name, or takes it away. */
  renameSpeaker(
    speakerId: string,
    given: string | null | undefined,
    context: Context,
  ): Promise<Correction | null> {
    const name = readSpeakerName(given);
    return this.correctSpeaker(speakerId, context, async (_tx, _transcript, speaker) => {
      if (speaker.name === name) return null;
      // Called otherwise, they are not the person they were taken for.
      const { profileId } = speaker;
      const change = {
        speakerId,
        before: { name: speaker.name, ...(profileId && { profileId }) },
        after: { name, ...(profileId && { profileId: null }) },
      };
      return { kind: CorrectionKind.SPEAKER_RENAMED, changes: { segments: [], speakers: [change] } };
    });
  }

  /** Replaces words wherever they stand, or in some segments only. */
  replaceText(request: ReplaceRequest, context: Context): Promise<Correction | null> {
    const wanted = checked(request);
    return this.correctRecording(request.recordingId, context, async (tx, transcript) => {
      const { version } = transcript;
      if ((request.expectedVersion ?? version) !== version) throw transcriptMoved(version);
      const changed = await replacedSegments(tx, transcript, wanted);
      const segments = changed.map(({ segment, text }) => retold(segment, text, context));
      return { kind: CorrectionKind.TEXT_REPLACED, changes: segmentsOnly(segments) };
    });
  }

  /** What `replaceText` would change. */
  async previewReplacement(request: ReplaceRequest, context: Context): Promise<ReplacementPreviews> {
    const wanted = checked(request);
    const transcript = await this.currentOf(request.recordingId, context);
    const changed = await replacedSegments(this.dataSource.manager, transcript, wanted);
    return Object.assign(new ReplacementPreviews(), {
      version: transcript.version,
      totalCount: changed.length,
      segments: changed.slice(0, MAX_PREVIEWED).map(({ segment, text }) => ({
        segmentId: segment.id,
        startMs: segment.startMs,
        before: segment.text,
        after: text,
      })),
    });
  }

  /** Brings a transcript back to one of its versions. */
  restore(recordingId: string, version: number, context: Context): Promise<Correction | null> {
    return this.correctRecording(recordingId, context, async (tx, transcript) => {
      const changes = await restoration(tx, transcript, version);
      const same = changes.segments.length === 0 && changes.speakers.length === 0;
      return same ? null : { kind: CorrectionKind.RESTORED, changes };
    });
  }

  /** Takes a correction back, unless what it changed has been changed again. Undoing an undoing brings it again. */
  undo(correctionId: string, context: Context): Promise<Correction | null> {
    const { workspaceId } = context;
    return this.run(context, async (tx) => {
      const known = isId(correctionId)
        ? await tx.findOneBy(Correction, { id: correctionId, workspaceId })
        : null;
      const transcript = known && (await lockTranscript(tx, workspaceId, known.transcriptId));
      if (!known || !transcript) throw correctionNotFound(correctionId);
      if (!transcript.isCurrent) throw segmentSuperseded();
      const changes = inverse(known);
      if (!(await isStillSo(tx, transcript, known))) throw correctionOverlaid();
      return { transcript, plan: { kind: CorrectionKind.UNDONE, changes, reverts: known.id } };
    });
  }

  private correctSegments(
    seen: readonly SeenSegment[],
    context: Context,
    plan: (tx: EntityManager, transcript: Transcript, segments: Segment[]) => Promise<Plan | null>,
  ): Promise<Correction | null> {
    if (seen.length > MAX_NAMED) throw tooManySegments(MAX_NAMED);
    const { workspaceId } = context;
    return this.run(context, async (tx) => {
      const [{ segmentId } = { segmentId: '' }] = seen;
      const known = isId(segmentId) ? await tx.findOneBy(Segment, { id: segmentId, workspaceId }) : null;
      // The transcript first, always: whoever changes one waits here, so versions have no gaps and nothing deadlocks.
      const transcript = known && (await lockTranscript(tx, workspaceId, known.transcriptId));
      if (!transcript) throw segmentNotFound(segmentId);
      if (!transcript.isCurrent) throw segmentSuperseded();
      const segments = await tx.find(Segment, {
        where: {
          id: In(seen.map((one) => one.segmentId).filter(isId)),
          transcriptId: transcript.id,
          workspaceId,
        },
        order: { place: 'ASC' },
      });
      const found = new Map(segments.map((segment) => [segment.id, segment]));
      for (const one of seen) {
        const segment = found.get(one.segmentId);
        if (!segment) throw segmentNotFound(one.segmentId);
        if (segment.version !== one.expectedVersion) throw segmentConflict(segment);
      }
      return { transcript, plan: await plan(tx, transcript, segments) };
    });
  }

  private async currentOf(recordingId: string, context: Context): Promise<Transcript> {
    const transcript = await this.finder.byRecording(recordingId, context);
    if (!transcript) throw transcriptNotFound(recordingId);
    return transcript;
  }

  private async correctRecording(
    recordingId: string,
    context: Context,
    plan: (tx: EntityManager, transcript: Transcript) => Promise<Plan | null>,
  ): Promise<Correction | null> {
    const { id } = await this.currentOf(recordingId, context);
    return this.run(context, async (tx) => {
      const transcript = await lockTranscript(tx, context.workspaceId, id);
      if (!transcript) throw transcriptNotFound(recordingId);
      if (!transcript.isCurrent) throw segmentSuperseded();
      return { transcript, plan: await plan(tx, transcript) };
    });
  }

  private correctSpeaker(
    speakerId: string,
    context: Context,
    plan: (tx: EntityManager, transcript: Transcript, speaker: Speaker) => Promise<Plan | null>,
  ): Promise<Correction | null> {
    const { workspaceId } = context;
    return this.run(context, async (tx) => {
      const where = { id: speakerId, workspaceId, absent: false };
      const known = isId(speakerId) ? await tx.findOneBy(Speaker, where) : null;
      const transcript = known && (await lockTranscript(tx, workspaceId, known.transcriptId));
      const speaker = transcript && (await tx.findOneBy(Speaker, where));
      if (!speaker || !transcript) throw speakerNotFound(speakerId);
      if (!transcript.isCurrent) throw segmentSuperseded();
      return { transcript, plan: await plan(tx, transcript, speaker) };
    });
  }

  /** In one transaction: the correction, its trace and its event. @returns null when there was nothing to change */
  private async run(
    { viewer }: Context,
    work: (tx: EntityManager) => Promise<{ transcript: Transcript; plan: Plan | null }>,
  ): Promise<Correction | null> {
    const written = await inTransaction(this.dataSource, async (tx) => {
      const { transcript, plan } = await work(tx);
      if (!plan) return null;
      const { changes, ...title } = plan;
      const made = await writeCorrection(tx, transcript, changes, { ...title, author: viewer.name });
      await this.events.publish(tx, made.change);
      await decideByCorrection(tx, transcript, changes.speakers, viewer.name);
      if (made.change.reason !== 'text-edited' && made.change.reason !== 'text-replaced')
        await followVoices(tx, this.jobs, transcript.workspaceId, transcript.recordingId);
      return made;
    });
    if (!written) return null;
    this.events.announce(written.change);
    return written.correction;
  }
}

const segmentsOnly = (segments: readonly SegmentChange[]): ChangeSet => ({ ...NOTHING, segments });

const removalOf = (segment: Segment): SegmentChange => ({
  segmentId: segment.id,
  before: stateOf(segment),
  after: null,
});

const edit = ({ viewer }: Context) => ({ editedAt: new Date().toISOString(), editedBy: viewer.name });

/** The segment with other text, its words aligned to it. */
const retold = (segment: Segment, text: string, context: Context): SegmentChange =>
  changeOf(segment, { text, words: storeWords(alignWords(segment.words, text, segment)) }, context);

/** Only the fields that differ, beside who changed it and when. */
function changeOf(
  segment: Segment,
  to: Partial<StoredPiece & { speakerId: string }>,
  context: Context,
): SegmentChange {
  const from: Partial<Record<string, unknown>> = {
    speakerId: segment.speakerId,
    startMs: segment.startMs,
    endMs: segment.endMs,
    text: segment.text,
    words: to.words && storeWords(segment.words),
  };
  const differing = Object.entries(to).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(from[field]),
  );
  return {
    segmentId: segment.id,
    before: {
      ...Object.fromEntries(differing.map(([field]) => [field, from[field]])),
      editedAt: segment.editedAt?.toISOString() ?? null,
      editedBy: segment.editedBy,
    },
    after: { ...Object.fromEntries(differing), ...edit(context) },
  };
}

/** Who stays is the known person who goes, unless they are somebody already. */
function personOf({ profileId, name }: Speaker, into: Speaker): SpeakerChange[] {
  if (!profileId || into.profileId !== null || into.name !== null) return [];
  const before = { profileId: null, name: null };
  return [{ speakerId: into.id, before, after: { profileId, name } }];
}

const isChoice = ({ speakerId, newSpeakerName }: SpeakerChoice): boolean =>
  Boolean(speakerId) || typeof newSpeakerName === 'string';

/** A speaker of the transcript; a new one gets a row here that is absent until the correction is written. */
async function chosenSpeaker(
  tx: EntityManager,
  { id: transcriptId, workspaceId, recordingId }: Transcript,
  { speakerId, newSpeakerName }: SpeakerChoice,
): Promise<{ speakerId: string; speakers: ChangeSet['speakers'] }> {
  if (speakerId) {
    const known = isId(speakerId)
      ? await tx.findOneBy(Speaker, { id: speakerId, transcriptId, workspaceId, absent: false })
      : null;
    if (!known) throw speakerNotFound(speakerId);
    return { speakerId, speakers: [] };
  }
  const name = readSpeakerName(newSpeakerName);
  const [{ position }]: [{ position: number }] = await tx.query(
    'select coalesce(max(position) + 1, 0) as position from transcript.speaker where transcript_id = $1 and workspace_id = $2',
    [transcriptId, workspaceId],
  );
  const id = newId();
  await tx.insert(Speaker, {
    id,
    workspaceId,
    transcriptId,
    recordingId,
    position,
    label: `SPEAKER_${String(position).padStart(2, '0')}`,
    ...nameColumns(name, position),
    profileId: null,
    talkTimeMs: 0,
    share: 0,
    segmentCount: 0,
    suggestedRole: null,
    absent: true,
  });
  return { speakerId: id, speakers: [{ speakerId: id, before: { absent: true }, after: { absent: false } }] };
}

/** A place between a segment and the one that follows it. Multiplied, not divided: `numeric` keeps every digit then. */
async function placeAfter(tx: EntityManager, { transcriptId, workspaceId, place }: Segment): Promise<string> {
  const [row]: { place: string }[] = await tx.query(
    `select ($3::numeric + coalesce(min(place), $3::numeric + 2)) * 0.5 as place from transcript.segment
      where transcript_id = $1 and workspace_id = $2 and place > $3::numeric`,
    [transcriptId, workspaceId, place],
  );
  if (!row) throw new Error('an aggregate gives one row');
  return row.place;
}

async function checkAdjacent(
  tx: EntityManager,
  { id, workspaceId }: Transcript,
  segments: readonly Segment[],
): Promise<void> {
  const [row]: { between: number }[] = await tx.query(
    `select count(*)::int as between from transcript.segment
      where transcript_id = $1 and workspace_id = $2 and place between $3::numeric and $4::numeric`,
    [id, workspaceId, segments[0]?.place, segments.at(-1)?.place],
  );
  if (row?.between !== segments.length) throw segmentsNotAdjacent();
}

function checked({
  find,
  replacement,
  matchCase,
  wholeWords,
  segmentIds,
}: ReplaceRequest): CheckedReplacement {
  if (cleanText(find) === '') throw nothingToFind();
  for (const { length } of [find, replacement])
    if (length > MAX_REPLACED) throw segmentTextTooLong(length, MAX_REPLACED);
  return {
    find: cleanText(find),
    replacement: cleanText(replacement),
    matchCase,
    wholeWords,
    only: segmentIds?.filter(isId) ?? null,
  };
}

/** @throws ExpectedError when there is none, or one would be left without text or become too long */
async function replacedSegments(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
  { only, ...replacement }: CheckedReplacement,
): Promise<{ segment: Segment; text: string }[]> {
  const segments = await tx.find(Segment, {
    where: { transcriptId, workspaceId, ...(only && { id: In(only) }) },
    order: { place: 'ASC' },
  });
  const changed = segments.flatMap((segment) => {
    const replaced = replaceText(segment.text, replacement);
    const text = replaced === null ? segment.text : cleanText(replaced);
    if (text === segment.text) return [];
    if (text === '' || text.length > MAX_SEGMENT_LENGTH) throw replacementUnfit(segment.startMs, text === '');
    return [{ segment, text }];
  });
  if (changed.length === 0) throw nothingReplaced(replacement.find);
  return changed;
}
