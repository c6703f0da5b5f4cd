import type { TranscriptionResult } from '@colloquy/contracts';
import { correct, open } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

/** Words that people moved between segments stand once when the recording is processed again. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

/** Segments whose words take that long each. */
const spoken = (
  recordingId: string | undefined,
  wordMs: number,
  ...said: [speaker: string, startMs: number, text: string][]
): TranscriptionResult => {
  const segments = said.map(([speaker, startMs, text]) => {
    const words = text.split(' ').map((word, at) => ({
      text: word,
      startMs: startMs + at * wordMs,
      endMs: startMs + at * wordMs + wordMs,
      confidence: 0.9,
    }));
    return { speaker, text, startMs, endMs: startMs + words.length * wordMs, words };
  });
  const lines = said.map(([speaker, , text]): [string, string] => [speaker, text]);
  return { ...resultOf(lines, recordingId ? { recordingId } : {}), durationMs: 60_000, segments };
};

const listed = async (recordingId: string) => {
  const found = await service.transcript<{ leftBehind: { text: string }[] }>(
    recordingId,
    'leftBehind { text }',
  );
  return found?.leftBehind.map(({ text }) => text).toSorted();
};

it('a short word that was split off stays with whom it was given to', async () => {
  const heard = (recordingId?: string) =>
    spoken(
      recordingId,
      250,
      ['SPEAKER_00', 0, 'so shall we take it yes'],
      ['SPEAKER_01', 3_000, 'very well'],
    );
  const { recordingId, seen, speakers, told } = await open(service, [], heard());
  const [segment] = await seen(0);
  const [, second] = await speakers();
  await correct(service, 'splitSegment', 'SplitSegmentInput', {
    segment,
    beforeWord: 5,
    speaker: { speakerId: second?.id },
  });
  const corrected = await told();
  expect(corrected).toEqual(['Speaker 1: so shall we take it', 'Speaker 2: yes', 'Speaker 2: very well']);
  await service.transcribed(heard(recordingId));
  expect(await told()).toEqual(corrected);
  expect(await listed(recordingId)).toEqual([]);
});

it('a word that was moved stands once, or is listed, where another engine cuts otherwise', async () => {
  const heard = (last: string, recordingId?: string) =>
    spoken(
      recordingId,
      300,
      ['SPEAKER_00', 0, 'we can do it at forty'],
      ['SPEAKER_01', 2_400, `today or tomorrow then please my dear${last}`],
    );
  const { recordingId, seen, told } = await open(service, [], heard(''));
  const [first, second] = await seen(0, 1);
  await correct(service, 'moveSegmentBoundary', 'MoveSegmentBoundaryInput', { first, second, words: -1 });
  expect((await told())[0]).toBe('Speaker 1: we can do it at forty today');
  await service.transcribed(heard(' and so on', recordingId));
  expect(await told()).toEqual([
    'Speaker 1: we can do it at forty',
    'Speaker 2: today or tomorrow then please my dear and so on',
  ]);
  expect(await listed(recordingId)).toEqual(['we can do it at forty today']);
});

it('a word that was moved stands where people put it, however short, and what was split beside it, too', async () => {
  const heard = (recordingId?: string) =>
    spoken(
      recordingId,
      180,
      ['SPEAKER_00', 0, 'button carpet ladder pillow hammer'],
      ['SPEAKER_01', 1_000, 'orange purple yellow winter summer'],
      ['SPEAKER_02', 2_000, 'we take it'],
    );
  const { recordingId, seen, speakers, told } = await open(service, [], heard());
  const [first, second] = await seen(0, 1);
  await correct(service, 'moveSegmentBoundary', 'MoveSegmentBoundaryInput', { first, second, words: -1 });
  const [segment] = await seen(1);
  const speaker = { speakerId: (await speakers())[2]?.id };
  await correct(service, 'splitSegment', 'SplitSegmentInput', { segment, beforeWord: 3, speaker });
  const corrected = await told();
  await service.transcribed(heard(recordingId));
  expect(await told()).toEqual(corrected);
  expect(await listed(recordingId)).toEqual([]);
});

it('words that came with a text are within the segment that it came to', async () => {
  const text = 'We take it now.';
  const { recordingId, rows } = await open(service, [], spoken(undefined, 300, ['SPEAKER_00', 1_000, text]));
  const [segment] = await rows();
  await service.edit(segment?.id ?? '', 'We take it today.', 1);
  await service.transcribed(spoken(recordingId, 200, ['SPEAKER_00', 1_250, `${text} Then bye`]));
  const [after] = await rows();
  expect([after?.startMs, after?.endMs]).toEqual([1_250, 2_450]);
  expect(after?.words.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [1_250, 1_300],
    [1_300, 1_600],
    [1_600, 1_900],
    [1_900, 2_200],
  ]);
});

it.each([
  ['taken from', [1_250, 'we take it so far', 'then bye now'], [1_000, 'we take it so', 'far then bye now']],
  ['given to', [1_000, 'we take it so', 'far then bye now'], [1_250, 'we take it so far', 'then bye now']],
] as const)(
  'a word stands once that another engine has %s the segment before',
  async (_what, before, after) => {
    const heard = ([startMs, one, two]: readonly [number, string, string], recordingId?: string) =>
      spoken(recordingId, 250, ['SPEAKER_00', 0, one], ['SPEAKER_00', startMs, two]);
    const { recordingId, rows, told } = await open(service, [], heard(before));
    const [, second] = await rows();
    await service.edit(second?.id ?? '', before[2].replace('now', 'today'), 1);
    await service.transcribed(heard(after, recordingId));
    expect(await told()).toEqual([
      `Speaker 1: ${after[1]}`,
      `Speaker 1: ${after[2].replace('now', 'today')}`,
    ]);
    expect(await listed(recordingId)).toEqual([]);
  },
);

it('counts the words of a text that came without words', async () => {
  const heard = (startMs: number, recordingId?: string) => {
    const result = spoken(
      recordingId,
      300,
      ['SPEAKER_00', startMs, 'we take it so'],
      ['SPEAKER_00', 9_000, 'bye'],
    );
    return { ...result, segments: result.segments.map((segment) => ({ ...segment, words: [] })) };
  };
  const { recordingId, rows } = await open(service, [], heard(0));
  const [segment] = await rows();
  await service.edit(segment?.id ?? '', 'we take it now', 1);
  await service.transcribed(heard(400, recordingId));
  expect((await rows()).map(({ text, words }) => [text, words.length])).toEqual([
    ['we take it now', 4],
    ['bye', 0],
  ]);
  expect(await service.transcript(recordingId, 'wordCount')).toEqual({ wordCount: 4 });
});

it('a word that people deleted stays away wherever another engine cuts, however often', async () => {
  const heard = (...said: [startMs: number, text: string][]) =>
    spoken(
      recordingOf,
      300,
      ...said.map(([startMs, text]): [string, number, string] => ['SPEAKER_00', startMs, text]),
    );
  let recordingOf: string | undefined;
  const first = heard([0, 'we take it not'], [1_200, 'because it is too dear']);
  const { recordingId, rows, told } = await open(service, [], first);
  recordingOf = recordingId;
  const [row] = await rows();
  await service.edit(row?.id ?? '', 'we take it', row?.version ?? 0);
  for (const cut of [
    heard([0, 'we take it'], [900, 'not because it is too dear']),
    heard([0, 'we take'], [600, 'it not'], [1_200, 'because it is too dear']),
    heard([0, 'we take it not because'], [1_500, 'it is too dear']),
  ]) {
    await service.transcribed(cut);
    const words = (await told()).map((line) => line.replace('Speaker 1: ', '')).join(' ');
    expect(words).toBe('we take it because it is too dear');
    expect(await listed(recordingId)).toEqual([]);
  }
});

it('a word that was moved to the same word is said twice there', async () => {
  const heard = (recordingId?: string) =>
    spoken(
      recordingId,
      200,
      ['SPEAKER_00', 0, 'is that right yes'],
      ['SPEAKER_01', 1_000, 'yes it is so'],
      ['SPEAKER_00', 4_000, 'we take it'],
    );
  const { recordingId, seen, told } = await open(service, [], heard());
  const [first, second] = await seen(0, 1);
  await correct(service, 'moveSegmentBoundary', 'MoveSegmentBoundaryInput', { first, second, words: -1 });
  const corrected = await told();
  expect(corrected[0]).toBe('Speaker 1: is that right yes yes');
  await service.transcribed(heard(recordingId));
  expect(await told()).toEqual(corrected);
  expect(await listed(recordingId)).toEqual([]);
});
