import type { JobQueue } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import { followProfile } from './follow-profile.definition.ts';
import { identifySpeakers } from './identification.definitions.ts';

/** Who stands in the history for names that are made up for. */
const AUTHOR = 'Colloquy';

/** Asks for what profiles would have changed in a recording while nobody could see it. */
export async function catchUpRecording(
  tx: EntityManager,
  jobs: Pick<JobQueue, 'enqueue'>,
  workspaceId: string,
  recordingId: string,
): Promise<void> {
  const renamed: { id: string }[] = await tx.query(
    `select distinct speaker.profile_id as id
       from transcript.speaker left join transcript.speaker_profile profile on profile.id = speaker.profile_id
      where speaker.recording_id = $1 and speaker.workspace_id = $2 and speaker.profile_id is not null
        and speaker.name is distinct from profile.name`,
    [recordingId, workspaceId],
  );
  for (const { id: profileId } of renamed)
    await jobs.enqueue(tx, followProfile, { workspaceId, profileId, author: AUTHOR });
  await jobs.enqueue(tx, identifySpeakers, { workspaceId, recordingId });
}
