import { parseTranscript } from '../src/transcript-import/parse-transcript.ts';
import { TranscriptReader } from '../src/transcript-import/transcript-reader.ts';

const reader = new TranscriptReader();
const cue = (text: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`;
const srt = (text: string) => `1\n00:00:01,000 --> 00:00:02,000\n${text}`;

type Format = 'WEBVTT' | 'SRT' | 'JSON' | 'TEXT';
const files: [what: string, Format, content: () => string, refusal: RegExp][] = [
  [
    'a turn of 300,000 lines',
    'TEXT',
    () => `Anna: x\n${'a\n'.repeat(300_000)}`,
    /^Line 1: Its text is longer/,
  ],
  ['18 MB of unfinished tags', 'SRT', () => srt('<b '.repeat(6_000_000)), /^Line 2: Its text is longer/],
  ['lines of unfinished tags', 'SRT', () => srt('<b \n'.repeat(20_000)), /^Line 2: Its text is longer/],
  ['arrays in arrays', 'JSON', () => '['.repeat(100_000), /^Line 1: .*nested/],
  ['objects in objects', 'JSON', () => '\n{"segments":'.repeat(60_000), /^Line 66: .*nested/],
  ['tags in tags', 'WEBVTT', () => cue(`${'<b>'.repeat(20_000)}x`), /^Line 3: .*tags/],
  ['voices in voices', 'WEBVTT', () => cue('<v A>'.repeat(20_000)), /^Line 3: .*tags/],
  ['times in times', 'WEBVTT', () => cue('<00:00:01.000>x '.repeat(100_000)), /^Line 3: /],
  ['a million marks on a letter', 'TEXT', () => `Anna: e${'\u0301\u0316'.repeat(500_000)}`, /^read/],
  [
    'a time without end',
    'TEXT',
    () => `[${'1'.repeat(9_000_000)}] Anna: x`,
    /^Line 1: "1{40}" is not a time/,
  ],
  [
    'half a million empty segments',
    'JSON',
    () => `{"segments":[${'{},'.repeat(500_000)}{}]}`,
    /^Line 1: segments: it has more than 200,000 entries/,
  ],
  [
    'a mistake at the end of 18 MB',
    'JSON',
    () =>
      `{"segments":[${'\n{"startMs":0,"endMs":1,"text":"a","words":[]},'.repeat(199_000)}\n{"x":[${'0,'.repeat(4_500_000)}0]}]}`,
    /^Line 199002: segments.199000.startMs: it is missing/,
  ],
];

const answerTo = (format: Format, content: string, by = reader): Promise<string> =>
  by.read({ format, content }).then(
    ({ endMs }) => `read, ${endMs} ms`,
    (error: Error) => error.message,
  );

/** What this thread does for some work, in µs of its own: however much else there is to do on the machine. */
async function workOfThread(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}

it.each(files)('%s: refused or read, and soon', async (_what, format, content, expected) => {
  expect(await answerTo(format, content())).toMatch(expected);
});

it('what takes too long is ended, and stalls nobody meanwhile', async () => {
  const lines = 'Anna: one two three\n'.repeat(900_000);
  const impatient = new TranscriptReader(20);
  const answers: string[] = [];
  const away = await workOfThread(async () => answers.push(await answerTo('TEXT', lines, impatient)));
  expect(answers).toEqual([expect.stringMatching(/^Reading this file took more than 0.02 s/)]);
  const here = await workOfThread(() => expect(() => parseTranscript('TEXT', lines)).toThrow('segments'));
  expect(away).toBeLessThan(here / 5);
});

it('many at once wait for each other', async () => {
  const answers = await Promise.all(
    Array.from({ length: 4 }, (_, i) => answerTo('TEXT', `Anna: number ${i}`)),
  );
  expect(answers).toEqual(Array.from({ length: 4 }, () => 'read, 800 ms'));
});

it('more than there is room for are refused at once', async () => {
  const content = ' '.repeat(20_000_000);
  const answers = await Promise.all(Array.from({ length: 9 }, () => answerTo('TEXT', content)));
  expect(new Set(answers)).toEqual(
    new Set(['Nothing is said in this file.', expect.stringMatching(/^Too many/)]),
  );
});
