import type { TranscriptionResult } from '@colloquy/contracts';
import { correct, LINES, open, undo } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

/** Two speakers whom people said to be one, after engines that tell them apart again and cut otherwise. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

/** Those lines, each beginning so much later; the one before lasts until then. */
function shifted(recordingId: string, ms: number, lines = LINES): TranscriptionResult {
  const result = resultOf(lines, { recordingId });
  return {
    ...result,
    segments: result.segments.map((segment, at) => ({
      ...segment,
      startMs: at === 0 ? 0 : segment.startMs + ms,
      endMs: segment.endMs + ms,
      words: segment.words.map((word) => ({ ...word, startMs: word.startMs + ms, endMs: word.endMs + ms })),
    })),
  };
}

async function merged(from: number, into: number, lines = LINES) {
  const call = await open(service, lines);
  const all = await call.speakers();
  await service.rename(all[from]?.id ?? '', 'Ben');
  await correct(service, 'mergeSpeakers', 'MergeSpeakersInput', {
    speakerId: all[from]?.id,
    intoSpeakerId: all[into]?.id,
  });
  const present = async () =>
    (await call.speakers()).map(({ displayName, segmentCount }) => `${displayName}: ${segmentCount}`);
  const history = async () => {
    const found = await service.transcript<{
      leftBehind: object[];
      corrections: { edges: { node: { id: string; kind: string; version: number } }[] };
    }>(call.recordingId, 'leftBehind { id } corrections(first: 1) { edges { node { id kind } } }');
    return { left: found?.leftBehind, last: found?.corrections.edges[0]?.node };
  };
  return { ...call, present, history };
}

it('are one again wherever the engine cuts, by a correction that can be taken back', async () => {
  const { recordingId, present, history } = await merged(1, 0);
  for (const ms of [0, 420, 60]) {
    await service.transcribed(shifted(recordingId, ms));
    expect(await present()).toEqual(['Speaker 1: 4']);
    expect(await history()).toMatchObject({ left: [], last: { kind: 'SPEAKERS_MERGED' } });
  }
  await undo(service, (await history()).last?.id);
  expect(await present()).toEqual(['Speaker 1: 2', 'Ben: 2']);
  await service.transcribed(shifted(recordingId, 420));
  expect(await present()).toEqual(['Speaker 1: 2', 'Ben: 2']);
});

it('are told apart again one pair at a time', async () => {
  const lines: [string, string][] = [...LINES, ['SPEAKER_02', 'Or should we wait?'], ['SPEAKER_03', 'No.']];
  const { recordingId, speakers, present, history } = await merged(1, 0, lines);
  const [, third, fourth] = await speakers();
  await correct(service, 'mergeSpeakers', 'MergeSpeakersInput', {
    speakerId: fourth?.id,
    intoSpeakerId: third?.id,
  });
  await service.transcribed(shifted(recordingId, 0, lines));
  expect(await present()).toEqual(['Speaker 1: 4', 'Speaker 3: 2']);
  await undo(service, (await history()).last?.id);
  expect(await present()).toHaveLength(3);
});

it('are one again where the one who went had said more', async () => {
  const lines: [string, string][] = [
    ...LINES,
    ['SPEAKER_01', 'Or should we wait?'],
    ['SPEAKER_01', 'No, we should not.'],
  ];
  const { recordingId, present, history } = await merged(1, 0, lines);
  await service.transcribed(shifted(recordingId, 420, lines));
  expect(await present()).toEqual(['Speaker 1: 6']);
  expect((await history()).left).toEqual([]);
});

it('are one again after an engine that heard one of them only', async () => {
  const { recordingId, present, history } = await merged(1, 0);
  await service.transcribed(
    resultOf(
      LINES.map(([, text]): [string, string] => ['SPEAKER_00', text]),
      { recordingId },
    ),
  );
  expect(await present()).toEqual(['Speaker 1: 4']);
  await service.transcribed(shifted(recordingId, 60));
  expect(await present()).toEqual(['Speaker 1: 4']);
  expect((await history()).left).toEqual([]);
});

it('are one again after engines that heard one voice and cut otherwise', async () => {
  const more: [string, string][] = [...LINES, ['SPEAKER_01', 'Or should we wait?'], ['SPEAKER_01', 'No.']];
  const { recordingId, present, history } = await merged(1, 0, more);
  for (let time = 0; time < 2; time += 1) {
    const [first, ...rest] = resultOf(more).segments;
    if (!first) throw new Error('there are segments');
    const all = [first, ...rest];
    const whole = {
      ...first,
      endMs: 5_900,
      text: all.map(({ text }) => text).join(' '),
      words: all.flatMap(({ words }) => words),
    };
    await service.transcribed(resultOf([['SPEAKER_00', whole.text]], { recordingId, segments: [whole] }));
    expect(await present()).toEqual(['Speaker 1: 1']);
  }
  await service.transcribed(shifted(recordingId, 420, more));
  expect(await present()).toEqual(['Speaker 1: 6']);
  expect(await history()).toMatchObject({ left: [], last: { kind: 'SPEAKERS_MERGED' } });
});

it('keep whom a person gave a segment of theirs to', async () => {
  const { recordingId, seen, told, present } = await merged(1, 0);
  await correct(service, 'assignSpeaker', 'AssignSpeakerInput', {
    segments: await seen(1),
    speaker: { newSpeakerName: 'Cleo' },
  });
  await service.transcribed(shifted(recordingId, 60));
  expect((await told())[1]).toMatch(/^Cleo: /);
  expect(await present()).toEqual(['Speaker 1: 3', 'Cleo: 1']);
});
