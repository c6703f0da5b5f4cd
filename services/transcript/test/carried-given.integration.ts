import type { TranscriptionResult } from '@colloquy/contracts';
import { correct, open } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

/** A segment that was given to somebody, after an engine that cuts otherwise what is said. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

const WORDS = [
  ['SPEAKER_00', 'Good morning to you'],
  ['SPEAKER_01', 'We looked at the offer again and'],
  ['SPEAKER_01', 'it is too much for us this year I think so yes'],
  ['SPEAKER_00', 'Which part of it'],
].flatMap(([speaker = '', text = ''], line) => text.split(' ').map((word) => ({ speaker, word, line })));
const FIRST = [4, 11, 23];

/** Those words at an ordinary pace, with a pause between lines; a segment begins with each of these. */
function heard(starts: readonly number[], about = {}): TranscriptionResult {
  const words = WORDS.map(({ word, line }, at) => {
    const startMs = at * 300 + line * 400;
    return { text: word, startMs, endMs: startMs + 240, confidence: 0.9 };
  });
  const segments = [0, ...starts].map((from, at) => {
    const own = words.slice(from, starts[at]);
    const text = own.map((word) => word.text).join(' ');
    const [startMs, endMs] = [own[0]?.startMs ?? 0, own.at(-1)?.endMs ?? 0];
    return { speaker: WORDS[from]?.speaker ?? '', text, startMs, endMs, words: own };
  });
  const lines = segments.map(({ speaker, text }): [string, string] => [speaker, text]);
  return { ...resultOf(lines, about), durationMs: 20_000, segments };
}

async function opened() {
  const call = await open(service, [], heard(FIRST));
  const { recordingId } = call;
  return {
    ...call,
    give: async (position: number) =>
      correct(service, 'assignSpeaker', 'AssignSpeakerInput', {
        segments: await call.seen(position),
        speaker: { newSpeakerName: 'Zoe' },
      }),
    hear: (starts: readonly number[]) => service.transcribed(heard(starts, { recordingId })),
    /** Without the first line and the last. */
    said: async () => (await call.told()).slice(1, -1),
    listed: async () =>
      (await service.transcript<{ leftBehind: object[] }>(recordingId, 'leftBehind { text }'))?.leftBehind,
  };
}

const GIVEN = 'Zoe: it is too much for us this year I think so yes';

it('is all that goes to them where it is heard in one with what somebody named said before', async () => {
  const call = await opened();
  await service.rename((await call.rows())[1]?.speaker.id ?? '', 'Ann');
  await call.give(2);
  for (const starts of [[4, 23], FIRST]) {
    await call.hear(starts);
    expect(await call.said()).toEqual(['Ann: We looked at the offer again and', GIVEN]);
    expect(await call.listed()).toEqual([]);
  }
});

it('does not take the corrected text before along', async () => {
  const call = await opened();
  const before = (await call.rows())[1];
  await service.edit(before?.id ?? '', 'We looked at the BID again and', before?.version ?? 0);
  await call.give(2);
  await call.hear([4, 23]);
  expect(await call.said()).toEqual(['Speaker 2: We looked at the BID again and', GIVEN]);
});

it.each([5, 7, 10])(
  'begins where it was given when an engine begins it earlier, with word %i',
  async (from) => {
    const call = await opened();
    await call.give(2);
    await call.hear([4, from, 23]);
    const told = await call.said();
    expect(told.at(-1)).toBe(GIVEN);
    expect(told.filter((line) => line.startsWith('Zoe'))).toHaveLength(1);
  },
);

it('stays whole where an engine splits off its first word and its last', async () => {
  const call = await opened();
  await call.give(2);
  await call.hear([...FIRST, 12, 22].toSorted((a, b) => a - b));
  expect((await call.said()).slice(1)).toEqual([
    'Zoe: it',
    'Zoe: is too much for us this year I think so',
    'Zoe: yes',
  ]);
});
