import { collectionChanged, collectionDeleted, recordingDeleted } from '@colloquy/contracts';
import { LOCAL_WORKSPACE_ID as workspaceId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { clip, collectedIn } from './collected-recordings.ts';
import { RunningService } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

const collected = () => collectedIn(service);
const allApplied = () =>
  eventually(async () => {
    const waiting: unknown[] = await service.ingest.dataSource.query(
      "select 1 from pgboss.job where name = 'collection.changed/transcript' and state in ('created', 'active', 'retry')",
    );
    return waiting.length === 0;
  });

it('tells the same voice through all recordings, says how alike it is and by which embedder', async () => {
  const collection = await collected();
  const [anna, ben, other] = await collection.people();
  expect(anna?.appearances.map(({ recording }) => recording.id)).toEqual(collection.recordingIds);
  expect(anna?.appearances[1]?.match).toEqual({
    reason: 'VOICE',
    similarity: expect.closeTo(Math.cos(Math.PI / 18)),
    threshold: 0.6,
    embedder: 'speaker-96',
  });
  expect(ben?.appearances[0]?.match).toMatchObject({ reason: 'ALONE' });
  expect([anna, ben, other].map((one) => one?.displayName)).toEqual(['Speaker 1', 'Speaker 2', 'Speaker 3']);
});

it('counts how much each speaks, in each recording and over all', async () => {
  const [anna, ben] = await (await collected()).people();
  // 900 ms, 4 words; heard until 1.3 s, while the other talks from 1 s on.
  const there = {
    talkTimeMs: 900,
    turns: 1,
    words: 4,
    longestMonologueMs: 900,
    overlapMs: 300,
    interruptions: 0,
  };
  expect(anna?.appearances[0]?.statistics).toMatchObject({ ...there, share: expect.closeTo(1 / 3) });
  expect(anna?.statistics).toMatchObject({
    talkTimeMs: 1_800,
    turns: 2,
    words: 8,
    longestMonologueMs: 900,
    overlapMs: 600,
    share: expect.closeTo(1 / 3),
    wordsPerMinute: expect.closeTo(8 / (1_800 / 60_000)),
  });
  // Two segments from 1.0 to 2.9 s are one turn; they began to talk while the first, at it for a second, went on.
  expect(ben?.statistics).toMatchObject({
    talkTimeMs: 1_800,
    turns: 1,
    words: 3,
    longestMonologueMs: 1_900,
    overlapMs: 300,
    interruptions: 1,
  });
});

it('is one transcript, recording after recording, a page at a time', async () => {
  const collection = await collected();
  interface Page {
    segments: {
      totalCount: number;
      pageInfo: { endCursor: string; hasNextPage: boolean };
      edges: { node: { offsetMs: number; segment: { text: string }; speaker: { displayName: string } } }[];
    };
  }
  const page = (after: string | null) =>
    collection.read<Page>(
      `segments(first: 4${after ? `, after: "${after}"` : ''}) { totalCount pageInfo { endCursor hasNextPage }
         edges { node { offsetMs segment { text } speaker { displayName } } } }`,
    );
  const told = (found: Page | null) =>
    found?.segments.edges.map(
      ({ node }) => `${node.offsetMs} ${node.speaker.displayName}: ${node.segment.text}`,
    );
  const first = await page(null);
  expect(first?.segments.totalCount).toBe(6);
  expect(told(first)).toEqual([
    '0 Speaker 1: Good morning to you',
    '1000 Speaker 2: Hello',
    '2000 Speaker 2: and welcome',
    '3000 Speaker 1: Good morning to you',
  ]);
  const second = await page(first?.segments.pageInfo.endCursor ?? '');
  expect(told(second)).toEqual(['4000 Speaker 3: Hello', '5000 Speaker 3: and welcome']);
  expect(second?.segments.pageInfo.hasNextPage).toBe(false);
});

it('keeps what a person says about who is who, also when a recording is processed again', async () => {
  const collection = await collected();
  const [anna, ben, other] = await collection.people();
  expect(await collection.merge(ben?.id, anna?.id)).toMatchObject({
    code: 'COLLECTION_SPEAKERS_MEET',
    message: 'Both speak in “Part 1”, so they count as two people.',
  });
  await collection.merge(other?.id, ben?.id);
  expect(await collection.groups()).toEqual(['0 1', '0 1']);
  await collection.separate(anna?.appearances[1]?.speakerId);
  expect(await collection.groups()).toEqual(['0', '0 1', '1']);
  const kept = (await collection.people()).map(({ id }) => id);

  const change = await service.transcribed(clip(10, 170, collection.recordingIds[1]));
  await eventually(async () => {
    const { speakers } =
      (await service.transcript<{ speakers: { id: string }[] }>(change.recordingId, 'speakers { id }')) ?? {};
    const there = (await collection.people()).flatMap(({ appearances }) =>
      appearances.map((one) => one.speakerId),
    );
    return speakers?.every(({ id }) => there.includes(id));
  });
  expect(await collection.groups()).toEqual(['0', '0 1', '1']);
  expect((await collection.people()).map(({ id }) => id)).toEqual(kept);
  expect((await collection.people())[1]?.appearances[0]?.match.reason).toBe('PERSON');
});

it('gives a name to a person in all recordings, and takes the same name for the same person', async () => {
  const collection = await collected();
  const [anna, ben, other] = await collection.people();
  await collection.rename(anna?.id, 'Anna');
  expect((await collection.people())[0]).toMatchObject({ id: anna?.id, name: 'Anna' });
  for (const { speakerId } of [...(ben?.appearances ?? []), ...(other?.appearances ?? [])])
    await service.rename(speakerId, 'Ben');
  const [, named] = await collection.tellsApart(2);
  expect(named?.appearances.map(({ match }) => match.reason)).toEqual(['IDENTITY', 'IDENTITY']);
});

it('tells subscribers when its speakers or what they say has changed', async () => {
  const collection = await collected();
  const changes = service.graph.subscribe<{
    collectionSpeakersChanged: { speakers: { displayName: string }[] };
  }>(
    'subscription ($id: ID!) { collectionSpeakersChanged(collectionId: $id) { speakers { displayName } } }',
    { id: collection.id },
  );
  expect((await changes.next()).value?.collectionSpeakersChanged.speakers).toHaveLength(3);
  const [anna] = await collection.people();
  await service.rename(anna?.appearances[0]?.speakerId ?? '', 'Anna');
  expect((await changes.next()).value?.collectionSpeakersChanged.speakers[0]?.displayName).toBe('Anna');
  await service.publish(collectionDeleted, { workspaceId, collectionId: collection.id });
  expect((await changes.next()).done).toBe(true);
});

it('the same event again changes nothing, and one that comes late neither', async () => {
  const collection = await collected();
  const early = collection.event();
  collection.recordingIds.reverse();
  await collection.tell();
  await eventually(async () => (await collection.groups()).join() === '0 1,0,1');
  const state = async () => [
    await collection.people(),
    await service.ingest.dataSource.query(
      'select unified_version from transcript.collection_ref where collection_id = $1',
      [collection.id],
    ),
  ];
  const before = await state();
  await service.publish(collectionChanged, collection.event());
  await service.publish(collectionChanged, early);
  await allApplied();
  expect(await state()).toEqual(before);
});

it('follows recordings that go and leaves nothing of itself', async () => {
  const collection = await collected();
  const [, gone = ''] = collection.recordingIds;
  await service.tell(gone, { hidden: true });
  await collection.tellsApart(2);
  await service.tell(gone, { hidden: false });
  await collection.tellsApart(3);
  await service.publish(recordingDeleted, { workspaceId, recordingId: gone });
  await collection.tellsApart(2);
  expect((await fetch(`${service.url}/exports/collections/${collection.id}.txt`)).status).toBe(200);

  await service.publish(collectionDeleted, { workspaceId, collectionId: collection.id });
  await eventually(async () => (await collection.read('id')) === null);
  await collection.tell();
  await allApplied();
  expect(await collection.read('id')).toBeNull();
  for (const table of ['member', 'speaker', 'appearance', 'decision'])
    expect(
      await service.ingest.dataSource.query(
        `select 1 from transcript.collection_${table} where collection_id = $1`,
        [collection.id],
      ),
    ).toEqual([]);
  expect((await fetch(`${service.url}/exports/collections/${collection.id}.txt`)).status).toBe(404);
});
