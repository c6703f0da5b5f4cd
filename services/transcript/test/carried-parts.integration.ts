import type { TranscriptionResult } from '@colloquy/contracts';
import { correct, open } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

/** What was removed goes again, and just that, where an engine hears it in one segment with what stands. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

/** Lines whose words take that long each, and with the first two in one segment. */
async function opened(wordMs: number, ...said: [startMs: number, text: string][]) {
  const segments = said.map(([startMs, text]) => {
    const words = text.split(' ').map((word, at) => ({
      text: word,
      startMs: startMs + at * wordMs,
      endMs: startMs + at * wordMs + wordMs,
      confidence: 0.9,
    }));
    return { speaker: 'SPEAKER_00', text, startMs, endMs: startMs + words.length * wordMs, words };
  });
  const [one, two, ...rest] = segments;
  if (!one || !two) throw new Error('there are two lines');
  const words = [...one.words, ...two.words];
  const joined = { ...one, endMs: two.endMs, text: `${one.text} ${two.text}`, words };
  const result = (all: TranscriptionResult['segments'], about = {}): TranscriptionResult => ({
    ...resultOf([['SPEAKER_00', 'Hello']], about),
    durationMs: 60_000,
    segments: all,
  });
  const call = await open(service, [], result(segments));
  const { recordingId } = call;
  const correctedTo = async (position: number, text: string) => {
    const segment = (await call.rows())[position];
    await service.edit(segment?.id ?? '', text, segment?.version ?? 0);
  };
  return {
    ...call,
    correctedTo,
    remove: async (position: number) =>
      correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments: await call.seen(position) }),
    split: async (position: number, beforeWord: number) => {
      const [segment] = await call.seen(position);
      await correct(service, 'splitSegment', 'SplitSegmentInput', { segment, beforeWord });
    },
    hearJoined: () => service.transcribed(result([joined, ...rest], { recordingId })),
    texts: async () => (await call.rows()).map(({ text }) => text),
    listed: async () =>
      (await service.transcript<{ leftBehind: object[] }>(recordingId, 'leftBehind { text startMs }'))
        ?.leftBehind,
  };
}

it('is only what was split off and removed, though its text had been corrected', async () => {
  const call = await opened(400, [0, 'It is forty a month.'], [2_400, 'Erm so we can do that today.']);
  await call.split(1, 2);
  await call.correctedTo(1, 'Um, well');
  await call.remove(1);
  await call.hearJoined();
  expect(await call.texts()).toEqual(['It is forty a month.', 'we can do that today.']);
  expect(await call.listed()).toEqual([]);
});

it('is listed when it is a short word that is said twice now', async () => {
  const call = await opened(150, [0, 'Yes'], [1_000, 'Yes we can do that today.'], [9_000, 'Well']);
  await call.split(1, 1);
  await call.remove(1);
  await call.hearJoined();
  expect(await call.texts()).toEqual(['Yes Yes we can do that today.', 'Well']);
  expect(await call.listed()).toEqual([{ startMs: 1_000, text: '' }]);
  await call.split(0, 2);
  await call.split(0, 1);
  await call.remove(1);
  expect(await call.listed()).toEqual([]);
});

it('is cut out beside a text that was corrected', async () => {
  const call = await opened(400, [0, 'Erm well hang on'], [2_000, 'we take the machine'], [9_000, 'Fine']);
  await call.remove(0);
  await call.correctedTo(0, 'we take the machines');
  await call.hearJoined();
  expect(await call.texts()).toEqual(['we take the machines', 'Fine']);
  expect(await call.listed()).toEqual([]);
});
