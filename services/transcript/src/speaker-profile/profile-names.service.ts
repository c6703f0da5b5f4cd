import { inTransaction, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { CorrectionKind } from '../correction/correction.entity.ts';
import { writeCorrection } from '../correction/correction-writer.ts';
import { nameColumns, Speaker } from '../speaker/speaker.entity.ts';
import type { TranscriptChangedPayload, TranscriptEvents } from '../transcript/transcript-events.ts';
import { lockTranscript } from '../transcript/transcript-version.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { takeNamesBack } from './voice-names.ts';

/** Shows the names of profiles wherever the person was heard, the same way as a speaker renamed by hand. */
export class ProfileNames {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: TranscriptEvents,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
  ) {}

  /**
   * One transcript after the other; interrupted, it goes on where it was. Of a profile that is gone, the names that the
   * voice gave are taken back.
   */
  async follow(workspaceId: string, profileId: string, author: string, signal: AbortSignal): Promise<void> {
    const transcripts: { id: string }[] = await this.dataSource.query(
      `select distinct speaker.transcript_id as id
         from transcript.speaker left join transcript.speaker_profile profile on profile.id = speaker.profile_id
        where speaker.profile_id = $1 and speaker.workspace_id = $2
          and speaker.name is distinct from profile.name`,
      [profileId, workspaceId],
    );
    for (const { id } of transcripts) {
      signal.throwIfAborted();
      const changes = await inTransaction(this.dataSource, (tx) =>
        this.followIn(tx, { workspaceId, profileId, author, transcriptId: id }),
      );
      for (const change of changes) this.events.announce(change);
    }
  }

  private async followIn(
    tx: EntityManager,
    {
      workspaceId,
      profileId,
      author,
      transcriptId,
    }: { workspaceId: string; profileId: string; author: string; transcriptId: string },
  ): Promise<TranscriptChangedPayload[]> {
    const transcript = await lockTranscript(tx, workspaceId, transcriptId);
    if (!transcript) return [];
    const profile = await tx.findOneBy(SpeakerProfile, { id: profileId, workspaceId });
    if (!profile) {
      const changes = await takeNamesBack(tx, this.jobs, transcript, profileId);
      for (const change of changes) await this.events.publish(tx, change);
      return changes;
    }
    if (!transcript.isCurrent) {
      // Replaced, but citations still show it: nobody corrects it any more.
      await tx.update(Speaker, { transcriptId, workspaceId, profileId }, nameColumns(profile.name, 0));
      return [];
    }
    const { name } = profile;
    const known = await tx.findBy(Speaker, { transcriptId, workspaceId, profileId });
    // Who they are was changed before, with the profile: only what they are called is a change of the transcript.
    const speakers = known
      .filter((speaker) => speaker.name !== name)
      .map((speaker) => ({ speakerId: speaker.id, before: { name: speaker.name }, after: { name } }));
    if (speakers.length === 0) return [];
    const title = { kind: CorrectionKind.SPEAKER_IDENTIFIED, author };
    const { change } = await writeCorrection(tx, transcript, { segments: [], speakers }, title);
    await this.events.publish(tx, change);
    return [change];
  }
}
