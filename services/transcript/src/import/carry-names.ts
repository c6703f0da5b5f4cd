import { In, IsNull, type EntityManager } from 'typeorm';
import { fold, NOTHING } from '../correction/change-set.ts';
import { Correction, CorrectionKind } from '../correction/correction.entity.ts';
import { nameColumns, Speaker } from '../speaker/speaker.entity.ts';
import { BY_VOICE } from '../speaker-profile/speaker-links.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';

/**
 * Speakers of whom people said what they are called, or that they have no name: by a correction that still holds, or
 * before the recording was processed again. What the voice told is no person's word.
 */
export async function speakersNamed(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
): Promise<Speaker[]> {
  const speakers = await tx.findBy(Speaker, { transcriptId, workspaceId });
  const corrections = await tx.find(Correction, {
    select: { id: true, kind: true, author: true, speakers: true },
    where: { transcriptId, workspaceId },
    order: { version: 'ASC' },
  });
  const said = corrections.filter(
    ({ kind, author }) =>
      author !== BY_VOICE || (kind !== CorrectionKind.SPEAKER_IDENTIFIED && kind !== CorrectionKind.UNDONE),
  );
  const ofSpeakers = said.map(({ speakers: changed }) => ({ ...NOTHING, speakers: changed }));
  const changes = new Map(fold(ofSpeakers).speakers.map((change) => [change.speakerId, change]));
  return speakers.filter(({ id, name, nameCarried }) => {
    const { before, after } = changes.get(id) ?? {};
    const isAdded = Boolean(before?.absent) && !after?.absent && name !== null;
    return nameCarried || before?.name !== after?.name || isAdded;
  });
}

/**
 * Gives speakers of a later transcript the names of those they are: people's before the engine's, and others where the
 * engine gave none.
 * @param matched later speaker's id → earlier speaker's id
 */
export async function carryNames(
  tx: EntityManager,
  workspaceId: string,
  matched: ReadonlyMap<string, string>,
  named: readonly Speaker[],
): Promise<void> {
  const people = new Set(named.map(({ id }) => id));
  const speakers = await tx.findBy(Speaker, {
    id: In([...matched.keys(), ...matched.values()]),
    workspaceId,
  });
  const known = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  for (const [laterId, earlierId] of matched) {
    const { name = null, profileId = null } = known.get(earlierId) ?? {};
    const { position = 0 } = known.get(laterId) ?? {};
    const nameCarried = people.has(earlierId);
    if (!nameCarried && !name) continue;
    await tx.update(
      Speaker,
      { id: laterId, workspaceId, ...(!nameCarried && { name: IsNull() }) },
      { ...nameColumns(name, position), profileId, nameCarried },
    );
  }
}
