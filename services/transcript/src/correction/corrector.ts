import { inTransaction, isId, type Context, type JobQueue } from '@colloquy/subgraph';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { Segment } from '../segment/segment.entity.ts';
import { segmentConflict, segmentNotFound, segmentSuperseded } from '../segment/segment.errors.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { noteCorrectedPeople } from '../speaker-profile/corrected-people.ts';
import type { EvidenceChanges } from '../speaker-profile/people-of-version.ts';
import { followVoices } from '../speaker-profile/refresh-voices.service.ts';
import { lockSpeaker } from '../speaker-profile/speaker-links.ts';
import type { DecisionChange } from '../speaker-profile/profile-change-set.ts';
import { decideByCorrection } from '../speaker-profile/speaker-decision.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { TranscriptEvents } from '../transcript/transcript-events.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import { lockTranscript } from '../transcript/transcript-version.ts';
import { inverse, type ChangeSet } from './change-set.ts';
import {
  correctionNotFound,
  correctionOverlaid,
  tooManySegments,
  transcriptMoved,
  transcriptNotFound,
} from './correction.errors.ts';
import { Correction, CorrectionKind } from './correction.entity.ts';
import { writeCorrection, type WrittenCorrection } from './correction-writer.ts';
import { isStillSo } from './is-still-so.ts';
import { checkSpeaker, lastCorrectionOf } from './last-correction.ts';

/** A segment and the version of it that the correction was made on. */
export interface SeenSegment {
  segmentId: string;
  expectedVersion: number;
}

/** A recording, and the version of its transcript that the correction was made on, if that is to count. */
export interface SeenTranscript {
  recordingId: string;
  expectedVersion?: number | null | undefined;
}

/** A speaker, and the version of them that the correction was made on, if that is to count. */
export interface SeenSpeaker {
  speakerId: string;
  expectedVersion?: number | null | undefined;
}

/** What a correction is to do, worked out on a locked transcript; null when that changes nothing. */
export interface Plan {
  kind: CorrectionKind;
  changes: ChangeSet;
  reverts?: string;
  /** A correction that becomes one with this. */
  continues?: Correction;
  /** What it brings back of known people beside who speakers are. */
  evidence?: EvidenceChanges;
}

type Made = WrittenCorrection & Pick<Plan, 'evidence'> & { decisions: DecisionChange[] };

/** Segments named at once; speakers are merged and words replaced however many it takes. */
const MAX_NAMED = 500;

/** Makes corrections of what is locked for them. Each is kept, tells everybody, and can be undone. */
export class Corrector {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: TranscriptEvents,
    private readonly finder: Pick<TranscriptFinder, 'byRecording'>,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
  ) {}

  /** Of segments in the versions that were seen; refused when somebody was faster. */
  segments(
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
        if (segment.version !== one.expectedVersion)
          throw segmentConflict(segment, await lastCorrectionOf(tx, segment));
      }
      return { transcript, plan: await plan(tx, transcript, segments) };
    });
  }

  /** Of the current transcript of a recording; refused when it is not in the version that was seen, if one is named. */
  async recording(
    { recordingId, expectedVersion }: SeenTranscript,
    context: Context,
    plan: (tx: EntityManager, transcript: Transcript) => Promise<Plan | null>,
  ): Promise<Correction | null> {
    const { id } = await this.currentOf(recordingId, context);
    return this.run(context, async (tx) => {
      const transcript = await lockTranscript(tx, context.workspaceId, id);
      if (!transcript) throw transcriptNotFound(recordingId);
      if (!transcript.isCurrent) throw segmentSuperseded();
      const { version } = transcript;
      if ((expectedVersion ?? version) !== version) throw transcriptMoved(version);
      return { transcript, plan: await plan(tx, transcript) };
    });
  }

  /** Of a speaker, and what they say; refused when somebody was faster. */
  speaker(
    { speakerId, expectedVersion }: SeenSpeaker,
    context: Context,
    plan: (tx: EntityManager, transcript: Transcript, speaker: Speaker) => Promise<Plan | null>,
  ): Promise<Correction | null> {
    return this.run(context, async (tx) => {
      const { transcript, speaker } = await lockSpeaker(tx, context.workspaceId, speakerId);
      await checkSpeaker(tx, speaker, expectedVersion);
      return { transcript, plan: await plan(tx, transcript, speaker) };
    });
  }

  /** Takes a correction back, unless what it changed has been changed again. */
  async revert(correctionId: string, context: Context): Promise<Correction | null> {
    const [undoing] = await this.revertAll([correctionId], context);
    return undoing ?? null;
  }

  /** The same of several: all of them in one transaction, or none. */
  revertAll(correctionIds: readonly string[], context: Context): Promise<Correction[]> {
    return this.runAll(context, async (tx) => {
      const { workspaceId } = context;
      const known = await tx.find(Correction, {
        where: { id: In(correctionIds.filter(isId)), workspaceId },
        order: { transcriptId: 'ASC', version: 'DESC' },
      });
      const missing = correctionIds.find((id) => known.every((one) => one.id !== id.toLowerCase()));
      if (missing !== undefined) throw correctionNotFound(missing);
      const made: Made[] = [];
      for (const one of known) {
        const transcript = await lockTranscript(tx, workspaceId, one.transcriptId);
        if (!transcript) throw correctionNotFound(one.id);
        if (!transcript.isCurrent) throw segmentSuperseded();
        if (!(await isStillSo(tx, transcript, one))) throw correctionOverlaid();
        const plan = { kind: CorrectionKind.UNDONE, changes: inverse(one), reverts: one.id };
        made.push(await this.write(tx, transcript, plan, context));
      }
      return made;
    });
  }

  /** Of speakers of several recordings, a correction each: all of them in one transaction, or none. */
  speakers(
    speakerIds: readonly string[],
    context: Context,
    plan: (speaker: Speaker) => Plan | null,
    alongWith: (tx: EntityManager) => Promise<void>,
  ): Promise<Correction[]> {
    return this.runAll(context, async (tx) => {
      const { workspaceId } = context;
      const known = await tx.find(Speaker, {
        where: { id: In([...speakerIds]), workspaceId },
        // Whoever else locks several of these transcripts does so in the same order.
        order: { transcriptId: 'ASC', id: 'ASC' },
      });
      const made: Made[] = [];
      for (const { id } of known) {
        const { transcript, speaker } = await lockSpeaker(tx, workspaceId, id);
        const planned = plan(speaker);
        if (planned) made.push(await this.write(tx, transcript, planned, context));
      }
      await alongWith(tx);
      return made;
    });
  }

  /** @throws ExpectedError when there is none */
  async currentOf(recordingId: string, context: Context): Promise<Transcript> {
    const transcript = await this.finder.byRecording(recordingId, context);
    if (!transcript) throw transcriptNotFound(recordingId);
    return transcript;
  }

  /** In one transaction: the correction, its trace and its event. @returns null when there was nothing to change */
  async run(
    context: Context,
    work: (tx: EntityManager) => Promise<{ transcript: Transcript; plan: Plan | null }>,
  ): Promise<Correction | null> {
    const [correction] = await this.runAll(context, async (tx) => {
      const { transcript, plan } = await work(tx);
      return plan ? [await this.write(tx, transcript, plan, context)] : [];
    });
    return correction ?? null;
  }

  private async runAll(
    { workspaceId }: Context,
    work: (tx: EntityManager) => Promise<Made[]>,
  ): Promise<Correction[]> {
    const written = await inTransaction(this.dataSource, async (tx) => {
      const made = await work(tx);
      return { made, isPeople: await this.notePeople(tx, made) };
    });
    for (const { change } of written.made) this.events.announce(change);
    if (written.isPeople) this.events.announceVoices(workspaceId);
    return written.made.map(({ correction }) => correction);
  }

  /** After every transcript is locked: profiles are locked for it. @returns whether known people were concerned */
  private async notePeople(tx: EntityManager, made: readonly Made[]): Promise<boolean> {
    let isPeople = false;
    for (const { correction, evidence, decisions } of made)
      if (await noteCorrectedPeople(tx, this.jobs, correction, { decisions, ...(evidence && { evidence }) }))
        isPeople = true;
    return isPeople;
  }

  private async write(
    tx: EntityManager,
    transcript: Transcript,
    { changes, evidence, ...title }: Plan,
    { viewer }: Context,
  ): Promise<Made> {
    const { workspaceId } = transcript;
    const made = await writeCorrection(tx, transcript, changes, { ...title, author: viewer.name });
    await this.events.publish(tx, made.change);
    const decided = { author: viewer.name, kind: title.kind };
    const decisions = await decideByCorrection(tx, workspaceId, changes.speakers, decided);
    if (made.change.reason !== 'text-edited' && made.change.reason !== 'text-replaced')
      await followVoices(tx, this.jobs, made.change);
    return { ...made, decisions, ...(evidence && { evidence }) };
  }
}
