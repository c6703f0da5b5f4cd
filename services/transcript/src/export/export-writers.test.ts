import { writeCsv } from './csv.export.ts';
import type { ExportDocument, ExportWriter } from './export-document.ts';
import { writeJson } from './json.export.ts';
import { writeRttm } from './rttm.export.ts';
import { writeSrt } from './srt.export.ts';
import { writeTxt } from './txt.export.ts';
import { writeVtt } from './vtt.export.ts';

const said = (speakerId: string, startMs: number, endMs: number, text: string) => ({
  speakerId,
  startMs,
  endMs,
  text,
  words: [{ text, startMs, endMs, confidence: null }],
});

const document = (): ExportDocument => ({
  title: 'Call "one"',
  recordingId: '0198f2f0-0000-7000-8000-000000000001',
  language: 'en',
  durationMs: 3_700_000,
  speakers: new Map([
    ['a', { label: 'SPEAKER_00', name: 'Anna <A&B>', displayName: 'Anna <A&B>' }],
    ['b', { label: 'SPEAKER 01', name: null, displayName: 'Speaker 2' }],
  ]),
  segments: (async function* () {
    yield said('a', 5, 1_205, 'So "x" --> y & z?');
    yield said('b', 3_661_007, 3_661_007, '=HYPERLINK("evil")');
  })(),
  names: true,
  times: false,
});

async function bytes(write: ExportWriter, about: Partial<ExportDocument> = {}): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of write({ ...document(), ...about })) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const written = async (write: ExportWriter, about?: Partial<ExportDocument>): Promise<string> =>
  String(await bytes(write, about));

describe('exports', () => {
  it('JSON', async () => {
    expect(JSON.parse(await written(writeJson))).toEqual({
      title: 'Call "one"',
      language: 'en',
      durationMs: 3_700_000,
      speakers: [
        { label: 'SPEAKER_00', name: 'Anna <A&B>' },
        { label: 'SPEAKER 01', name: null },
      ],
      segments: [
        {
          speaker: 'SPEAKER_00',
          startMs: 5,
          endMs: 1_205,
          text: 'So "x" --> y & z?',
          words: [{ text: 'So "x" --> y & z?', startMs: 5, endMs: 1_205, confidence: null }],
        },
        {
          speaker: 'SPEAKER 01',
          startMs: 3_661_007,
          endMs: 3_661_007,
          text: '=HYPERLINK("evil")',
          words: [{ text: '=HYPERLINK("evil")', startMs: 3_661_007, endMs: 3_661_007, confidence: null }],
        },
      ],
    });
  });

  it('JSON of nothing said', async () => {
    const text = await written(writeJson, { segments: (async function* () {})() });
    expect(JSON.parse(text)).toMatchObject({ segments: [] });
  });

  it('CSV, with formulas made harmless', async () => {
    expect(await written(writeCsv)).toBe(
      '\ufeffindex,start,end,start_ms,end_ms,label,speaker,text\r\n' +
        '0,00:00:00.005,00:00:01.205,5,1205,"SPEAKER_00","Anna <A&B>","So ""x"" --> y & z?"\r\n' +
        '1,01:01:01.007,01:01:01.007,3661007,3661007,"SPEAKER 01","Speaker 2","\'=HYPERLINK(""evil"")"\r\n',
    );
  });

  it('TXT', async () => {
    expect(await written(writeTxt)).toBe('Anna <A&B>: So "x" --> y & z?\nSpeaker 2: =HYPERLINK("evil")\n');
  });

  it('TXT with times, without names', async () => {
    expect(await written(writeTxt, { times: true, names: false })).toBe(
      '[00:00:00] So "x" --> y & z?\n[01:01:01] =HYPERLINK("evil")\n',
    );
  });

  it('subtitles without names', async () => {
    expect(await written(writeSrt, { names: false })).toContain('00:00:01,205\nSo "x"');
    expect(await written(writeVtt, { names: false })).toContain('00:00:01.205\nSo "x" --&gt;');
  });

  it.each([true, false])('a text that looks like the times of a cue makes none, names: %s', async (names) => {
    for (const write of [writeSrt, writeVtt]) {
      const segments = (async function* () {
        yield said('a', 0, 1_000, '00:00:05,000 --> 00:00:06,000');
      })();
      expect((await written(write, { names, segments })).match(/-->/g)).toHaveLength(1);
    }
  });

  it('SRT, no cue without length', async () => {
    expect(await written(writeSrt)).toBe(
      '1\n00:00:00,005 --> 00:00:01,205\nAnna <A&B>: So "x" -- > y & z?\n\n2\n01:01:01,007 --> 01:01:01,008\nSpeaker 2: =HYPERLINK("evil")\n\n',
    );
  });

  it('VTT, with markup and arrows escaped', async () => {
    expect(await written(writeVtt)).toBe(
      'WEBVTT\n\n00:00:00.005 --> 00:00:01.205\n<v Anna &lt;A&amp;B&gt;>So "x" --&gt; y &amp; z?</v>\n\n' +
        '01:01:01.007 --> 01:01:01.008\n<v Speaker 2>=HYPERLINK("evil")</v>\n\n',
    );
  });

  it('RTTM, a label being one field', async () => {
    expect(await written(writeRttm)).toBe(
      'SPEAKER 0198f2f0-0000-7000-8000-000000000001 1 0.005 1.200 <NA> <NA> SPEAKER_00 <NA> <NA>\n' +
        'SPEAKER 0198f2f0-0000-7000-8000-000000000001 1 3661.007 0.000 <NA> <NA> SPEAKER_01 <NA> <NA>\n',
    );
  });
});
