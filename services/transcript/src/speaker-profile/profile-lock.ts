import { isId } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { speakerProfileNotFound, voiceProfilesOff } from './speaker-profile.errors.ts';
import { VoiceProfileSettings } from './voice-profile-settings.entity.ts';

/**
 * Locks the profiles of a workspace until the transaction ends, so that their changes come one after another. A
 * transcript that is changed too is locked before.
 * @returns false when the workspace keeps no voices
 */
export async function lockProfilesIfOn(tx: EntityManager, workspaceId: string): Promise<boolean> {
  const settings = await tx.findOne(VoiceProfileSettings, {
    where: { workspaceId },
    lock: { mode: 'pessimistic_write' },
  });
  return settings?.enabled ?? false;
}

/** The same. @throws ExpectedError `VOICE_PROFILES_OFF` */
export async function lockProfiles(tx: EntityManager, workspaceId: string): Promise<void> {
  if (!(await lockProfilesIfOn(tx, workspaceId))) throw voiceProfilesOff();
}

/** Whether the workspace keeps voices. */
export function areProfilesOn(tx: EntityManager, workspaceId: string): Promise<boolean> {
  return tx.existsBy(VoiceProfileSettings, { workspaceId, enabled: true });
}

/** @throws ExpectedError `SPEAKER_PROFILE_NOT_FOUND` */
export async function profileOf(tx: EntityManager, workspaceId: string, id: string): Promise<SpeakerProfile> {
  const profile = isId(id) ? await tx.findOneBy(SpeakerProfile, { id, workspaceId }) : null;
  if (!profile) throw speakerProfileNotFound(id);
  return profile;
}
