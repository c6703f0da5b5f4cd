import { newId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { Collected, collectedIn } from './collected-recordings.ts';
import { RunningService } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

const collected = () => collectedIn(service);

it('is nothing to anybody but its owner', async () => {
  const own = await collected();
  const collection = new Collected(service, own.recordingIds, newId());
  await collection.tell();
  await eventually(async () => {
    const [row] = await service.ingest.dataSource.query(
      'select unified_version from transcript.collection_ref where collection_id = $1',
      [collection.id],
    );
    return row?.unified_version > 0;
  });
  expect(await collection.read('id')).toBeNull();
  expect((await fetch(`${service.url}/exports/collections/${collection.id}.json`)).status).toBe(404);
  const [row] = await service.ingest.dataSource.query(
    'select id from transcript.collection_speaker where collection_id = $1',
    [collection.id],
  );
  expect(await collection.rename(row.id, 'x')).toMatchObject({ code: 'COLLECTION_NOT_FOUND' });
  const [anna] = await own.people();
  expect(await collection.separate(anna?.appearances[0]?.speakerId)).toMatchObject({
    code: 'COLLECTION_NOT_FOUND',
  });
  expect(await collection.merge(row.id, anna?.id)).toMatchObject({ code: 'COLLECTION_NOT_FOUND' });
});

it('counts a recording as soon as its people are worked out, and not before', async () => {
  const collection = await collected();
  const readable = async () =>
    (await collection.read<{ readableRecordings: number }>('readableRecordings'))?.readableRecordings;
  expect(await readable()).toBe(2);
  await service.ingest.dataSource.query(
    'update transcript.collection_member set transcript_id = null where collection_id = $1 and recording_id = $2',
    [collection.id, collection.recordingIds[1]],
  );
  expect(await readable()).toBe(1);
});

it('can be taken away as JSON, CSV and text', async () => {
  const collection = await collected();
  const { exports } = (await collection.read<{
    exports: { format: string; url: string; fileName: string }[];
  }>('exports { format url fileName }')) ?? { exports: [] };
  const file = async (format: string) => {
    const link = exports.find((one) => one.format === format);
    const response = await fetch(`${service.url}${link?.url}`);
    return { name: link?.fileName, type: response.headers.get('content-type'), text: await response.text() };
  };
  const json = await file('JSON');
  const { segments, speakers, ...head } = JSON.parse(json.text);
  expect(json.name).toBe('Interviews.json');
  expect(head).toMatchObject({
    name: 'Interviews',
    recordings: [{ title: 'Part 1', durationMs: 3_000 }, { title: 'Part 2' }],
  });
  expect(segments).toHaveLength(6);
  expect(segments[3]).toMatchObject({
    recording: 1,
    speaker: 'Speaker 1',
    startMs: 0,
    words: expect.anything(),
  });
  expect(speakers[0]).toMatchObject({
    name: 'Speaker 1',
    talkTimeMs: 1_800,
    recordings: [{ recording: 0 }, { recording: 1 }],
  });
  const csv = await file('CSV');
  expect(csv.type).toBe('text/csv; charset=utf-8');
  expect(csv.text.split('\r\n')[4]).toBe(
    '2,"Part 2",00:00:00.000,00:00:00.900,0,900,"Speaker 1","Good morning to you"',
  );
  const table = await file('SPEAKERS_CSV');
  expect(table.name).toBe('Interviews-speakers.csv');
  expect(table.text.split('\r\n').slice(1, 3)).toEqual([
    '"Speaker 1",,,1800,0.3333,2,8,266.7,900,600,0',
    '"Speaker 1",1,"Part 1",900,0.3333,1,4,266.7,900,300,0',
  ]);
  const txt = await file('TXT');
  expect(txt.text).toContain('Speaker 1: 00:00:01.800 (33.3 %), 2 turns, 8 words');
  expect(txt.text).toContain('\n2. Part 2\n\nSpeaker 1: Good morning to you\n');
});
