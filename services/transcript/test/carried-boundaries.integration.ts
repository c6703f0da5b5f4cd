import { correct, open } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

/** Where people moved what is between two segments, or split one, and an engine hears other words there, or the same. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

type Lines = [speaker: string, text: string][];

async function opened(lines: Lines) {
  const call = await open(service, lines, resultOf(lines));
  const { recordingId } = call;
  return {
    ...call,
    move: async (position: number, words: number) => {
      const [first, second] = await call.seen(position, position + 1);
      await correct(service, 'moveSegmentBoundary', 'MoveSegmentBoundaryInput', { first, second, words });
    },
    split: async (position: number, beforeWord: number) => {
      const [segment] = await call.seen(position);
      await correct(service, 'splitSegment', 'SplitSegmentInput', { segment, beforeWord });
    },
    join: async (first: number) =>
      correct(service, 'mergeSegments', 'MergeSegmentsInput', {
        segments: await call.seen(first, first + 1),
      }),
    hear: (...texts: string[]) =>
      service.transcribed(
        resultOf(
          lines.map(([speaker], at) => [speaker, texts[at] ?? '']),
          { recordingId },
        ),
      ),
    hearJoined: (first: string, ...texts: string[]) => {
      const [own, ...parts] = resultOf([first, ...texts].map((text) => ['SPEAKER_00', text])).segments;
      const [begun, ended] = [parts[0], parts.at(-1)];
      if (!own || !begun || !ended) throw new Error('there are three lines');
      const words = parts.flatMap((part) => part.words);
      const joined = { ...begun, endMs: ended.endMs, text: texts.join(' '), words };
      return service.transcribed({ ...resultOf(lines, { recordingId }), segments: [own, joined] });
    },
    placed: async () => (await call.rows()).map(({ startMs, edited, text }) => ({ startMs, edited, text })),
    listed: async () =>
      (await service.transcript<{ leftBehind: object[] }>(recordingId, 'leftBehind { text startMs }'))
        ?.leftBehind,
  };
}

it('is where people moved it between two that are the same word', async () => {
  for (const words of [1, -1]) {
    const call = await opened([
      ['SPEAKER_00', 'Is that right? Yes'],
      ['SPEAKER_01', 'Yes, it is so.'],
    ]);
    await call.move(0, words);
    const before = await call.rows();
    await call.hear('Is that right? Yes', 'Yes, it is so.');
    const after = await call.rows();
    expect(after.map(({ startMs, endMs, text }) => [startMs, endMs, text])).toEqual(
      before.map(({ startMs, endMs, text }) => [startMs, endMs, text]),
    );
    expect(await call.listed()).toEqual([]);
  }
});

it('is where people moved it, between what is heard now, where all around it is heard otherwise', async () => {
  const call = await opened([
    ['SPEAKER_00', 'it is the machine itself'],
    ['SPEAKER_00', 'we take it or leave'],
  ]);
  await call.move(0, 1);
  await call.hear('it is the machines elf', 'he take it or leave');
  expect(await call.placed()).toEqual([
    { startMs: 0, edited: false, text: 'it is the machines' },
    { startMs: 720, edited: false, text: 'elf he take it or leave' },
  ]);
  expect(await call.listed()).toEqual([]);
});

it('is listed with the word that was split off where that is heard no more', async () => {
  const call = await opened([
    ['SPEAKER_00', 'we take it maybe'],
    ['SPEAKER_01', 'fine'],
  ]);
  await call.split(0, 3);
  await call.hear('we take it', 'fine');
  expect((await call.placed()).map(({ text }) => text)).toEqual(['we take it', 'fine']);
  expect(await call.listed()).toEqual([{ startMs: 675, text: 'maybe' }]);
});

it('is listed with what is heard now where what people joined is cut elsewhere, until it is joined', async () => {
  const call = await opened([
    ['SPEAKER_00', 'we take it'],
    ['SPEAKER_00', 'or leave it'],
    ['SPEAKER_00', 'today or tomorrow'],
  ]);
  await call.join(0);
  await call.hearJoined('we make it', 'or leave it', 'today or tomorrow');
  expect(await call.listed()).toEqual([{ startMs: 0, text: 'we make it or leave it' }]);
  await call.split(1, 3);
  await call.join(0);
  expect((await call.placed()).map(({ text }) => text)).toEqual([
    'we make it or leave it',
    'today or tomorrow',
  ]);
  expect(await call.listed()).toEqual([]);
});
