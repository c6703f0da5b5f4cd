import type { TranscriptionResult } from '@colloquy/contracts';
import { correct, LINES, open, undo } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

/** What exactly people chose, and only that, outlasts processing again, or is listed. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

const listed = async (recordingId: string) => {
  const found = await service.transcript<{ leftBehind: { text: string; speakerName: string }[] }>(
    recordingId,
    'leftBehind { text speakerName }',
  );
  return found?.leftBehind.map(({ speakerName, text }) => `${speakerName}: ${text}`);
};

/** The segments with other times. */
const at = (
  result: TranscriptionResult,
  times: readonly (readonly [startMs: number, endMs: number])[],
): TranscriptionResult => ({
  ...result,
  segments: result.segments.map((segment, index) => {
    const [startMs, endMs] = times[index] ?? [segment.startMs, segment.endMs];
    return { ...segment, startMs, endMs, words: segment.words.map((word) => ({ ...word, startMs, endMs })) };
  }),
});

const SHORT: [string, string][] = [
  ['SPEAKER_00', 'Yep'],
  ['SPEAKER_01', 'Nope'],
];

it('short segments that follow each other each keep their own text', async () => {
  const { recordingId, rows } = await open(
    service,
    SHORT,
    at(resultOf(SHORT), [
      [0, 200],
      [200, 400],
    ]),
  );
  const [yep, nope] = await rows();
  await service.edit(yep?.id ?? '', 'Yep corrected', 1);
  await service.edit(nope?.id ?? '', 'Nope corrected', 1);
  const later: [number, number][] = [
    [210, 410],
    [410, 610],
  ];
  await service.transcribed(at(resultOf(SHORT, { recordingId }), later));
  expect((await rows()).map(({ text }) => text)).toEqual(['Yep corrected', 'Nope corrected']);
  expect(await listed(recordingId)).toEqual([]);
  // The next engine hears but one of them.
  const one = at(resultOf(SHORT.slice(1), { recordingId }), [[410, 610]]);
  await service.transcribed(one);
  expect((await rows()).map(({ text }) => text)).toEqual(['Nope corrected']);
  expect(await listed(recordingId)).toMatchObject([expect.stringContaining('Yep corrected')]);
});

const heardAs = (recordingId: string, engine: string) =>
  resultOf(
    LINES.map(([label, text]): [string, string] => [label, `${text} ${engine}`]),
    { recordingId },
  );

it('a version that was brought back stays, though nobody edited its text', async () => {
  const { recordingId, rows } = await open(service);
  const texts = async () => (await rows()).map(({ text }) => text);
  await service.transcribed(heardAs(recordingId, 'second'));
  await service.graph.query(
    'mutation ($id: ID!) { restoreTranscript(recordingId: $id, version: 1) { __typename } }',
    { id: recordingId },
  );
  const restored = LINES.map(([, text]) => text);
  for (const engine of ['third', 'fourth']) {
    await service.transcribed(heardAs(recordingId, engine));
    expect(await texts()).toEqual(restored);
  }
  expect(await listed(recordingId)).toEqual([]);
});

it('whoever says only who speaks keeps that, and gets the better text', async () => {
  const { recordingId, rows, seen, told } = await open(service);
  await correct(service, 'assignSpeaker', 'AssignSpeakerInput', {
    segments: await seen(3),
    speaker: { newSpeakerName: 'Cleo' },
  });
  expect((await rows()).some(({ edited }) => edited)).toBe(false);
  for (const engine of ['second', 'third']) {
    await service.transcribed(heardAs(recordingId, engine));
    expect((await told())[3]).toBe(`Cleo: The machine is yours. ${engine}`);
    expect((await rows()).some(({ edited }) => edited)).toBe(false);
  }
  // An engine that cuts it in two: both are hers.
  const again = heardAs(recordingId, 'fourth');
  const last = again.segments.at(-1);
  if (!last) throw new Error('there are segments');
  const halves = [
    { ...last, endMs: 3_450, text: 'The machine', words: last.words.slice(0, 2) },
    { ...last, startMs: 3_450, text: 'is yours.', words: last.words.slice(2) },
  ];
  await service.transcribed({ ...again, segments: [...again.segments.slice(0, -1), ...halves] });
  expect((await told()).slice(3)).toEqual(['Cleo: The machine', 'Cleo: is yours.']);
  expect(await listed(recordingId)).toEqual([]);
});

it('what a version that was brought back does without is removed again', async () => {
  const { recordingId, rows, seen } = await open(service);
  const segments = await seen(2);
  const removed = await correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments });
  await undo(service, removed?.id);
  await service.transcribed(heardAs(recordingId, 'second'));
  expect(await rows()).toHaveLength(4);
  await service.graph.query(
    'mutation ($id: ID!, $version: Int!) { restoreTranscript(recordingId: $id, version: $version) { __typename } }',
    { id: recordingId, version: removed?.version },
  );
  await service.transcribed(heardAs(recordingId, 'third'));
  expect((await rows()).map(({ startMs }) => startMs)).toEqual([0, 1_000, 3_000]);
});

it('what finds no place is listed until the transcript is as it wants it, and again when that is taken back', async () => {
  const { recordingId, seen } = await open(service);
  const removed = await correct(service, 'removeSegments', 'RemoveSegmentsInput', {
    segments: await seen(1),
  });
  // The next engine hears one long segment in its place: most of the words are back.
  const again = heardAs(recordingId, 'second');
  const [first, second, ...others] = again.segments;
  if (!first || !second) throw new Error('there are segments');
  const joined = { ...first, endMs: second.endMs, words: [...first.words, ...second.words.slice(1)] };
  await service.transcribed({ ...again, segments: [joined, ...others] });
  expect(await listed(recordingId)).toEqual(['Speaker 2: ']);
  const { restoreTranscript } = await service.graph.query<{ restoreTranscript: { id: string } }>(
    `mutation ($id: ID!, $version: Int!) {
       restoreTranscript(recordingId: $id, version: $version) { ... on Correction { id } } }`,
    { id: recordingId, version: removed?.version },
  );
  expect(await listed(recordingId)).toEqual([]);
  await undo(service, restoreTranscript.id);
  expect(await listed(recordingId)).toEqual(['Speaker 2: ']);
});

it('what is listed names speakers by the numbers that they bear now, and goes once it was put in by hand', async () => {
  const { recordingId, rows, seen } = await open(service, [
    ['SPEAKER_00', 'We will meet.'],
    ['SPEAKER_01', 'Fine with me.'],
  ]);
  const [, fine] = await rows();
  await service.edit(fine?.id ?? '', 'Wine for three.', fine?.version ?? 0);
  const words = ['Alpha', 'beta', 'gamma', 'delta'].map((text, index) => ({
    text,
    startMs: 1_000 + index * 450,
    endMs: 1_450 + index * 450,
    confidence: 0.9,
  }));
  const text = words.map((word) => word.text).join(' ');
  const segments = [{ speaker: 'SPEAKER_01', text, startMs: 1_000, endMs: 2_800, words }];
  await service.transcribed({ ...resultOf([['SPEAKER_01', text]], { recordingId }), segments });
  expect(await listed(recordingId)).toEqual(['Speaker 1: Wine for three.']);
  const [segment] = await seen(0);
  await correct(service, 'splitSegment', 'SplitSegmentInput', { segment, beforeWord: 2 });
  const [half] = await rows();
  expect(half?.speaker.displayName).toBe('Speaker 1');
  await service.edit(half?.id ?? '', 'Wine for three.', half?.version ?? 0);
  expect(await listed(recordingId)).toEqual([]);
});

it('a text finds its words where they begin and end with more silence, or stand in a longer segment', async () => {
  const { recordingId, rows, seen } = await open(service);
  const [, second, , fourth] = await rows();
  await service.edit(second?.id ?? '', 'It is fourteen a month. And what else?', 1);
  await service.edit(fourth?.id ?? '', 'This machine is yours.', 1);
  await correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments: await seen(0) });
  const again = resultOf(LINES, { recordingId });
  const [one, two, three, four] = again.segments;
  if (!one || !two || !three || !four) throw new Error('there are segments');
  const joined = {
    ...three,
    endMs: four.endMs,
    text: `${three.text} ${four.text}`,
    words: [...three.words, ...four.words],
  };
  await service.transcribed({ ...again, segments: [one, { ...two, startMs: 920, endMs: 2_350 }, joined] });
  const after = await rows();
  expect(after.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
    ['It is fourteen a month. And what else?', 920, 2_350],
    ['We take it. This machine is yours.', 2_000, 3_900],
  ]);
  expect(after.flatMap(({ words }) => words).map(({ text }) => text)).toEqual(
    after.flatMap(({ text }) => text.split(' ')),
  );
  expect(await listed(recordingId)).toEqual([]);
  const counted = await service.transcript<{ wordCount: number }>(recordingId, 'wordCount');
  expect(counted?.wordCount).toBe(15);
});

it('a split is not listed where another engine cuts otherwise, as long as nobody said who speaks', async () => {
  const { recordingId, seen, speakers, told } = await open(service);
  const [segment] = await seen(1);
  await correct(service, 'splitSegment', 'SplitSegmentInput', { segment, beforeWord: 5 });
  const [one, two, three, ...rest] = resultOf(LINES, { recordingId }).segments;
  if (!one || !two || !three) throw new Error('there are segments');
  const words = [...one.words, ...two.words];
  const heard = (speaker: string) =>
    resultOf(LINES, {
      recordingId,
      segments: [
        { ...two, speaker, startMs: 0, text: words.map(({ text }) => text).join(' '), words },
        { ...three, speaker: 'SPEAKER_00' },
        ...rest,
      ],
    });
  await service.transcribed(heard('SPEAKER_01'));
  expect((await told()).slice(0, 2)).toEqual([
    'Speaker 1: How much is the machine? It is forty a month.',
    'Speaker 1: And what else?',
  ]);
  expect(await listed(recordingId)).toEqual([]);
  // Somebody else is said to have said it, and the next engine takes that back.
  await correct(service, 'splitSegment', 'SplitSegmentInput', {
    segment: (await seen(0))[0],
    beforeWord: 5,
    speaker: { speakerId: (await speakers())[1]?.id },
  });
  const given = (await told())[1] ?? '';
  await service.transcribed(heard('SPEAKER_01'));
  expect([...(await told()), ...((await listed(recordingId)) ?? [])]).toContain(given);
});
