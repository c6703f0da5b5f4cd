import { In, type EntityManager } from 'typeorm';
import type { SpeakerChange } from '../correction/change-set.ts';
import { CorrectionKind } from '../correction/correction.entity.ts';
import type { Speaker } from '../speaker/speaker.entity.ts';
import type { DecisionChange, DecisionState, RejectionChange } from './profile-change-set.ts';
import { IdentificationOutcome, SpeakerIdentification } from './speaker-identification.entity.ts';

/** A person's word on who a speaker is: nothing that is found later changes it. */
export const decisionOf = (profileId: string | null, decidedBy: string): DecisionState => ({
  outcome: profileId ? IdentificationOutcome.SURE : IdentificationOutcome.UNKNOWN,
  profileId,
  confidence: 1,
  similarity: null,
  model: null,
  decidedBy,
  decidedAt: new Date().toISOString(),
});

/** From what is known of speakers now to what a person says of them; null: that is to be found out anew. */
export async function decisionChanges(
  tx: EntityManager,
  workspaceId: string,
  speakerIds: readonly string[],
  after: DecisionState | null,
): Promise<DecisionChange[]> {
  const rows = await tx.findBy(SpeakerIdentification, { speakerId: In([...speakerIds]), workspaceId });
  const known = new Map(rows.map((row) => [row.speakerId, stateOf(row)]));
  return speakerIds.map((speakerId) => ({ speakerId, before: known.get(speakerId) ?? null, after }));
}

/** What is said of speakers and was found, of another profile, which they are from now on. */
export async function decisionsTo(
  tx: EntityManager,
  workspaceId: string,
  speakers: readonly Speaker[],
  profileId: string,
): Promise<DecisionChange[]> {
  const speakerIds = speakers.map(({ id }) => id);
  const changes = await decisionChanges(tx, workspaceId, speakerIds, null);
  return changes.map((change) => ({ ...change, after: change.before && { ...change.before, profileId } }));
}

/** Whoever is said to be a person is no longer said not to be. */
export async function liftedRejections(
  tx: EntityManager,
  { id: speakerId, workspaceId }: Speaker,
  profileId: string,
): Promise<RejectionChange[]> {
  const rows: unknown[] = await tx.query(
    `select 1 from transcript.identification_rejection
      where speaker_id = $1 and profile_id = $2 and workspace_id = $3`,
    [speakerId, profileId, workspaceId],
  );
  return rows.map(() => ({ speakerId, profileId, before: true, after: false }));
}

/** Keeps who speakers are said or found to be; a person who is gone meanwhile is nobody. */
export async function writeDecisions(
  tx: EntityManager,
  workspaceId: string,
  decisions: readonly DecisionChange[],
): Promise<void> {
  const speakerIds = decisions.map(({ speakerId }) => speakerId);
  await tx.delete(SpeakerIdentification, { speakerId: In(speakerIds), workspaceId });
  await tx.query(
    `insert into transcript.speaker_identification
       (speaker_id, workspace_id, recording_id, outcome, profile_id, confidence, similarity, model, alternatives,
        decided_by, decided_at)
     select speaker.id, $1, speaker.recording_id, d.outcome, d."profileId", d.confidence, d.similarity, d.model, '[]',
            d."decidedBy", d."decidedAt"
       from jsonb_to_recordset($2::jsonb) as d("speakerId" uuid, outcome text, "profileId" uuid, confidence float8,
              similarity float8, model text, "decidedBy" text, "decidedAt" timestamptz)
       join transcript.speaker on speaker.id = d."speakerId" and speaker.workspace_id = $1
      where d."profileId" is null or exists (
        select 1 from transcript.speaker_profile profile where profile.id = d."profileId" and profile.workspace_id = $1)`,
    [
      workspaceId,
      JSON.stringify(decisions.flatMap(({ speakerId, after }) => (after ? [{ speakerId, ...after }] : []))),
    ],
  );
}

/**
 * Keeps that a correction said who speakers are. What it brings back is known as it was before they ceased to be that
 * person: by the voice, or by somebody's word. Who became somebody by what is undone is known as before that, too: also
 * as one of whom nobody has said anything.
 */
export async function decideByCorrection(
  tx: EntityManager,
  workspaceId: string,
  changes: readonly SpeakerChange[],
  { author, kind }: { author: string; kind: CorrectionKind },
): Promise<DecisionChange[]> {
  const decisions: DecisionChange[] = [];
  const isBack = kind === CorrectionKind.UNDONE || kind === CorrectionKind.RESTORED;
  for (const { speakerId, before, after } of changes) {
    if (after.profileId === undefined) continue;
    const [now]: { profileId: string | null }[] = await tx.query(
      'select profile_id as "profileId" from transcript.speaker where id = $1 and workspace_id = $2',
      [speakerId, workspaceId],
    );
    const profileId = now?.profileId ?? null;
    const former = isBack && profileId ? await formerDecision(tx, workspaceId, speakerId, profileId) : null;
    const earlier =
      kind === CorrectionKind.UNDONE && profileId === null && before.profileId
        ? await earlierDecision(tx, workspaceId, speakerId, before.profileId)
        : null;
    const said = earlier ? earlier.before : (former ?? decisionOf(profileId, author));
    decisions.push(...(await decisionChanges(tx, workspaceId, [speakerId], said)));
  }
  await writeDecisions(tx, workspaceId, decisions);
  return decisions;
}

/** How a speaker was last known to be somebody, before a correction made them somebody else. */
async function formerDecision(
  tx: EntityManager,
  workspaceId: string,
  speakerId: string,
  profileId: string,
): Promise<DecisionState | null> {
  const [former]: { before: DecisionState }[] = await tx.query(
    `select one->'before' as before
       from transcript.profile_change change cross join lateral jsonb_array_elements(change.changes->'decisions') one
      where change.profile_id = $2::uuid and change.workspace_id = $1
        and one->>'speakerId' = $3 and (one->'before'->>'profileId')::uuid = $2::uuid
      order by change.id desc limit 1`,
    [workspaceId, profileId, speakerId],
  );
  return former?.before ?? null;
}

/**
 * What was known of a speaker before a correction made them somebody who they were not: null where that is not known, as
 * of the word on who they are that stood before it.
 */
async function earlierDecision(
  tx: EntityManager,
  workspaceId: string,
  speakerId: string,
  profileId: string,
): Promise<{ before: DecisionState | null } | null> {
  const [earlier]: { before: DecisionState | null }[] = await tx.query(
    `select nullif(one->'before', 'null') as before
       from transcript.profile_change change cross join lateral jsonb_array_elements(change.changes->'decisions') one
      where change.profile_id = $2::uuid and change.workspace_id = $1
        and one->>'speakerId' = $3 and (one->'after'->>'profileId')::uuid = $2::uuid
      order by change.id desc limit 1`,
    [workspaceId, profileId, speakerId],
  );
  return earlier && !earlier.before?.profileId ? earlier : null;
}

const stateOf = ({
  outcome,
  profileId,
  confidence,
  similarity,
  model,
  decidedBy,
  decidedAt,
}: SpeakerIdentification): DecisionState => ({
  outcome,
  profileId,
  confidence,
  similarity,
  model,
  decidedBy,
  decidedAt: decidedAt.toISOString(),
});
