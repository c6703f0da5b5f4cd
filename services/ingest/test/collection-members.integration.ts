import { eventually } from '@colloquy/testkit';
import { collectionsOf } from './collection-graph.ts';
import { audio, removeMadeAudio, RunningIngest } from './running-ingest.ts';

let ingest: RunningIngest;
let collections: ReturnType<typeof collectionsOf>;
beforeAll(async () => {
  ingest = await RunningIngest.start({ COLLECTION_MAX_RECORDINGS: '3', DELETE_GRACE_SECONDS: '60' });
  collections = collectionsOf(ingest);
}, 120_000);
afterAll(async () => {
  await ingest.stop();
  removeMadeAudio();
});

const upload = async (details: Record<string, unknown> = {}) => {
  const { id = '' } = await ingest.create(await ingest.upload(audio(1, 'mp3'), 'clip.mp3'), details);
  return id;
};
const remove = (id: string) =>
  ingest.graph.query('mutation ($id: ID!) { deleteRecording(id: $id) { ... on DeletedRecording { id } } }', {
    id,
  });
const contained = async (id: string) =>
  (await collections.find(id))?.recordings.map((recording) => recording.id);
const restore = async (id: string, leaveFullCollections?: boolean) =>
  (
    await ingest.graph.query<{ restoreRecording: Record<string, unknown> }>(
      `mutation ($id: ID!, $leaveFullCollections: Boolean! = false) {
         restoreRecording(id: $id, leaveFullCollections: $leaveFullCollections) {
           ... on Recording { id } ... on Problem { code message }
         }
       }`,
      { id, ...(leaveFullCollections !== undefined && { leaveFullCollections }) },
    )
  ).restoreRecording;

it('keeps uploads in the order they were chosen in, whichever arrives first', async () => {
  const { id: collectionId } = await collections.create('In order');
  const at = (ms: number) => ({ collectionId, chosenAt: new Date(1_800_000_000_000 + ms) });
  const third = await upload(at(3));
  const first = await upload(at(1));
  const second = await upload(at(2));
  expect(await contained(collectionId)).toEqual([first, second, third]);
});

it('lets what arrives later come last once a person has put the others in order', async () => {
  const { id: collectionId } = await collections.create('By hand');
  const at = (ms: number) => ({ collectionId, chosenAt: new Date(1_800_000_000_000 + ms) });
  const second = await upload(at(2));
  const third = await upload(at(3));
  await collections.reorder(collectionId, third, second);
  const first = await upload(at(1));
  expect(await contained(collectionId)).toEqual([third, second, first]);
});

it('deletes what was uploaded into one collection with the last that has it', async () => {
  const { id: a } = await collections.create('A');
  const { id: b } = await collections.create('B');
  const made = await upload({ collectionId: a });
  const own = await upload();
  await collections.add(b, made, own);
  expect(await collections.delete(a, true)).toMatchObject({ deletedRecordings: 0 });
  expect(await contained(b)).toEqual([made, own]);
  expect(await collections.delete(b, true)).toMatchObject({ deletedRecordings: 1 });
  await eventually(async () => (await ingest.recording(made)) === null);
  expect(await ingest.recording(own)).not.toBeNull();
});

it('holds no more than it may when a deleted recording comes back', async () => {
  const { id } = await collections.create('Full');
  const recordings = [await upload(), await upload(), await upload()];
  const [gone = '', ...others] = recordings;
  await collections.add(id, ...recordings);
  await remove(gone);
  const late = await upload({ collectionId: id });
  expect(await restore(gone)).toMatchObject({
    code: 'COLLECTION_FULL',
    message: 'It was in “Full”, which is full by now.',
  });
  expect(await ingest.recording(gone)).toBeNull();
  expect(await restore(gone, true)).toEqual({ id: gone });
  expect(await contained(id)).toEqual([...others, late]);
  await eventually(() =>
    ingest.told.some(
      ({ payload }) =>
        payload['collectionId'] === id && !(payload['recordingIds'] as string[]).includes(gone),
    ),
  );
});

it('takes a recording back that it has room for', async () => {
  const { id } = await collections.create('Room');
  const [one, other] = [await upload(), await upload()];
  await collections.add(id, one, other);
  await remove(one);
  expect(await restore(one)).toEqual({ id: one });
  expect(await contained(id)).toEqual([one, other]);
});

it('is found by a part of its name', async () => {
  await collections.create('Rates 100% up');
  const names = async (search: string) => (await collections.list(10, undefined, search)).edges.length;
  expect([await names('rates 100%'), await names('r%s')]).toEqual([1, 0]);
});
