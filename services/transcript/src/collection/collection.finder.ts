import { batchGroupLoader, batchLoader, isId, type Context } from '@colloquy/subgraph';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { CollectionRef } from './collection-ref.entity.ts';
import { collectionNotFound } from './collection.errors.ts';
import { deniedIdentities } from './denied-identities.ts';
import { isDenied } from './speaker-identity.ts';
import type { MatchReason } from './unify-speakers.ts';
import { nothingSaid, type SpeakingCounts } from './speaking-statistics.ts';

/** A recording of a collection with the transcript that is read. */
export interface CollectionClip {
  collectionId: string;
  recordingId: string;
  title: string;
  transcriptId: string;
  transcriptVersion: number;
  durationMs: number;
  segmentCount: number;
  /** Whether the collection's people have been worked out with it. */
  counted: boolean;
}

/** A speaker of a recording as one of the people of a collection. */
export interface Appearance {
  collectionId: string;
  collectionSpeakerId: string;
  speakerId: string;
  recordingId: string;
  name: string | null;
  /** What the transcript calls them, and a person said in the collection that they are not. */
  deniedName: string | null;
  position: number;
  reason: MatchReason;
  similarity: number | null;
  model: string | null;
  counts: SpeakingCounts;
}

/** Reads what was made of collections. Another person's do not exist. */
export class CollectionFinder {
  constructor(private readonly dataSource: DataSource) {}

  /** Null when there is none of this viewer. */
  async ref(id: string, context: Context): Promise<CollectionRef | null> {
    const ref = await this.refById(id.toLowerCase(), context);
    return ref?.ownerId === context.viewer.id ? ref : null;
  }

  private readonly refById = batchLoader<CollectionRef>(
    (ids, workspaceId) =>
      this.dataSource.manager.findBy(CollectionRef, {
        collectionId: In(ids.filter(isId)),
        workspaceId,
        deleted: false,
      }),
    ({ collectionId }) => collectionId,
  );

  /** In order; only those that can be read. */
  readonly clips = batchGroupLoader<CollectionClip>(
    (ids, workspaceId) => clipsOf(this.dataSource.manager, ids, workspaceId),
    ({ collectionId }) => collectionId,
  );

  /** In the order of people, recordings and first speech. */
  readonly appearances = batchGroupLoader<Appearance>(
    async (ids, workspaceId) => {
      const rows: (Appearance & { profileId: string | null; counts: SpeakingCounts | null })[] =
        await this.dataSource.query(
          `select appearance.collection_id as "collectionId", person.id as "collectionSpeakerId", speaker.id as "speakerId",
                speaker.recording_id as "recordingId", speaker.name, speaker.profile_id as "profileId", person.position, reason, similarity, model,
                counted.counts -> speaker.id::text as counts
           from transcript.collection_appearance appearance
           join transcript.collection_speaker person on person.id = appearance.collection_speaker_id
           join transcript.speaker on speaker.id = appearance.speaker_id and not speaker.absent
           join transcript.transcript on transcript.id = speaker.transcript_id and transcript.is_current
           join transcript.recording_ref ref on ref.recording_id = speaker.recording_id and not ref.hidden
           join transcript.collection_member member
             on member.collection_id = appearance.collection_id and member.recording_id = speaker.recording_id
           left join transcript.speaking_counts counted on counted.transcript_id = transcript.id
          where appearance.collection_id = any($1::uuid[]) and appearance.workspace_id = $2
          order by person.position, member.position, speaker.position`,
          [ids, workspaceId],
        );
      const denied = await deniedIdentities(this.dataSource, ids, workspaceId);
      return rows.map((row) => {
        const isOther = isDenied(row, denied.get(row.collectionId)?.get(row.speakerId));
        const names = isOther ? { name: null, deniedName: row.name } : { deniedName: null };
        return { ...row, ...names, counts: row.counts ?? nothingSaid() };
      });
    },
    ({ collectionId }) => collectionId,
  );
}

/** The readable recordings of collections, in order. */
export function clipsOf(
  tx: EntityManager,
  collectionIds: readonly string[],
  workspaceId: string,
): Promise<CollectionClip[]> {
  return tx.query(
    `select member.collection_id as "collectionId", member.recording_id as "recordingId", ref.title,
            transcript.id as "transcriptId", transcript.version as "transcriptVersion",
            transcript.duration_ms as "durationMs", transcript.segment_count as "segmentCount",
            member.transcript_id is not null as counted
       from transcript.collection_member member
       join transcript.recording_ref ref on ref.recording_id = member.recording_id and not ref.hidden
       join transcript.transcript on transcript.recording_id = member.recording_id and transcript.is_current
      where member.collection_id = any($1::uuid[]) and member.workspace_id = $2 and ref.workspace_id = $2
      order by member.position`,
    [collectionIds, workspaceId],
  );
}

/** The version of their transcripts that every collection with a recording shows; without those that none has. */
export function collectedVersions(
  tx: EntityManager,
  recordingIds: readonly string[],
  workspaceId: string,
): Promise<{ recordingId: string; version: number; appliedAt: Date | null }[]> {
  return tx.query(
    `select member.recording_id as "recordingId", max(ref.unified_at) as "appliedAt",
            min(case when member.transcript_id = transcript.id then member.transcript_version else 0 end) as version
       from transcript.collection_member member
       join transcript.collection_ref ref on ref.collection_id = member.collection_id and not ref.deleted
       join transcript.transcript on transcript.recording_id = member.recording_id and transcript.is_current
      where member.recording_id = any($1::uuid[]) and member.workspace_id = $2
      group by member.recording_id`,
    [recordingIds, workspaceId],
  );
}

/**
 * A collection of the viewer, locked until the transaction ends: its speakers are worked out one time after another.
 * @throws ExpectedError `COLLECTION_NOT_FOUND`
 */
export async function lockOwnCollection(
  tx: EntityManager,
  id: string,
  { workspaceId, viewer }: Context,
): Promise<CollectionRef> {
  const ref = await lockCollection(tx, workspaceId, id);
  if (!ref || ref.ownerId !== viewer.id) throw collectionNotFound();
  return ref;
}

/** Null when it is not known or deleted. */
export async function lockCollection(
  tx: EntityManager,
  workspaceId: string,
  id: string,
): Promise<CollectionRef | null> {
  if (!isId(id)) return null;
  return tx.findOne(CollectionRef, {
    where: { collectionId: id, workspaceId, deleted: false },
    lock: { mode: 'pessimistic_write' },
  });
}
