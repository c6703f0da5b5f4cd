import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { inTransaction, isId, newId, type Context, type JobQueue, type Problem } from '@colloquy/subgraph';
import { ExpectedError } from '@colloquy/subgraph';
import { In, IsNull, type DataSource, type EntityManager } from 'typeorm';
import { RecordingRef } from '../recording/recording-ref.entity.ts';
import { Segment } from '../segment/segment.entity.ts';
import { segmentNotFound } from '../segment/segment.errors.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { Transcript } from '../transcript/transcript.entity.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import { ProfileEnrolment } from './profile-enrolment.entity.ts';
import { NO_CHANGES, type ProfileChangeSet } from './profile-change-set.ts';
import type { ProfileChangeRunner } from './profile-change.runner.ts';
import { lockProfiles, profileOf } from './profile-lock.ts';
import { profileNameFrom } from './profile-name.ts';
import { SpeakerProfileChangeKind } from './speaker-profile-change.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import {
  enrolmentNotFound,
  enrolmentRecordingNotFound,
  enrolmentSegmentsInvalid,
  enrolmentSeveralSpeakers,
} from './speaker-profile.errors.ts';
import type { SpeakerProfileService } from './speaker-profile.service.ts';
import { VoiceSample, VoiceSampleOrigin, type VoiceInterval } from './voice-sample.entity.ts';
import { requestVoices } from './voice-request.ts';
import { withoutSample } from './voice-samples.ts';

const MAX_SEGMENTS = 200;
/** Kept to be played; a minute of them is listened to. */
const MAX_INTERVALS = 30;
const MIN_SPEECH_MS = 1_000;
/** Events of a recording that was made take less, unless a service is down. */
const HEARD_OF_WITHIN_MS = 5_000;
const LOOK_AGAIN_MS = 100;

/** Adds speech to profiles that no speaker's vector stands for: chosen segments, and clips recorded for it. */
export class EnrolmentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly runner: Pick<ProfileChangeRunner, 'run'>,
    private readonly jobs: Pick<JobQueue, 'publish'>,
    private readonly finder: Pick<TranscriptFinder, 'segment'>,
    private readonly profiles: Pick<SpeakerProfileService, 'assign'>,
  ) {}

  /**
   * Segments of one recording become a sample; it counts as soon as it has been listened to. What a person is known by
   * already is not added again.
   */
  async enrolSegments(profileId: string, segmentIds: readonly string[], context: Context): Promise<void> {
    const segments = await this.segmentsOf(segmentIds, context);
    await this.runner.run(context, async (tx) => {
      await lockProfiles(tx, context.workspaceId);
      await profileOf(tx, context.workspaceId, profileId);
      const same = await samplesOf(tx, context.workspaceId, segments, profileId);
      if (same.some(({ outdated }) => !outdated)) return null;
      const samples = [...same.map(withoutSample), await this.sampleOf(tx, segments, profileId, context)];
      const changes = { ...NO_CHANGES, samples };
      return { kind: SpeakerProfileChangeKind.ENROLLED, profileId, changes };
    });
  }

  /** A new person, known by segments. @returns the profile's id */
  async createOf(given: string, segmentIds: readonly string[], context: Context): Promise<string> {
    const name = profileNameFrom(given);
    const { workspaceId } = context;
    const segments = await this.segmentsOf(segmentIds, context);
    const profileId = newId();
    await this.runner.run(context, async (tx) => {
      await lockProfiles(tx, workspaceId);
      const now = new Date();
      // The row first: samples refer to it.
      const owner = { workspaceId, name, searchName: '', createdAt: now, updatedAt: now };
      await tx.insert(SpeakerProfile, { id: profileId, ...owner });
      const samples = [await this.sampleOf(tx, segments, profileId, context)];
      const profiles = [{ profileId, before: null, after: { name, createdAt: now.toISOString() } }];
      return {
        kind: SpeakerProfileChangeKind.CREATED,
        profileId,
        changes: { ...NO_CHANGES, profiles, samples },
      };
    });
    return profileId;
  }

  /** Whoever speaks alone in a recording is this person, now or as soon as it has been processed. */
  async enrolRecording(profileId: string, recordingId: string, context: Context): Promise<void> {
    const { workspaceId, viewer } = context;
    await this.hearOf(recordingId, context);
    await inTransaction(this.dataSource, async (tx) => {
      await lockProfiles(tx, workspaceId);
      await profileOf(tx, workspaceId, profileId);
      if (!(await isVisible(tx, workspaceId, recordingId))) throw enrolmentRecordingNotFound(recordingId);
      await tx.upsert(
        ProfileEnrolment,
        { profileId, recordingId, workspaceId, author: viewer.name, problem: null, createdAt: new Date() },
        ['profileId', 'recordingId'],
      );
    });
    const [problem] = await this.settle(workspaceId, recordingId);
    if (problem) throw new ExpectedError(problem);
  }

  /** Takes back that a recording is to become a sample: one that waits, or that could not be. */
  async cancel(profileId: string, recordingId: string, { workspaceId }: Context): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      await lockProfiles(tx, workspaceId);
      await profileOf(tx, workspaceId, profileId);
      const waiting = isId(recordingId) ? { profileId, recordingId, workspaceId } : null;
      const { affected } = waiting ? await tx.delete(ProfileEnrolment, waiting) : { affected: 0 };
      if (!affected) throw enrolmentNotFound();
    });
  }

  /** Carries out what waited for a recording's transcript. @returns why some could not be */
  async settle(workspaceId: string, recordingId: string): Promise<Problem[]> {
    const { manager } = this.dataSource;
    const waiting = await manager.findBy(ProfileEnrolment, { workspaceId, recordingId });
    if (waiting.length === 0) return [];
    const transcript = await manager.findOneBy(Transcript, { workspaceId, recordingId, isCurrent: true });
    if (!transcript) return [];
    const speakers = await manager.findBy(Speaker, {
      transcriptId: transcript.id,
      workspaceId,
      absent: false,
    });
    const [only, ...others] = speakers.filter(({ segmentCount }) => segmentCount > 0);
    const problems: Problem[] = [];
    for (const { profileId, author } of waiting) {
      const where = { profileId, recordingId, workspaceId };
      try {
        if (!only || others.length > 0) throw enrolmentSeveralSpeakers(speakers.length);
        await this.profiles.assign({ speakerId: only.id }, profileId, {
          workspaceId,
          viewer: { id: '', name: author },
        });
        await manager.delete(ProfileEnrolment, where);
      } catch (error) {
        if (!(error instanceof ExpectedError)) throw error;
        problems.push(error.problem);
        await manager.update(ProfileEnrolment, where, { problem: error.problem });
      }
    }
    return problems;
  }

  /** Whoever has just made a recording may know of it a moment before this service does. */
  private async hearOf(recordingId: string, { workspaceId }: Context): Promise<void> {
    const known = () => this.dataSource.manager.existsBy(RecordingRef, { recordingId, workspaceId });
    const until = Date.now() + HEARD_OF_WITHIN_MS;
    while (isId(recordingId) && !(await known()) && Date.now() < until) await setTimeout(LOOK_AGAIN_MS);
  }

  /** @throws ExpectedError unless they are of one recording and long enough */
  private async segmentsOf(segmentIds: readonly string[], context: Context): Promise<Segment[]> {
    if (segmentIds.length === 0 || segmentIds.length > MAX_SEGMENTS)
      throw enrolmentSegmentsInvalid(`Choose 1 to ${MAX_SEGMENTS} segments.`);
    const segments = await Promise.all(
      [...new Set(segmentIds)].map(async (id) => {
        const segment = isId(id) ? await this.finder.segment(id, context) : null;
        if (!segment) throw segmentNotFound(id);
        return segment;
      }),
    );
    if (new Set(segments.map(({ transcriptId }) => transcriptId)).size > 1)
      throw enrolmentSegmentsInvalid('The segments are of several recordings.');
    if (speechOf(segments) < MIN_SPEECH_MS)
      throw enrolmentSegmentsInvalid('The segments hold less than a second.');
    return segments;
  }

  /** Makes the sample, one that does not count until a change says so, and has it listened to. */
  private async sampleOf(
    tx: EntityManager,
    segments: readonly Segment[],
    profileId: string,
    { workspaceId, viewer }: Context,
  ): Promise<ProfileChangeSet['samples'][number]> {
    const [{ recordingId } = { recordingId: '' }] = segments;
    const id = newId();
    const now = new Date();
    const intervals = longest(segments);
    await tx.insert(VoiceSample, {
      id,
      workspaceId,
      profileId,
      recordingId,
      speakerId: await speakerOf(tx, workspaceId, segments, profileId),
      origin: VoiceSampleOrigin.CONFIRMED,
      intervals,
      speechMs: speechOf(segments),
      addedBy: viewer.name,
      createdAt: now,
      removedAt: now,
    });
    const about = { workspaceId, recordingId, reembedding: false };
    await requestVoices(tx, this.jobs, about, [{ of: 'sample', id, intervals }]);
    return { sampleId: id, before: { profileId, removed: true }, after: { profileId, removed: false } };
  }
}

const speechOf = (segments: readonly VoiceInterval[]): number =>
  segments.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);

const longest = (segments: readonly Segment[]): VoiceInterval[] =>
  segments
    .toSorted((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs))
    .slice(0, MAX_INTERVALS)
    .map(({ startMs, endMs }) => ({ startMs, endMs }))
    .toSorted((a, b) => a.startMs - b.startMs);

/** Those of a profile that are of just these segments, unless they could not be listened to. */
async function samplesOf(
  tx: EntityManager,
  workspaceId: string,
  segments: readonly Segment[],
  profileId: string,
): Promise<VoiceSample[]> {
  const recordingId = segments[0]?.recordingId ?? '';
  const intervals = longest(segments);
  const kept = { removedAt: IsNull(), problem: IsNull() };
  const samples = await tx.findBy(VoiceSample, { workspaceId, profileId, recordingId, ...kept });
  return samples.filter((sample) => isDeepStrictEqual(sample.intervals, intervals));
}

/** Their speaker where that is this person: the sample then follows corrections. */
async function speakerOf(
  tx: EntityManager,
  workspaceId: string,
  segments: readonly Segment[],
  profileId: string,
): Promise<string | null> {
  const ids = [...new Set(segments.map(({ speakerId }) => speakerId))];
  const found = await tx.findBy(Speaker, { id: In(ids), workspaceId, profileId });
  return found.length === 1 && ids.length === 1 ? (found[0]?.id ?? null) : null;
}

/** One that waits to be purged is answered as if it were gone. */
async function isVisible(tx: EntityManager, workspaceId: string, recordingId: string): Promise<boolean> {
  return isId(recordingId) && tx.existsBy(RecordingRef, { recordingId, workspaceId, hidden: false });
}
