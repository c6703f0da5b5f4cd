import { In, type EntityManager } from 'typeorm';
import { Speaker } from '../speaker/speaker.entity.ts';
import { claimsOf } from './speaker-identity.ts';

/** Collection, then speaker: who they are not, as people said in that collection. */
export type DeniedIdentities = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

interface Denial {
  collectionId: string;
  speakerId: string;
  identity: string;
}

export async function deniedIdentities(
  tx: Pick<EntityManager, 'query'>,
  collectionIds: readonly string[],
  workspaceId: string,
): Promise<DeniedIdentities> {
  const rows = await tx.query<Denial[]>(
    `select collection_id as "collectionId", speaker_id as "speakerId", identity
       from transcript.collection_denial where collection_id = any($1::uuid[]) and workspace_id = $2`,
    [collectionIds, workspaceId],
  );
  return new Map(
    Array.from(
      Map.groupBy(rows, ({ collectionId }) => collectionId),
      ([id, ofCollection]) => [
        id,
        new Map(
          Array.from(
            Map.groupBy(ofCollection, ({ speakerId }) => speakerId),
            ([speaker, denials]) => [speaker, new Set(denials.map(({ identity }) => identity))],
          ),
        ),
      ],
    ),
  );
}

interface InCollection {
  collectionId: string;
  workspaceId: string;
}

/**
 * Keeps that a speaker is not the person they were put with: neither whoever the others are said to be, nor the name
 * that all of them were shown under.
 * @param groupIds all of them, in the order that names them
 */
export async function deny(
  tx: EntityManager,
  of: InCollection,
  speakerId: string,
  groupIds: readonly string[],
): Promise<void> {
  const all = await speakersOf(tx, of, groupIds);
  const group = groupIds.flatMap((id) => all.get(id) ?? []);
  const shown = group.find(({ name }) => name !== null);
  const isShownName = ({ name }: Speaker) =>
    name !== null && shown?.name?.toLowerCase() === name.toLowerCase();
  const not = group.filter((one) => one.id !== speakerId || isShownName(one));
  const denied = new Set(not.flatMap(claimsOf));
  await tx.query(
    `insert into transcript.collection_denial (collection_id, speaker_id, identity, workspace_id)
     select $1, $2, identity, $3 from unnest($4::text[]) as denied(identity) on conflict do nothing`,
    [of.collectionId, speakerId, of.workspaceId, [...denied]],
  );
}

/** Takes back that speakers are not who one of them is said to be: a person says that they are. */
export async function admit(
  tx: EntityManager,
  of: InCollection,
  speakerIds: readonly string[],
): Promise<void> {
  const claims = [...(await speakersOf(tx, of, speakerIds)).values()].flatMap(claimsOf);
  await tx.query(
    `delete from transcript.collection_denial
      where collection_id = $1 and workspace_id = $2 and speaker_id = any($3::uuid[]) and identity = any($4::text[])`,
    [of.collectionId, of.workspaceId, speakerIds, claims],
  );
}

async function speakersOf(
  tx: EntityManager,
  { workspaceId }: InCollection,
  ids: readonly string[],
): Promise<Map<string, Speaker>> {
  const found = await tx.findBy(Speaker, { id: In([...ids]), workspaceId });
  return new Map(found.map((speaker) => [speaker.id, speaker]));
}
