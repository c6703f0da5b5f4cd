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

it('a removed segment most of whose words come back in a longer one is listed', async () => {
  const { recordingId, seen } = await open(service);
  await correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments: await seen(1) });
  const again = resultOf(LINES, { recordingId });
  const [one, two, ...rest] = again.segments;
  if (!one || !two) throw new Error('there are segments');
  const joined = {
    ...one,
    endMs: two.endMs,
    text: `${one.text} ${two.text}`,
    words: [...one.words, ...two.words.slice(1)],
  };
  await service.transcribed({ ...again, segments: [joined, ...rest] });
  const after = await read(recordingId);
  expect(after?.leftBehind).toMatchObject([{ startMs: two.startMs, text: '' }]);
});

it('is cut the way people had it: split, with a half for somebody else, and joined', async () => {
  const { recordingId, seen, told, speakers } = await open(service);
  const [anna, ben] = await speakers();
  const [second] = await seen(1);
  await correct(service, 'splitSegment', 'SplitSegmentInput', {
    segment: second,
    beforeWord: 5,
    speaker: { speakerId: anna?.id },
  });
  await correct(service, 'mergeSegments', 'MergeSegmentsInput', { segments: await seen(3, 4) });
  await service.rename(ben?.id ?? '', 'Ben');
  const corrected = await told();
  expect(corrected).toEqual([
    'Speaker 1: How much is the machine?',
    'Ben: It is forty a month.',
    'Speaker 1: And what else?',
    'Speaker 1: We take it. The machine is yours.',
  ]);
  const again = resultOf(
    LINES.map(([label, text], at): [string, string] => [label, at === 0 ? text : `${text} And noise.`]),
    { recordingId },
  );
  await service.transcribed(again);
  // Nobody chose other words: they are the new engine's.
  expect(await told()).toEqual([
    'Speaker 1: How much is the machine?',
    'Ben: It is forty a month.',
    'Speaker 1: And what else? And noise.',
    'Speaker 1: We take it. And noise. The machine is yours. And noise.',
  ]);
  const after = await service.transcript<{
    segmentCount: number;
    wordCount: number;
    leftBehind: object[];
    speakers: { displayName: string; segmentCount: number; talkTimeMs: number }[];
  }>(
    recordingId,
    'segmentCount wordCount leftBehind { id } speakers { displayName segmentCount talkTimeMs }',
  );
  expect(after).toMatchObject({ segmentCount: 4, wordCount: 26, leftBehind: [] });
  expect(after?.speakers.map(({ displayName, segmentCount }) => [displayName, segmentCount])).toEqual([
    ['Speaker 1', 3],
    ['Ben', 1],
  ]);
  // Found by search, and corrected again like any other.
  const [, , tail] = await seen(0, 1, 2);
  await service.edit(tail?.segmentId ?? '', 'What else?', tail?.expectedVersion ?? 0);
  expect((await told())[2]).toBe('Speaker 1: What else?');
  // And again by the next one: what was cut, and the text that is corrected by now.
  await service.transcribed(resultOf(LINES, { recordingId }));
  expect(await told()).toEqual([...corrected.slice(0, 2), 'Speaker 1: What else?', corrected[3]]);
});

it('a split is cut again of which nothing else begins or ends in the new text', async () => {
  const { recordingId, seen } = await open(service);
  const [second] = await seen(1);
  await correct(service, 'splitSegment', 'SplitSegmentInput', { segment: second, beforeWord: 5 });
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
  expect(after?.segments.edges.map(({ node }) => node.text).slice(0, 2)).toEqual([
    'How much is the machine? It is forty a month.',
    'And what else?',
  ]);
  expect(after?.leftBehind).toEqual([]);
  const counted = await service.transcript<{ speakers: { segmentCount: number }[] }>(
    recordingId,
    'speakers { segmentCount }',
  );
  expect(counted?.speakers.map(({ segmentCount }) => segmentCount)).toEqual([3, 1]);
  // And by the next engine, which cuts elsewhere again.
  const [three, ...others] = rest;
  if (!three) throw new Error('there is a third line');
  const words = [...joined.words, ...three.words];
  const heard = [words.slice(0, 8), words.slice(8)].map((some) => ({
    ...one,
    startMs: some[0]?.startMs ?? 0,
    endMs: some.at(-1)?.endMs ?? 0,
    text: some.map(({ text }) => text).join(' '),
    words: some,
  }));
  await service.transcribed({ ...resultOf(LINES, { recordingId }), segments: [...heard, ...others] });
  const last = await read(recordingId);
  expect(last?.segments.edges.map(({ node }) => node.text).slice(0, 3)).toEqual([
    'How much is the machine? It is forty',
    'a month.',
    'And what else? We take it.',
  ]);
  expect(last?.leftBehind).toEqual([]);
});
