import { In, type EntityManager } from 'typeorm';
import { Correction } from '../correction/correction.entity.ts';
import { replacedById, withSuccessors } from './follow-speakers.ts';
import type { ProfileChangeSet } from './profile-change-set.ts';
import { SpeakerProfileChange } from './speaker-profile-change.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { VoiceSample } from './voice-sample.entity.ts';
import { countedAlready } from './voice-samples.ts';

/** What a version of a transcript rests on or rules out beside who its speakers are. */
export type EvidenceChanges = Pick<ProfileChangeSet, 'samples' | 'rejections'>;

/**
 * What brings back what an earlier version of a recording's transcript had of known people: samples that were taken
 * away by what was said since of who somebody is, and who was said not to be somebody. Of whom samples are brought back,
 * those that came since in the same way go: the same speech would count twice. Those of others need not be taken away:
 * what is said by somebody else does not count.
 */
export async function evidenceOfVersion(
  tx: EntityManager,
  { recordingId, workspaceId }: { recordingId: string; workspaceId: string },
  version: number,
): Promise<EvidenceChanges> {
  const since = await tx
    .createQueryBuilder(SpeakerProfileChange, 'change')
    .innerJoin(Correction, 'correction', 'correction.id = change.correctionId')
    .where({ workspaceId })
    .andWhere('correction.recordingId = :recordingId and correction.version > :version', {
      recordingId,
      version,
    })
    .orderBy('correction.version', 'DESC')
    .addOrderBy('change.id', 'DESC')
    .getMany();
  const samples = new Map<string, EvidenceChanges['samples'][number]>();
  const rejections = new Map<string, EvidenceChanges['rejections'][number]>();
  const ids = since.flatMap(({ changes }) => changes.rejections.map(({ speakerId }) => speakerId));
  const replaced = await replacedById(tx, workspaceId, ids);
  for (const { changes } of since) {
    for (const { sampleId, before, after } of changes.samples)
      samples.set(sampleId, { sampleId, before: samples.get(sampleId)?.before ?? after, after: before });
    for (const one of withSuccessors(changes.rejections, replaced)) {
      const key = `${one.speakerId} ${one.profileId}`;
      rejections.set(key, { ...one, before: rejections.get(key)?.before ?? one.after, after: one.before });
    }
  }
  const changed = [...samples.values()].filter(({ before, after }) => before.removed !== after.removed);
  const known = new Set(changed.flatMap(({ after }) => (after.removed ? [] : after.profileId)));
  return stillPossible(tx, workspaceId, {
    samples: changed.filter(({ after }) => known.has(after.profileId)),
    rejections: [...rejections.values()].filter(({ before, after }) => before !== after),
  });
}

/**
 * As much of it as begins from how things are: what was changed again otherwise stays as it is, and no sample comes back
 * of what another one counts for by now.
 */
export async function stillPossible(
  tx: EntityManager,
  workspaceId: string,
  { samples, rejections }: EvidenceChanges,
): Promise<EvidenceChanges> {
  const sampleIds = samples.map(({ sampleId }) => sampleId);
  const kept = await tx.findBy(VoiceSample, { id: In(sampleIds), workspaceId });
  const now = new Map(kept.map((sample) => [sample.id, sample]));
  const back = samples.filter(({ after }) => !after.removed);
  const counted = await countedAlready(
    tx,
    workspaceId,
    back.map(({ sampleId, after }) => ({ sampleId, profileId: after.profileId })),
    samples,
  );
  const profileIds = rejections.map(({ profileId }) => profileId);
  const known = await tx.findBy(SpeakerProfile, { id: In(profileIds), workspaceId });
  const people = new Set(known.map(({ id }) => id));
  const rows: { key: string }[] = await tx.query(
    `select speaker_id || ' ' || profile_id as key from transcript.identification_rejection
      where speaker_id = any($1::uuid[]) and workspace_id = $2`,
    [rejections.map(({ speakerId }) => speakerId), workspaceId],
  );
  const rejected = new Set(rows.map(({ key }) => key));
  return {
    samples: samples.filter(({ sampleId, before, after }) => {
      const sample = now.get(sampleId);
      const isAsBefore =
        sample?.profileId === before.profileId && (sample.removedAt !== null) === before.removed;
      const isTwice = !after.removed && counted.has(sampleId);
      return isAsBefore && before.profileId === after.profileId && !isTwice;
    }),
    rejections: rejections.filter(
      ({ speakerId, profileId, before }) =>
        people.has(profileId) && rejected.has(`${speakerId} ${profileId}`) === before,
    ),
  };
}
