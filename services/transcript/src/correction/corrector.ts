import { inTransaction, isId, type Context, type JobQueue } from '@colloquy/subgraph';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { Segment } from '../segment/segment.entity.ts';
import { segmentConflict, segmentNotFound, segmentSuperseded } from '../segment/segment.errors.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { speakerNotFound } from '../speaker/speaker.errors.ts';
import { followVoices } from '../speaker-profile/refresh-voices.service.ts';
import { decideByCorrection } from '../speaker-profile/speaker-decision.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { TranscriptEvents } from '../transcript/transcript-events.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import { lockTranscript } from '../transcript/transcript-version.ts';
import type { ChangeSet } from './change-set.ts';
import { tooManySegments, transcriptNotFound } from './correction.errors.ts';
import type { Correction, CorrectionKind } from './correction.entity.ts';
import { writeCorrection } from './correction-writer.ts';
import { lastCorrectionOf } from './last-correction.ts';

/** A segment and the version of it that the correction was made on. */
export interface SeenSegment {
  segmentId: string;
  expectedVersion: number;
}

/** What a correction is to do, worked out on a locked transcript; null when that changes nothing. */
export interface Plan {
  kind: CorrectionKind;
  changes: ChangeSet;
  reverts?: string;
  /** A correction that becomes one with this. */
  continues?: Correction;
}

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

  /** Of the current transcript of a recording. */
  async recording(
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

  /** Of a speaker, and what they say. */
  speaker(
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

  /** @throws ExpectedError when there is none */
  async currentOf(recordingId: string, context: Context): Promise<Transcript> {
    const transcript = await this.finder.byRecording(recordingId, context);
    if (!transcript) throw transcriptNotFound(recordingId);
    return transcript;
  }

  /** In one transaction: the correction, its trace and its event. @returns null when there was nothing to change */
  async run(
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
        await followVoices(tx, this.jobs, made.change);
      return made;
    });
    if (!written) return null;
    this.events.announce(written.change);
    return written.correction;
  }
}
