import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DELIVERY_CALL,
  eventually,
  rowsOf,
  rowsWith,
  speakDialogue,
  startStack,
  type Stack,
} from '@colloquy/testkit';
import { expiresInAnHour, hourPasses } from './collection-expiry.ts';
import { createRecording, reaches, uploadByTus } from './recording-actions.ts';

const folder = mkdtempSync(join(tmpdir(), 'colloquy-expiry-'));
let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ DELETE_GRACE_SECONDS: '0' });
}, 120_000);
afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true });
});

const nowhere = async (word: string): Promise<boolean> =>
  Object.keys(await rowsWith(word, stack.databaseUrl)).length === 0;

it('leaves nothing of a collection that has expired, in files, tables, jobs, search or answers', async () => {
  const { createCollection } = await stack.graph.query<{ createCollection: { id: string } }>(
    'mutation { createCollection(input: { name: "Zebedee" }) { ... on Collection { id } } }',
  );
  const { id: collectionId } = createCollection;
  const file = join(folder, 'call.mp3');
  speakDialogue(DELIVERY_CALL.slice(0, 2), file);
  const uploadId = await uploadByTus(stack, readFileSync(file), 'marmalade.mp3');
  const { id = '' } = await createRecording(stack, uploadId, { title: 'Quokka', collectionId });
  await reaches(stack, id, 'READY');
  const people = async () => {
    const { collection } = await stack.graph.query<{ collection: { speakers: { id: string }[] | null } }>(
      'query ($id: ID!) { collection(id: $id) { speakers { id } } }',
      { id: collectionId },
    );
    return collection.speakers ?? [];
  };
  const [person] = await eventually(async () => ((await people()).length > 0 ? people() : null));
  await stack.graph.query(
    'mutation ($input: RenameCollectionSpeakerInput!) { renameCollectionSpeaker(input: $input) { __typename } }',
    { input: { collectionId, speakerId: person?.id, name: 'Wilhelmina' } },
  );
  const words = ['zebedee', 'quokka', 'marmalade', 'wilhelmina'];
  for (const word of words) expect(await nowhere(word)).toBe(false);

  await expiresInAnHour(stack, collectionId);
  await hourPasses(stack, collectionId);
  await eventually(async () => (await Promise.all(words.map(nowhere))).every(Boolean), 60_000);
  // What stays is that it was deleted, without its title: a late event must bring nothing back.
  await eventually(async () =>
    Object.keys(await rowsOf(id, stack.databaseUrl)).every((table) => table.endsWith('.recording_ref')),
  );
  expect(existsSync(join(stack.dataDir, 'storage/recordings', id))).toBe(false);
  const { searchSegments } = await stack.graph.query<{ searchSegments: { totalCount: number } }>(
    '{ searchSegments(input: { query: "price" }) { totalCount } }',
  );
  expect(searchSegments.totalCount).toBe(0);
}, 180_000);
