import { collectionDeleted } from '@colloquy/contracts';
import { LOCAL_WORKSPACE_ID as workspaceId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { clip, collectedIn, type Collected } from './collected-recordings.ts';
import { RunningService } from './running-service.ts';
import { change, switchProfiles } from './speaker-profiles.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

/** Two recordings in which somebody called Anna is heard, who is another person in the second. */
async function parted(): Promise<{ collection: Collected; other: string }> {
  const collection = await collectedIn(service);
  const [anna] = await collection.people();
  await collection.rename(anna?.id, 'Anna');
  const other = anna?.appearances[1]?.speakerId ?? '';
  await collection.separate(other);
  return { collection, other };
}

const names = async (collection: Collected) =>
  (await collection.people()).map(({ displayName }) => displayName);
const personOf = async (collection: Collected, speakerId: string) =>
  (await collection.people()).find(({ appearances }) =>
    appearances.some((one) => one.speakerId === speakerId),
  );
const joined = async (collection: Collected) => {
  const document = clip(5, null);
  await service.tell(document.recordingId, { title: 'Part 3' });
  await service.transcribed(document);
  const { speakers } = (await service.transcript<{ speakers: { id: string }[] }>(
    document.recordingId,
    'speakers { id }',
  )) ?? { speakers: [] };
  await service.rename(speakers[0]?.id ?? '', 'Anna');
  collection.recordingIds.push(document.recordingId);
  return speakers[0]?.id ?? '';
};

it('takes the name from whom a person says is somebody else, and tells what the transcript calls them', async () => {
  const { collection, other } = await parted();
  expect(await names(collection)).toEqual(['Anna', 'Speaker 2', 'Speaker 3', 'Speaker 4']);
  const [appearance] = (await personOf(collection, other))?.appearances ?? [];
  expect(appearance?.deniedName).toBe('Anna');
  const text = await (await fetch(`${service.url}/exports/collections/${collection.id}.txt`)).text();
  expect(text.match(/^Anna$|Anna: Good morning/gm)?.length ?? 0).toBeLessThan(2);
  expect(
    await service.transcript<{ speakers: { name: string | null }[] }>(
      collection.recordingIds[1] ?? '',
      'speakers { name }',
    ),
  ).toMatchObject({ speakers: [{ name: 'Anna' }, { name: null }] });
});

it('names a person in every recording or, when that cannot be, in none', async () => {
  const collection = await collectedIn(service);
  const [anna] = await collection.people();
  const [, second] = anna?.appearances ?? [];
  const { dataSource } = service.ingest;
  await dataSource.query(`
    create function transcript.refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$`);
  await dataSource.query(`
    create trigger refuse before update on transcript.speaker for each row
      when (new.id = '${second?.speakerId}') execute function transcript.refuse()`);
  await expect(collection.rename(anna?.id, 'Anna')).rejects.toThrow('GraphQL');
  expect(await names(collection)).not.toContain('Anna');
  for (const recordingId of collection.recordingIds)
    expect(await service.transcript(recordingId, 'version')).toEqual({ version: 1 });
  await dataSource.query('drop function transcript.refuse cascade');
  expect(await collection.rename(anna?.id, 'Anna')).not.toHaveProperty('code');
  expect(await names(collection)).toContain('Anna');
});

it('puts them with nobody of that name who comes later, wherever that recording stands', async () => {
  const { collection, other } = await parted();
  const late = await joined(collection);
  // The one who was parted comes first.
  collection.recordingIds = [
    collection.recordingIds[1],
    collection.recordingIds[0],
    collection.recordingIds[2],
  ].flatMap((id) => id ?? []);
  await collection.tell();
  await eventually(async () => (await personOf(collection, late)) !== undefined);
  const annas = (await personOf(collection, late))?.appearances.map(({ speakerId }) => speakerId);
  expect(annas).toHaveLength(2);
  expect(annas).not.toContain(other);
  expect((await personOf(collection, other))?.name).toBeNull();
});

it('holds when the recording is processed again, and no longer once the transcript says another name', async () => {
  const { collection, other } = await parted();
  await service.transcribed(clip(10, 170, collection.recordingIds[1]));
  await eventually(async () => (await personOf(collection, other)) === undefined);
  const again = await eventually(async () =>
    (await collection.people()).find(({ appearances }) => appearances[0]?.deniedName === 'Anna'),
  );
  const speakerId = again.appearances[0]?.speakerId ?? '';
  await service.rename(speakerId, 'Berta');
  await eventually(async () => (await personOf(collection, speakerId))?.displayName === 'Berta');
  expect((await personOf(collection, speakerId))?.appearances[0]?.deniedName).toBeNull();
});

it('is taken back by saying that they are one, or by giving them the name here', async () => {
  const { collection, other } = await parted();
  const [anna] = await collection.people();
  await collection.merge((await personOf(collection, other))?.id, anna?.id);
  expect((await personOf(collection, other))?.appearances.map(({ deniedName }) => deniedName)).toEqual([
    null,
    null,
  ]);
  await collection.separate(other);
  const person = await personOf(collection, other);
  await collection.rename(person?.id, 'Anna');
  expect((await personOf(collection, other))?.name).toBe('Anna');
});

it('counts for a profile as for a name, until the transcript no longer says so', async () => {
  await switchProfiles(service, true);
  const collection = await collectedIn(service);
  const [anna] = await collection.people();
  const [first = '', other = ''] = anna?.appearances.map(({ speakerId }) => speakerId) ?? [];
  const profile = await change(
    service,
    `createSpeakerProfile(input: { name: "Anna", speakerId: "${first}" })`,
  );
  await service.graph.query(
    `mutation { assignSpeakerProfile(speakerId: "${other}", profileId: "${profile.id}") { __typename } }`,
  );
  await eventually(async () => (await personOf(collection, other))?.name === 'Anna');
  await collection.separate(other);
  const denied = await personOf(collection, other);
  expect(denied).toMatchObject({ name: null, appearances: [{ deniedName: 'Anna' }] });
  await service.graph.query(`mutation { rejectIdentification(speakerId: "${other}") { __typename } }`);
  await eventually(async () => (await personOf(collection, other))?.appearances[0]?.deniedName === null);
  expect((await personOf(collection, other))?.id).toBe(denied?.id);
});

it('leaves nothing of itself behind', async () => {
  const { collection } = await parted();
  await service.publish(collectionDeleted, { workspaceId, collectionId: collection.id });
  const rows = () =>
    service.ingest.dataSource.query('select 1 from transcript.collection_denial where collection_id = $1', [
      collection.id,
    ]);
  await eventually(async () => (await rows()).length === 0);
  expect(await collection.read('id')).toBeNull();
});
