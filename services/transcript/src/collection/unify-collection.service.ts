import { inTransaction, type Bus } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { propagationTopic } from '../transcript/transcript-events.ts';
import { CollectionRef } from './collection-ref.entity.ts';
import { clipsOf, lockCollection, type CollectionClip } from './collection.finder.ts';
import { deniedIdentities } from './denied-identities.ts';
import { keepIds, type Person } from './keep-ids.ts';
import { identitiesOf, isDenied } from './speaker-identity.ts';
import type { SpeakingCountsStore } from './speaking-counts.store.ts';
import { unifySpeakers, type Candidate, type SpeakerDecision, type UnifiedMember } from './unify-speakers.ts';
import { voiceThreshold } from './voice-threshold.ts';

/** Whoever said less has no vector to rely on. */
const MIN_VOICE_MS = 1_000;

export const collectionSpeakersTopic = (collectionId: string): string =>
  `collection-speakers:${collectionId}`;

/** Works out who is who in collections, when something in them has changed. */
export class UnifyCollectionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly counts: SpeakingCountsStore,
    private readonly bus: Pick<Bus, 'publish'>,
  ) {}

  /** The collections that have a recording. */
  async collectionsWith(workspaceId: string, recordingId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select collection_id as id from transcript.collection_member
        where recording_id = $1 and workspace_id = $2 order by collection_id`,
      [recordingId, workspaceId],
    );
    return rows.map(({ id }) => id);
  }

  /** Brings a collection up to date with its transcripts. The same state a second time changes nothing. */
  async refresh(workspaceId: string, collectionId: string): Promise<void> {
    const clips = await clipsOf(this.dataSource.manager, [collectionId], workspaceId);
    // Outside of the transaction, which everybody else would wait for.
    for (const { transcriptId, transcriptVersion } of clips)
      await this.counts.update(transcriptId, transcriptVersion, workspaceId);
    const changed = await inTransaction(this.dataSource, async (tx) => {
      const ref = await lockCollection(tx, workspaceId, collectionId);
      return ref !== null && (await this.unify(tx, ref, clips));
    });
    if (!changed) return;
    this.announce(collectionId);
    for (const { recordingId, transcriptVersion } of clips)
      this.bus.publish(propagationTopic(workspaceId, recordingId), transcriptVersion);
  }

  announce(collectionId: string): void {
    this.bus.publish(collectionSpeakersTopic(collectionId), {});
  }

  /**
   * In a transaction that has locked the collection.
   * @param counted the transcripts whose speakers were counted, at which version
   * @returns whether anything came of it
   */
  async unify(
    tx: EntityManager,
    ref: CollectionRef,
    counted: readonly CollectionClip[] = [],
  ): Promise<boolean> {
    const { collectionId, workspaceId } = ref;
    const noted = await noteTranscripts(tx, ref, counted);
    const before = await peopleOf(tx, ref);
    const members = unifySpeakers(await candidatesOf(tx, ref), await decisionsOf(tx, ref), voiceThreshold);
    const people = keepIds(before, members);
    const same = JSON.stringify(people) === JSON.stringify(before);
    if (same && !noted) return false;
    if (!same) await writePeople(tx, ref, people);
    await tx.update(
      CollectionRef,
      { collectionId, workspaceId },
      { unifiedVersion: ref.unifiedVersion + 1, unifiedAt: new Date() },
    );
    return true;
  }
}

/**
 * Only those that are still as they were counted: of two who count at the same time the slower may have the older.
 * @returns whether any is another version, or no longer there
 */
async function noteTranscripts(
  tx: EntityManager,
  { collectionId, workspaceId }: CollectionRef,
  clips: readonly CollectionClip[],
): Promise<boolean> {
  if (clips.length === 0) return false;
  const [, changed]: [unknown, number] = await tx.query(
    `update transcript.collection_member member set transcript_id = clip.id, transcript_version = clip.version
       from unnest($3::uuid[], $4::uuid[], $5::int[]) as clip(recording_id, id, version)
       join transcript.transcript on transcript.id = clip.id and transcript.is_current
                                 and transcript.version = clip.version
      where member.collection_id = $1 and member.workspace_id = $2 and member.recording_id = clip.recording_id
        and (member.transcript_id, member.transcript_version) is distinct from (clip.id, clip.version)`,
    [
      collectionId,
      workspaceId,
      clips.map(({ recordingId }) => recordingId),
      clips.map(({ transcriptId }) => transcriptId),
      clips.map(({ transcriptVersion }) => transcriptVersion),
    ],
  );
  return changed > 0;
}

/**
 * The speakers of all readable recordings, in order of recordings and first speech; of their voices first the one by
 * the embedder with which recordings were listened to anew last.
 */
async function candidatesOf(
  tx: EntityManager,
  { collectionId, workspaceId }: CollectionRef,
): Promise<Candidate[]> {
  const clips = await clipsOf(tx, [collectionId], workspaceId);
  const rows: {
    id: string;
    recordingId: string;
    name: string | null;
    profileId: string | null;
    voices: { model: string; vector: number[] }[] | null;
  }[] = await tx.query(
    `select speaker.id, speaker.recording_id as "recordingId", speaker.name,
            speaker.profile_id as "profileId",
            (select json_agg(json_build_object('model', voice.model, 'vector', voice.embedding::real[])
                             order by (voice.model = reembedding.model) desc nulls last, voice.model)
               from transcript.speaker_embedding voice
               left join transcript.voice_reembedding reembedding on reembedding.workspace_id = voice.workspace_id
              where voice.speaker_id = speaker.id and voice.speech_ms >= $3) as voices
         from transcript.speaker
        where speaker.transcript_id = any($1::uuid[]) and speaker.workspace_id = $2 and not speaker.absent
        order by array_position($1::uuid[], speaker.transcript_id), speaker.position`,
    [clips.map(({ transcriptId }) => transcriptId), workspaceId, MIN_VOICE_MS],
  );
  const denied = (await deniedIdentities(tx, [collectionId], workspaceId)).get(collectionId);
  const unknown = { name: null, profileId: null };
  const identities = identitiesOf(rows.map((row) => (isDenied(row, denied?.get(row.id)) ? unknown : row)));
  return rows.map(({ id, recordingId, voices }, row) => ({
    id,
    recordingId,
    identity: identities[row] ?? null,
    denied: denied?.get(id) ?? new Set(),
    voices: new Map(voices?.map(({ model, vector }) => [model, vector])),
  }));
}

function decisionsOf(
  tx: EntityManager,
  { collectionId, workspaceId }: CollectionRef,
): Promise<SpeakerDecision[]> {
  return tx.query(
    `select speaker_id as "speakerId", other_id as "otherId", same from transcript.collection_decision
      where collection_id = $1 and workspace_id = $2 order by created_at, speaker_id, other_id`,
    [collectionId, workspaceId],
  );
}

async function peopleOf(tx: EntityManager, { collectionId, workspaceId }: CollectionRef): Promise<Person[]> {
  const rows: (UnifiedMember & { personId: string })[] = await tx.query(
    `select person.id as "personId", appearance.speaker_id as id, reason, similarity, model
       from transcript.collection_speaker person
       join transcript.collection_appearance appearance on appearance.collection_speaker_id = person.id
       join transcript.speaker on speaker.id = appearance.speaker_id
       left join transcript.collection_member member
         on member.collection_id = person.collection_id and member.recording_id = speaker.recording_id
      where person.collection_id = $1 and person.workspace_id = $2
      order by person.position, member.position, speaker.position`,
    [collectionId, workspaceId],
  );
  return [...Map.groupBy(rows, ({ personId }) => personId)].map(([id, members]) => ({
    id,
    members: members.map(({ personId: _personId, ...member }) => member),
  }));
}

async function writePeople(
  tx: EntityManager,
  { collectionId, workspaceId }: CollectionRef,
  people: readonly Person[],
): Promise<void> {
  const where = [collectionId, workspaceId];
  for (const table of ['collection_appearance', 'collection_speaker'])
    await tx.query(`delete from transcript.${table} where collection_id = $1 and workspace_id = $2`, where);
  await tx.query(
    `insert into transcript.collection_speaker (id, collection_id, workspace_id, position)
     select id, $1, $2, place - 1 from unnest($3::uuid[]) with ordinality as person(id, place)`,
    [...where, people.map(({ id }) => id)],
  );
  const rows = people.flatMap(({ id, members }) => members.map((member) => ({ ...member, personId: id })));
  await tx.query(
    `insert into transcript.collection_appearance
       (collection_id, workspace_id, speaker_id, collection_speaker_id, reason, similarity, model)
     select $1, $2, id, "personId", reason, similarity, model
       from jsonb_to_recordset($3::jsonb) as row(id uuid, "personId" uuid, reason text, similarity float8, model text)`,
    [...where, JSON.stringify(rows)],
  );
}
