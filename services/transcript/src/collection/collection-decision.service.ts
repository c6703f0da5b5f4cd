import { inTransaction, isId, type Context } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import type { SpeakerCorrectionService } from '../correction/speaker-correction.service.ts';
import { CollectionRef } from './collection-ref.entity.ts';
import {
  bothInOneRecording,
  collectionNotFound,
  collectionSpeakerNotFound,
  nobodyElse,
} from './collection.errors.ts';
import { admit, deny } from './denied-identities.ts';
import { lockOwnCollection, type CollectionFinder } from './collection.finder.ts';
import type { UnifyCollectionService } from './unify-collection.service.ts';

interface Member {
  speakerId: string;
  recordingId: string;
  personId: string;
}

/** What a person says about who is who in a collection; kept whenever its speakers are worked out anew. */
export class CollectionDecisionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly finder: Pick<CollectionFinder, 'ref' | 'appearances'>,
    private readonly unify: UnifyCollectionService,
    private readonly corrections: Pick<SpeakerCorrectionService, 'renameSpeakers'>,
  ) {}

  /**
   * Two of a collection's speakers are one person.
   * @throws ExpectedError `COLLECTION_NOT_FOUND` · `COLLECTION_SPEAKER_NOT_FOUND` · `COLLECTION_SPEAKERS_MEET`
   */
  merge(collectionId: string, personId: string, intoId: string, context: Context): Promise<CollectionRef> {
    return this.decide(collectionId, context, async (tx, ref, members) => {
      const some = members.filter((one) => one.personId === personId);
      const others = members.filter((one) => one.personId === intoId);
      const [first] = others;
      if (some.length === 0 || !first || personId === intoId) throw collectionSpeakerNotFound();
      const meeting = some.find((one) => others.some(({ recordingId }) => recordingId === one.recordingId));
      if (meeting) throw bothInOneRecording(await titleOf(tx, meeting.recordingId, ref.workspaceId));
      await forget(tx, ref, some, others);
      await admit(tx, ref, idsOf([...some, ...others]));
      await note(tx, ref, first, [...others.slice(1), ...some], true, context);
    });
  }

  /**
   * A speaker of a recording is not the same person as those they were put with.
   * @throws ExpectedError `COLLECTION_NOT_FOUND` · `COLLECTION_SPEAKER_NOT_FOUND` · `COLLECTION_SPEAKER_ALONE`
   */
  separate(collectionId: string, speakerId: string, context: Context): Promise<CollectionRef> {
    return this.decide(collectionId, context, async (tx, ref, members) => {
      const one = members.find((member) => member.speakerId === speakerId.toLowerCase());
      if (!one) throw collectionSpeakerNotFound();
      const others = members.filter((member) => member.personId === one.personId && member !== one);
      if (others.length === 0) throw nobodyElse();
      await forget(tx, ref, [one], others);
      await note(tx, ref, one, others, false, context);
      const group = members.filter(({ personId }) => personId === one.personId);
      await deny(tx, ref, one.speakerId, idsOf(group));
    });
  }

  /** Names them in every recording, or in none. @throws ExpectedError as `renameSpeaker`, `COLLECTION_SPEAKER_NOT_FOUND` */
  async rename(
    collectionId: string,
    personId: string,
    name: string | null,
    context: Context,
  ): Promise<CollectionRef> {
    const ref = await this.finder.ref(collectionId, context);
    if (!ref) throw collectionNotFound();
    const theirs = (await this.finder.appearances(ref.collectionId, context)).filter(
      ({ collectionSpeakerId }) => collectionSpeakerId === personId,
    );
    if (theirs.length === 0) throw collectionSpeakerNotFound();
    const speakerIds = theirs.map(({ speakerId }) => speakerId);
    await this.corrections.renameSpeakers(speakerIds, name, context, (tx) => admit(tx, ref, speakerIds));
    await this.unify.refresh(ref.workspaceId, ref.collectionId);
    return ref;
  }

  private async decide(
    collectionId: string,
    context: Context,
    work: (tx: EntityManager, ref: CollectionRef, members: Member[]) => Promise<void>,
  ): Promise<CollectionRef> {
    if (!isId(collectionId)) throw collectionNotFound();
    const ref = await inTransaction(this.dataSource, async (tx) => {
      const locked = await lockOwnCollection(tx, collectionId, context);
      await work(tx, locked, await membersOf(tx, locked));
      await this.unify.unify(tx, locked);
      return locked;
    });
    this.unify.announce(ref.collectionId);
    return ref;
  }
}

const idsOf = (members: readonly Member[]): string[] => members.map(({ speakerId }) => speakerId);

function membersOf(tx: EntityManager, { collectionId, workspaceId }: CollectionRef): Promise<Member[]> {
  return tx.query(
    `select appearance.speaker_id as "speakerId", speaker.recording_id as "recordingId",
            appearance.collection_speaker_id as "personId"
       from transcript.collection_appearance appearance join transcript.speaker on speaker.id = appearance.speaker_id
       join transcript.collection_member member
         on member.collection_id = appearance.collection_id and member.recording_id = speaker.recording_id
      where appearance.collection_id = $1 and appearance.workspace_id = $2
      order by member.position, speaker.position`,
    [collectionId, workspaceId],
  );
}

/** Takes back what was said about pairs of them before. */
async function forget(
  tx: EntityManager,
  { collectionId, workspaceId }: CollectionRef,
  some: readonly Member[],
  others: readonly Member[],
): Promise<void> {
  await tx.query(
    `delete from transcript.collection_decision
      where collection_id = $1 and workspace_id = $2
        and (speaker_id = any($3::uuid[]) and other_id = any($4::uuid[])
             or other_id = any($3::uuid[]) and speaker_id = any($4::uuid[]))`,
    [collectionId, workspaceId, idsOf(some), idsOf(others)],
  );
}

async function note(
  tx: EntityManager,
  { collectionId, workspaceId }: CollectionRef,
  one: Member,
  others: readonly Member[],
  same: boolean,
  { viewer }: Context,
): Promise<void> {
  await tx.query(
    `insert into transcript.collection_decision
       (collection_id, workspace_id, speaker_id, other_id, same, author, created_at)
     select $1, $2, $3, id, $5, $6, now() from unnest($4::uuid[]) as other(id)
     on conflict (collection_id, speaker_id, other_id) do update
       set same = excluded.same, author = excluded.author, created_at = excluded.created_at`,
    [collectionId, workspaceId, one.speakerId, idsOf(others), same, viewer.name],
  );
}

async function titleOf(tx: EntityManager, recordingId: string, workspaceId: string): Promise<string> {
  const [row]: { title: string }[] = await tx.query(
    'select title from transcript.recording_ref where recording_id = $1 and workspace_id = $2',
    [recordingId, workspaceId],
  );
  return row?.title ?? '';
}
