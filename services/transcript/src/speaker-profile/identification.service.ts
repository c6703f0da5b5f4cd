import { speakerIdentified } from '@colloquy/contracts';
import { isDraftVoiceModel } from '@colloquy/speech';
import { inTransaction, type JobQueue } from '@colloquy/subgraph';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { CorrectionKind } from '../correction/correction.entity.ts';
import { foldText } from '../search/fold-text.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { Transcript } from '../transcript/transcript.entity.ts';
import type { TranscriptChangedPayload, TranscriptEvents } from '../transcript/transcript-events.ts';
import { lockTranscript } from '../transcript/transcript-version.ts';
import { compareVoices, confidenceOf, type FoundVoice } from './compare-voices.ts';
import type { EnrolmentService } from './enrolment.service.ts';
import { identifySpeakers } from './identification.definitions.ts';
import { ruledOut, undecided } from './open-matches.ts';
import { NO_CHANGES } from './profile-change-set.ts';
import { writeProfileChange } from './profile-change.writer.ts';
import { areProfilesOn, lockProfilesIfOn } from './profile-lock.ts';
import { followVoices } from './refresh-voices.service.ts';
import { BY_VOICE, linkOf, linkSpeaker, type LockedSpeaker } from './speaker-links.ts';
import { IdentificationOutcome, SpeakerIdentification } from './speaker-identification.entity.ts';
import { SpeakerProfileChangeKind } from './speaker-profile-change.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { isSampled, sampleOfSpeaker } from './voice-samples.ts';
import { VoiceSampleOrigin } from './voice-sample.entity.ts';
import type { VoiceSearch } from './voice-search.ts';

/** Finds out which speakers of recordings are known persons. What a person has decided is left alone. */
export class IdentificationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: TranscriptEvents,
    private readonly jobs: Pick<JobQueue, 'enqueue' | 'publish'>,
    private readonly search: VoiceSearch,
    private readonly enrolment: Pick<EnrolmentService, 'settle'>,
  ) {}

  /** Compares the speakers of a recording that nobody has named with the persons known. */
  async identify(workspaceId: string, recordingId: string): Promise<void> {
    if (!(await areProfilesOn(this.dataSource.manager, workspaceId))) return;
    await this.enrolment.settle(workspaceId, recordingId);
    this.events.announceVoices(workspaceId);
    const transcript = await this.dataSource.manager.findOneBy(Transcript, {
      recordingId,
      workspaceId,
      isCurrent: true,
    });
    if (!transcript) return;
    const speakers = await this.dataSource.manager.findBy(Speaker, {
      transcriptId: transcript.id,
      workspaceId,
      absent: false,
    });
    const open = await undecided(this.dataSource.manager, workspaceId, speakers);
    const found = await compareVoices(this.dataSource.manager, this.search, { open, speakers });
    if (found.length === 0) return;
    const told = await inTransaction(this.dataSource, (tx) => this.write(tx, transcript, found));
    for (const change of told) this.events.announce(change);
    if (told.length > 0) this.events.announceVoices(workspaceId);
    this.events.announceIdentified({ workspaceId, recordingId });
  }

  /** Has the recordings looked at again in which a person may be heard. */
  async findEverywhere(workspaceId: string, profileId: string): Promise<void> {
    if (!(await areProfilesOn(this.dataSource.manager, workspaceId))) return;
    const recordingIds = await this.search.recordingsLike(workspaceId, profileId);
    await inTransaction(this.dataSource, async (tx) => {
      for (const recordingId of recordingIds)
        await this.jobs.enqueue(tx, identifySpeakers, { workspaceId, recordingId });
    });
  }

  private async write(
    tx: EntityManager,
    { id, workspaceId }: Transcript,
    all: readonly FoundVoice[],
  ): Promise<TranscriptChangedPayload[]> {
    const transcript = await lockTranscript(tx, workspaceId, id);
    if (!transcript?.isCurrent || !(await lockProfilesIfOn(tx, workspaceId))) return [];
    const ids = all.map(({ speaker }) => speaker.id);
    const speakers = await tx.findBy(Speaker, { id: In(ids), workspaceId, absent: false });
    const open = new Map(
      (await undecided(tx, workspaceId, speakers)).map((speaker) => [speaker.id, speaker]),
    );
    const profileIds = all.flatMap(({ found }) => found.best?.profileId ?? []);
    const profiles = new Map(
      (await tx.findBy(SpeakerProfile, { id: In(profileIds), workspaceId })).map((one) => [one.id, one]),
    );
    // People may have decided since the voices were compared, also what a voice rests on.
    const isRuledOut = await ruledOut(tx, transcript);
    const told: TranscriptChangedPayload[] = [];
    for (const one of all) {
      const speaker = open.get(one.speaker.id);
      const profile = profiles.get(one.found.best?.profileId ?? '') ?? null;
      if (!speaker || (one.found.best && !profile)) continue;
      const isSame = await this.search.isStillSo(tx, speaker, one.model, one.found.best);
      if (profile && (isRuledOut(speaker.id, profile.id) || !isSame)) {
        await this.jobs.enqueue(tx, identifySpeakers, { workspaceId, recordingId: transcript.recordingId });
        continue;
      }
      // Somebody has given a name of their own: that is only asked about.
      const isOtherName = speaker.name !== null && foldText(speaker.name) !== profile?.searchName;
      const sure = one.found.outcome === 'sure' && !isOtherName;
      const isNews = await this.keep(tx, speaker, one, sure);
      if (!profile) continue;
      if (isNews) await this.tell(tx, speaker, profile, one, sure);
      if (!sure) continue;
      told.push(await this.link(tx, { transcript, speaker }, profile, one));
    }
    return told;
  }

  /** @returns whether that was not known before */
  private async keep(
    tx: EntityManager,
    { id: speakerId, workspaceId, recordingId }: Speaker,
    { model, found }: FoundVoice,
    sure: boolean,
  ): Promise<boolean> {
    const { SURE, MAYBE, UNKNOWN } = IdentificationOutcome;
    const outcome = sure ? SURE : found.best ? MAYBE : UNKNOWN;
    const profileId = found.best?.profileId ?? null;
    const before = await tx.findOneBy(SpeakerIdentification, { speakerId, workspaceId });
    await tx.upsert(
      SpeakerIdentification,
      {
        speakerId,
        workspaceId,
        recordingId,
        outcome,
        profileId,
        confidence: confidenceOf(found),
        similarity: found.best?.similarity ?? null,
        model,
        alternatives: found.alternatives,
        decidedBy: null,
        decidedAt: new Date(),
      },
      ['speakerId'],
    );
    return before?.outcome !== outcome || before.profileId !== profileId;
  }

  /**
   * In the transcript and the audit trail: of each speaker by itself, to be taken back so. The voice joins the profile
   * only where it passes the stricter bar.
   */
  private async link(
    tx: EntityManager,
    locked: LockedSpeaker,
    { id: profileId, name }: SpeakerProfile,
    { model, found: { enrols } }: FoundVoice,
  ): Promise<TranscriptChangedPayload> {
    const { speaker } = locked;
    const { workspaceId } = speaker;
    const to = { profileId, name };
    const title = { kind: CorrectionKind.SPEAKER_IDENTIFIED, author: BY_VOICE };
    const { correction, change } = await linkSpeaker(tx, locked, to, title);
    const origin = VoiceSampleOrigin.AUTOMATIC;
    const joins = enrols && !(await isSampled(tx, speaker, profileId, model));
    const sample = joins
      ? await sampleOfSpeaker(tx, speaker, profileId, { origin, addedBy: BY_VOICE })
      : null;
    const kind = SpeakerProfileChangeKind.IDENTIFIED;
    await writeProfileChange(
      tx,
      { workspaceId, profileId, kind, author: BY_VOICE, correctionId: correction.id },
      {
        ...NO_CHANGES,
        samples: sample ? [sample] : [],
        speakers: [{ speakerId: speaker.id, before: linkOf(speaker), after: to }],
      },
    );
    await this.events.publish(tx, change);
    if (enrols && !joins) await followVoices(tx, this.jobs, change);
    return change;
  }

  private async tell(
    tx: EntityManager,
    { id: speakerId, workspaceId, recordingId }: Speaker,
    { id: profileId, name }: SpeakerProfile,
    { model, found }: FoundVoice,
    sure: boolean,
  ): Promise<void> {
    await this.jobs.publish(tx, speakerIdentified, {
      workspaceId,
      recordingId,
      speakerId,
      outcome: sure ? 'sure' : 'maybe',
      profileId,
      name,
      confidence: confidenceOf(found),
      model,
      draft: isDraftVoiceModel(model),
    });
  }
}
