import { inTransaction, isId, type Context } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { correctionNotFound } from '../correction/correction.errors.ts';
import type { Correction } from '../correction/correction.entity.ts';
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

interface Renaming {
  ref: CollectionRef;
  /** Of each recording in which the name was another. */
  corrections: Correction[];
}

/** What a person says about who is who in a collection; kept whenever its speakers are worked out anew. */
export class CollectionDecisionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly finder: Pick<CollectionFinder, 'ref' | 'appearances'>,
    private readonly unify: UnifyCollectionService,
    private readonly corrections: Pick<SpeakerCorrectionService, 'renameSpeakers' | 'undoRenaming'>,
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
  ): Promise<Renaming> {
    const ref = await this.finder.ref(collectionId, context);
    if (!ref) throw collectionNotFound();
    const theirs = (await this.finder.appearances(ref.collectionId, context)).filter(
      ({ collectionSpeakerId }) => collectionSpeakerId === personId,
    );
    if (theirs.length === 0) throw collectionSpeakerNotFound();
    const speakerIds = theirs.map(({ speakerId }) => speakerId);
    const corrections = await this.corrections.renameSpeakers(speakerIds, name, context, (tx) =>
      admit(tx, ref, speakerIds),
    );
    await this.unify.refresh(ref.workspaceId, ref.collectionId);
    return { ref, corrections };
  }

  /**
   * Takes names back that were given to a person of a collection, or gives them again.
   * @throws ExpectedError `COLLECTION_NOT_FOUND` · `CORRECTION_NOT_FOUND` · `CORRECTION_OVERLAID`
   */
  async undoRename(
    collectionId: string,
    correctionIds: readonly string[],
    context: Context,
  ): Promise<Renaming> {
    const ref = await this.finder.ref(collectionId, context);
    if (!ref) throw collectionNotFound();
    const other = await this.otherThanNames(ref, correctionIds);
    if (other) throw correctionNotFound(other);
    const corrections = await this.corrections.undoRenaming(correctionIds, context);
    await this.unify.refresh(ref.workspaceId, ref.collectionId);
    return { ref, corrections };
  }

  /** Of its recordings; what was said of who somebody is is taken back with what it changed of their profile, not here. */
  private async otherThanNames(
    { collectionId, workspaceId }: CollectionRef,
    correctionIds: readonly string[],
  ): Promise<string | undefined> {
    const [other]: { id: string }[] = await this.dataSource.query(
      `select correction.id from transcript.correction
        where correction.id = any($1::uuid[]) and correction.workspace_id = $2
          and (jsonb_array_length(correction.segments) > 0 or exists (
            select 1 from transcript.profile_change change
             where change.correction_id = correction.id and change.kind <> 'CORRECTED')
            or not exists (
              select 1 from transcript.collection_member member
               where member.collection_id = $3 and member.workspace_id = $2
                 and member.recording_id = correction.recording_id))
        limit 1`,
      [correctionIds.filter(isId), workspaceId, collectionId],
    );
    return other?.id;
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
