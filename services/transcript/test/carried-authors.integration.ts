import { LOCAL_WORKSPACE_ID as workspaceId } from '@colloquy/subgraph';
import { Client } from 'pg';
import { correct, open, undo } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

/** What several people removed and joined is done again for each of them. */
let service: RunningService;
let database: Client;
beforeAll(async () => {
  service = await RunningService.start();
  database = new Client({ connectionString: service.databaseUrl });
  await database.connect();
}, 60_000);
afterAll(async () => {
  await database.end();
  await service.stop();
});

const LINES: [string, string][] = [
  ['SPEAKER_00', 'How much is the machine?'],
  ['SPEAKER_01', 'It is forty a month.'],
  ['SPEAKER_02', 'And what else?'],
  ['SPEAKER_00', 'Er, hm.'],
  ['SPEAKER_00', 'Um, oh.'],
];

it('keeps who removed what and who joined whom, each to be taken back by itself', async () => {
  const { recordingId, seen, speakers, told } = await open(service, LINES);
  const by = async (author: string, mutation: string, type: string, input: object) => {
    const made = await correct(service, mutation, type, input);
    await database.query('update transcript.correction set author = $1 where id = $2 and workspace_id = $3', [
      author,
      made?.id,
      workspaceId,
    ]);
  };
  const [one, two, three] = await speakers();
  const join = (author: string, speakerId?: string) =>
    by(author, 'mergeSpeakers', 'MergeSpeakersInput', { speakerId, intoSpeakerId: one?.id });
  await join('Anna', two?.id);
  await join('Ben', three?.id);
  await by('Anna', 'removeSegments', 'RemoveSegmentsInput', { segments: await seen(3) });
  await by('Ben', 'removeSegments', 'RemoveSegmentsInput', { segments: await seen(3) });
  // Whoever edits a text later has joined nobody.
  await by('Cleo', 'splitSegment', 'SplitSegmentInput', { segment: (await seen(2))[0], beforeWord: 1 });

  await service.transcribed(resultOf(LINES, { recordingId }));
  const found = await service.transcript<{
    corrections: { edges: { node: { id: string; kind: string; author: string } }[] };
  }>(recordingId, 'corrections(first: 4) { edges { node { id kind author } } }');
  const made = found?.corrections.edges.map(({ node }) => node) ?? [];
  expect(made.map(({ kind, author }) => `${author}: ${kind}`)).toEqual([
    'Ben: SEGMENTS_REMOVED',
    'Anna: SEGMENTS_REMOVED',
    'Ben: SPEAKERS_MERGED',
    'Anna: SPEAKERS_MERGED',
  ]);
  const before = await told();
  expect(await speakers()).toHaveLength(1);
  await undo(service, made[1]?.id);
  expect(await told()).toEqual([...before, 'Speaker 1: Er, hm.']);
  await undo(service, made[3]?.id);
  expect((await told())[1]).toBe('Speaker 2: It is forty a month.');
});
