import { correct, LINES, open } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

/** What people corrected, after the recording was processed again by an engine that heard it otherwise. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

const read = (recordingId: string) =>
  service.transcript<{
    speakers: { displayName: string; segmentCount: number }[];
    leftBehind: { startMs: number; text: string; speakerName: string }[];
    segments: { edges: { node: { text: string; speaker: { displayName: string } } }[] };
  }>(
    recordingId,
    `speakers { displayName segmentCount } leftBehind { startMs text speakerName }
     segments { edges { node { text speaker { displayName } } } }`,
  );

it('somebody whom no engine heard comes along with what was given to them', async () => {
  const { recordingId, seen } = await open(service);
  await correct(service, 'assignSpeaker', 'AssignSpeakerInput', {
    segments: await seen(3),
    speaker: { newSpeakerName: 'Cleo' },
  });
  await service.transcribed(resultOf(LINES, { recordingId }));
  const after = await read(recordingId);
  expect(after?.segments.edges[3]?.node.speaker.displayName).toBe('Cleo');
  expect(after?.speakers.at(-1)).toEqual({ displayName: 'Cleo', segmentCount: 1 });
  expect(after?.leftBehind).toEqual([]);
});

it('a named speaker who is heard no more is listed where they spoke', async () => {
  const { recordingId } = await open(service);
  const before = await service.transcript<{ speakers: { id: string; label: string }[] }>(
    recordingId,
    'speakers { id label }',
  );
  const [, second] = before?.speakers ?? [];
  await service.graph.query(
    'mutation ($input: RenameSpeakerInput!) { renameSpeaker(input: $input) { __typename } }',
    { input: { speakerId: second?.id, name: 'Ben' } },
  );
  await service.transcribed(
    resultOf(
      LINES.map(([, text]): [string, string] => ['SPEAKER_00', text]),
      { recordingId },
    ),
  );
  const after = await read(recordingId);
  expect(after?.speakers).toHaveLength(1);
  const said = LINES.find(([label]) => label === second?.label)?.[1];
  expect(after?.leftBehind).toMatchObject([{ speakerName: 'Ben', text: said }]);
});

it('a removed segment whose words come back in a longer one is listed', async () => {
  const { recordingId, seen } = await open(service);
  await correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments: await seen(1) });
  const again = resultOf(LINES, { recordingId });
  const [one, two, ...rest] = again.segments;
  if (!one || !two) throw new Error('there are segments');
  const joined = {
    ...one,
    endMs: two.endMs,
    text: `${one.text} ${two.text}`,
    words: [...one.words, ...two.words],
  };
  await service.transcribed({ ...again, segments: [joined, ...rest] });
  const after = await read(recordingId);
  expect(after?.leftBehind).toMatchObject([{ startMs: two.startMs, text: '' }]);
});
