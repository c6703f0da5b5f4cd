import { inTransaction, type JobQueue } from '@colloquy/subgraph';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { CorrectionKind } from '../correction/correction.entity.ts';
import { nameColumns, Speaker } from '../speaker/speaker.entity.ts';
import type { TranscriptChangedPayload, TranscriptEvents } from '../transcript/transcript-events.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { lockTranscript } from '../transcript/transcript-version.ts';
import { compareVoices } from './compare-voices.ts';
import { findVoice, identifySpeakers, judgeFound } from './identification.definitions.ts';
import { NO_CHANGES } from './profile-change-set.ts';
import { writeProfileChange } from './profile-change.writer.ts';
import { lockProfilesIfOn } from './profile-lock.ts';
import { followVoices } from './refresh-voices.service.ts';
import { decisionChanges } from './speaker-decision.ts';
import { BY_VOICE, linkOf, linkSpeaker } from './speaker-links.ts';
import { SpeakerProfileChange, SpeakerProfileChangeKind } from './speaker-profile-change.entity.ts';
import { foundByVoice } from './voice-names.ts';
import type { VoiceSearch } from './voice-search.ts';
import { VoiceSampleOrigin } from './voice-sample.entity.ts';
import { withoutSamplesOf } from './voice-samples.ts';

/** Speakers of a transcript who are a person, or are not any longer. */
interface Judged {
  transcriptId: string;
  profileId: string;
  speakerIds: readonly string[];
}

/** Takes back what was found by a voice that rests on less by now. What a person has decided is left alone. */
export class JudgeFoundService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: TranscriptEvents,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
    private readonly search: Pick<VoiceSearch, 'nearestProfiles'>,
  ) {}

  /**
   * Compares everybody anew who is a person by the voice alone, one transcript after the other; who is not surely them
   * any more bears the name of before. Who may be somebody, or may be this person, is looked at again. Also while
   * profiles are off: a mistake is taken back whole.
   */
  async judge(workspaceId: string, profileId: string, signal: AbortSignal): Promise<void> {
    const seen = new Set<string>();
    const unseen = async () =>
      (await byVoice(this.dataSource.manager, workspaceId, profileId)).filter(({ id }) => !seen.has(id));
    // A recording may be processed again meanwhile: whoever speaks there instead was given the name by then.
    for (let known = await unseen(); known.length > 0; known = await unseen())
      for (const [transcriptId, found] of Map.groupBy(known, (one) => one.transcriptId)) {
        signal.throwIfAborted();
        for (const { id } of found) seen.add(id);
        const speakerIds = found.map(({ id }) => id);
        await this.judgeIn(workspaceId, { transcriptId, profileId, speakerIds });
      }
    await this.askAgain(workspaceId, profileId);
    this.events.announceVoices(workspaceId);
  }

  private async judgeIn(workspaceId: string, { transcriptId, profileId, speakerIds }: Judged): Promise<void> {
    const { manager } = this.dataSource;
    const speakers = await manager.findBy(Speaker, { transcriptId, workspaceId, absent: false });
    const judged = new Set(speakerIds);
    const open = speakers.filter(({ id }) => judged.has(id));
    for (const { speaker, found } of await compareVoices(manager, this.search, { open, speakers }))
      if (found.outcome === 'sure' && found.best?.profileId === profileId) judged.delete(speaker.id);
    if (judged.size === 0) return;
    const about = { transcriptId, profileId, speakerIds: [...judged] };
    const changes = await inTransaction(this.dataSource, (tx) => this.takeBack(tx, workspaceId, about));
    for (const change of changes) this.events.announce(change);
  }

  private async takeBack(
    tx: EntityManager,
    workspaceId: string,
    { transcriptId, profileId, speakerIds }: Judged,
  ): Promise<TranscriptChangedPayload[]> {
    const transcript = await lockTranscript(tx, workspaceId, transcriptId);
    if (!transcript) return [];
    await lockProfilesIfOn(tx, workspaceId);
    // People may have decided since the voices were compared.
    const still = new Set((await byVoice(tx, workspaceId, profileId)).map(({ id }) => id));
    const speakers = await tx.findBy(Speaker, { id: In([...speakerIds]), workspaceId, absent: false });
    const changes: TranscriptChangedPayload[] = [];
    for (const speaker of speakers.filter(({ id }) => still.has(id)))
      changes.push(...(await this.takeNameBack(tx, transcript, speaker, profileId)));
    return changes;
  }

  private async takeNameBack(
    tx: EntityManager,
    transcript: Transcript,
    speaker: Speaker,
    profileId: string,
  ): Promise<TranscriptChangedPayload[]> {
    const { id: speakerId, workspaceId, recordingId } = speaker;
    const naming = await foundByVoice(tx, speaker);
    const before = naming?.speakers.find((one) => one.speakerId === speakerId)?.before;
    const to = { profileId: null, name: before?.name ?? null };
    if (!transcript.isCurrent) {
      // Replaced, but citations still show it: nobody corrects it any more.
      const columns = { ...nameColumns(to.name, speaker.position), profileId: null };
      await tx.update(Speaker, { id: speakerId, workspaceId }, columns);
      return [];
    }
    const title = { kind: CorrectionKind.UNDONE, author: BY_VOICE, ...(naming && { reverts: naming.id }) };
    const { correction, change } = await linkSpeaker(tx, { transcript, speaker }, to, title);
    const found =
      naming && (await tx.findOneBy(SpeakerProfileChange, { correctionId: naming.id, workspaceId }));
    const { UNDONE, CORRECTED } = SpeakerProfileChangeKind;
    const shaken = await writeProfileChange(
      tx,
      {
        workspaceId,
        profileId,
        kind: found ? UNDONE : CORRECTED,
        author: BY_VOICE,
        correctionId: correction.id,
        ...(found && { reverts: found.id }),
      },
      {
        ...NO_CHANGES,
        samples: await withoutSamplesOf(tx, speaker),
        speakers: [{ speakerId, before: linkOf(speaker), after: to }],
        decisions: await decisionChanges(tx, workspaceId, [speakerId], null),
      },
    );
    for (const id of shaken) await this.jobs.enqueue(tx, judgeFound, { workspaceId, profileId: id });
    await this.events.publish(tx, change);
    await followVoices(tx, this.jobs, change);
    await this.jobs.enqueue(tx, identifySpeakers, { workspaceId, recordingId });
    return [change];
  }

  /** Who may be this person may be somebody else, or nobody, by now; who is nobody may be this person. */
  private async askAgain(workspaceId: string, profileId: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const asked: { recordingId: string }[] = await tx.query(
        `select distinct speaker.recording_id as "recordingId"
           from transcript.speaker_identification found join transcript.speaker on speaker.id = found.speaker_id
          where found.profile_id = $1 and found.workspace_id = $2 and found.decided_by is null
            and speaker.profile_id is null`,
        [profileId, workspaceId],
      );
      for (const { recordingId } of asked)
        await this.jobs.enqueue(tx, identifySpeakers, { workspaceId, recordingId });
      await this.jobs.enqueue(tx, findVoice, { workspaceId, profileId });
    });
  }
}

/**
 * Speakers who are a person by the voice alone: nobody said so, nor gave the person any speech of theirs. Not in
 * recordings that are being deleted.
 */
function byVoice(
  tx: EntityManager,
  workspaceId: string,
  profileId: string,
): Promise<{ id: string; transcriptId: string }[]> {
  return tx.query(
    `select speaker.id, speaker.transcript_id as "transcriptId"
       from transcript.speaker join transcript.speaker_identification found on found.speaker_id = speaker.id
      where speaker.profile_id = $1 and speaker.workspace_id = $2 and not speaker.absent and found.decided_by is null
        and not exists (
          select 1 from transcript.recording_ref ref where ref.recording_id = speaker.recording_id and ref.purged)
        and not exists (
          select 1 from transcript.voice_sample given
           where given.speaker_id = speaker.id and given.profile_id = $1 and given.removed_at is null
             and given.origin <> $3)
      order by speaker.id`,
    [profileId, workspaceId, VoiceSampleOrigin.AUTOMATIC],
  );
}
