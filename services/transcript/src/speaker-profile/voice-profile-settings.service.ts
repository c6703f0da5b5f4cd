import { inTransaction, type Context, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { awaitedRecordings } from '../propagation/awaited-voices.ts';
import { cleanText } from '../segment/clean-text.ts';
import type { TranscriptEvents } from '../transcript/transcript-events.ts';
import { findVoice } from './identification.definitions.ts';
import { refreshVoices } from './refresh-voices.definition.ts';
import { NO_CHANGES } from './profile-change-set.ts';
import { writeProfileChange } from './profile-change.writer.ts';
import { forgetProfiles } from './forget-profiles.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { SpeakerProfileChangeKind } from './speaker-profile-change.entity.ts';
import { voiceProfilesReasonMissing } from './speaker-profile.errors.ts';
import { VoiceProfileSettings } from './voice-profile-settings.entity.ts';

const REASON_LENGTH = { min: 10, max: 2_000 };

export interface VoiceProfilesSwitch {
  enabled: boolean;
  reason?: string | null | undefined;
  deleteProfiles?: boolean | null | undefined;
}

/** Turns the keeping of voices on and off. */
export class VoiceProfileSettingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
    private readonly events: Pick<TranscriptEvents, 'announceIdentified' | 'announceVoices'>,
  ) {}

  async of(workspaceId: string): Promise<VoiceProfileSettings> {
    const settings = await this.dataSource.manager.findOneBy(VoiceProfileSettings, { workspaceId });
    return settings ?? VoiceProfileSettings.unset(workspaceId);
  }

  /** @throws ExpectedError `VOICE_PROFILES_REASON_MISSING` */
  async set(
    { enabled, reason: given, deleteProfiles }: VoiceProfilesSwitch,
    { workspaceId, viewer }: Context,
  ): Promise<VoiceProfileSettings> {
    const reason = cleanText(given ?? '').trim();
    const { min, max } = REASON_LENGTH;
    if (enabled && (reason.length < min || reason.length > max)) throw voiceProfilesReasonMissing();
    if (reason.length > max) throw voiceProfilesReasonMissing();
    const { settings, heardIn } = await inTransaction(this.dataSource, async (tx) => {
      const before = await tx.findOneBy(VoiceProfileSettings, { workspaceId });
      // What is off, and is only rid of what it keeps, is not turned off again.
      const onlyDeletes = Boolean(deleteProfiles) && !enabled && before?.enabled === false;
      const settings = Object.assign(new VoiceProfileSettings(), {
        workspaceId,
        enabled,
        // Why it was allowed stays to be shown after it was turned off.
        reason: reason === '' ? (before?.reason ?? null) : reason,
        changedBy: onlyDeletes ? before.changedBy : viewer.name,
        changedAt: onlyDeletes ? before.changedAt : new Date(),
      });
      await tx.upsert(VoiceProfileSettings, settings, ['workspaceId']);
      const heardIn = deleteProfiles ? await forgetProfiles(tx, workspaceId, 'all') : [];
      const { DELETED, SWITCHED_ON, SWITCHED_OFF } = SpeakerProfileChangeKind;
      const by = { workspaceId, profileId: null, author: viewer.name };
      if (deleteProfiles) await writeProfileChange(tx, { ...by, kind: DELETED }, NO_CHANGES);
      const kind = enabled ? SWITCHED_ON : SWITCHED_OFF;
      if (!onlyDeletes)
        await writeProfileChange(tx, { ...by, kind }, { ...NO_CHANGES, ...(reason !== '' && { reason }) });
      if (enabled) await this.catchUp(tx, workspaceId);
      return { settings, heardIn };
    });
    for (const recordingId of heardIn) this.events.announceIdentified({ workspaceId, recordingId });
    this.events.announceVoices(workspaceId);
    return settings;
  }

  /** Looks for the persons known in what was recorded while profiles were off, and at what was corrected. */
  private async catchUp(tx: EntityManager, workspaceId: string): Promise<void> {
    const profiles = await tx.findBy(SpeakerProfile, { workspaceId });
    for (const { id: profileId } of profiles)
      await this.jobs.enqueue(tx, findVoice, { workspaceId, profileId });
    for (const recordingId of await awaitedRecordings(tx, workspaceId))
      await this.jobs.enqueue(tx, refreshVoices, { workspaceId, recordingId });
  }
}
