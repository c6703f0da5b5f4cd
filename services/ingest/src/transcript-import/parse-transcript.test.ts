import { parseTranscript } from './parse-transcript.ts';
import { MalformedTranscript } from './parsed-transcript.ts';

type Format = Parameters<typeof parseTranscript>[0];

function refusal(format: Format, content: string): string {
  try {
    parseTranscript(format, content);
  } catch (error) {
    if (error instanceof MalformedTranscript) return `Line ${error.line}: ${error.reason}`;
    throw error;
  }
  return 'accepted';
}

/** `[label, startMs, endMs, text]` */
const said = (format: Format, content: string) => {
  const { segments } = parseTranscript(format, content);
  return segments.map(({ speaker, startMs, endMs, text }) => [speaker.slice(-2), startMs, endMs, text]);
};
const names = (format: Format, content: string) =>
  parseTranscript(format, content).speakers.map(({ name }) => name);

describe('WebVTT', () => {
  const file = `\uFEFFWEBVTT - Call\r
Kind: captions\r
\r
NOTE made by hand\r
over two lines\r
\r
STYLE\r
::cue { color: red }\r
\r
intro\r
00:01.000 --> 00:00:02.500 align:start\r
<v.loud Anna B.>Hello <b>there</b> &amp; welcome</v>\r
\r
00:00:03.000 --> 00:00:04.000\r
- no voice, no name\r
\r
01:00:00.000 --> 01:00:02.000\r
<v Ben>Hi</v>\r
<v Anna B.>Hi Ben!</v>\r
`;

  it('is read with voices, settings, comments and styles', () => {
    expect(said('WEBVTT', file)).toEqual([
      ['00', 1_000, 2_500, 'Hello there & welcome'],
      ['00', 3_000, 4_000, '- no voice, no name'],
      ['01', 3_600_000, 3_600_444, 'Hi'],
      ['00', 3_600_444, 3_602_000, 'Hi Ben!'],
    ]);
    expect(names('WEBVTT', file)).toEqual(['Anna B.', 'Ben']);
  });

  it('leaves out a cue in which nobody says anything', () => {
    const cues = ['Anna:', '<v Ben></v>', '', 'hello'].map(
      (text, i) => `00:0${i}.000 --> 00:0${i + 1}.000\n${text}`,
    );
    expect(said('WEBVTT', `WEBVTT\n\n${cues.join('\n\n')}`)).toEqual([['00', 3_000, 4_000, 'hello']]);
    expect(refusal('WEBVTT', `WEBVTT\n\n${cues.slice(0, 3).join('\n\n')}`)).toContain('Nothing is said');
  });

  it('begins with a cue also where no blank line ends the header', () => {
    expect(said('WEBVTT', 'WEBVTT\n00:01.000 --> 00:02.000\nHello')).toEqual([['00', 1_000, 2_000, 'Hello']]);
  });

  it('takes a name before the text where there is no voice', () => {
    expect(names('WEBVTT', 'WEBVTT\n\n00:01.000 --> 00:02.000\nAnna: Hello')).toEqual(['Anna']);
  });

  it.each([
    ['WEBVTTX\n\n00:01.000 --> 00:02.000\nx', 'Line 1: A WebVTT file begins'],
    ['WEBVTT\n\n00:01.000 --> 00:xx.000\nx', 'Line 3: The times cannot be read'],
    ['WEBVTT\n\n1\n00:03.000 --> 00:02.000\nx', 'Line 4: It ends before it begins'],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\nx\n\nlost words', 'Line 6: There is no time line'],
    ['WEBVTT\n\n00:61.000 --> 02:00.000\nx', 'Line 3: Minutes and seconds go up to 59'],
    ['WEBVTT\n\na\nb\n00:01.000 --> 00:02.000\nx', 'Line 5: More than one line'],
    ['WEBVTT\n', 'Nothing is said'],
  ])('%j is refused with its place', (content, reason) => {
    expect(refusal('WEBVTT', content)).toContain(reason);
  });
});

describe('SRT', () => {
  it('is read with names that hold until the next one, and without markup', () => {
    const file =
      '1\n00:00:01,000 --> 00:00:02,500\n<i>Anna:</i> Hello\nthere\n\n2\n00:00:03,0 --> 00:00:04,5\n{\\an8}and welcome\n\n\n3\n00:00:05,000 --> 00:00:06,000\nBEN O’NEIL: At 10:30: yes';
    expect(said('SRT', file)).toEqual([
      ['00', 1_000, 2_500, 'Hello there'],
      ['00', 3_000, 4_500, 'and welcome'],
      ['01', 5_000, 6_000, 'At 10:30: yes'],
    ]);
    expect(names('SRT', file)).toEqual(['Anna', 'BEN O’NEIL']);
  });

  it.each([
    ['1\n00:00:01,000 -> 00:00:02,000\nx', 'Line 1: There is no time line'],
    ['1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\n00:00:aa,000 --> 00:00:04,000\ny', 'Line 6: The times'],
    ['{"segments":[]}', 'Line 1: There is no time line'],
  ])('%j is refused with its place', (content, reason) => {
    expect(refusal('SRT', content)).toContain(reason);
  });
});

describe('plain text', () => {
  it('estimates times at 150 words a minute', () => {
    expect(said('TEXT', 'Anna: one two three\n\nBen: four five\ngoes on here\nAnna: end')).toEqual([
      ['00', 0, 1_200, 'one two three'],
      ['01', 1_200, 3_200, 'four five goes on here'],
      ['00', 3_200, 3_600, 'end'],
    ]);
  });

  it('takes times of several spellings', () => {
    const file = '[00:00:10] Anna: one\n(1:05) Ben: two\n1:00:00.5 - Anna: three';
    expect(said('TEXT', file).map(([, startMs]) => startMs)).toEqual([10_000, 65_000, 3_600_500]);
  });

  it('lets no turn reach into the next one whose time is known', () => {
    const file = `[0:01] Anna: ${'word '.repeat(100)}\n[0:02] Ben: x\n[0:02] Anna: y`;
    expect(said('TEXT', file).map(([, startMs, endMs]) => [startMs, endMs])).toEqual([
      [1_000, 2_000],
      [2_000, 2_001],
      [2_000, 2_400],
    ]);
  });

  it.each([
    ['just some prose\nwithout names', 'Line 1: Nobody is named'],
    ['Anna: x\n[00:99] Ben: y', 'Line 2: Minutes and seconds'],
    ['[00:00:20] Anna: x\n[00:00:10] Ben: y', 'Line 2: Its time is before'],
    ['[1:2:3:4] Anna: x', 'Line 1: "1:2:3:4" is not a time'],
    ['', 'Nothing is said'],
    ['Anna: x\0y', 'Line 1: This is not text'],
    ['Anna: ' + 'x'.repeat(20_001), 'Line 1: Its text is longer'],
  ])('%j is refused with its place', (content, reason) => {
    expect(refusal('TEXT', content)).toContain(reason);
  });

  it('cleans names and text of what cannot be seen', () => {
    const { speakers, segments } = parseTranscript('TEXT', 'An\u202Ena: hel\u0007lo');
    expect([speakers[0]?.name, segments[0]?.text]).toEqual(['Anna', 'hel lo']);
  });

  it('is linear in hostile lines', () => {
    const start = performance.now();
    refusal('TEXT', `${'a '.repeat(500_000)}\n${'['.repeat(200_000)}\n${'a.'.repeat(200_000)}:`);
    refusal('SRT', `1\n00:00:01,000 --> 00:00:02,000\n${'<i'.repeat(200_000)}${'{\\'.repeat(200_000)}`);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

describe('our JSON', () => {
  const document = {
    language: 'en',
    speakers: [
      { label: 'SPEAKER_01', name: 'Ben' },
      { label: 'SPEAKER_00', name: null },
    ],
    segments: [
      { speaker: 'SPEAKER_01', startMs: 500, endMs: 900, text: 'Second', words: [] },
      {
        speaker: 'SPEAKER_00',
        startMs: 0,
        endMs: 400.4,
        text: 'First',
        words: [{ text: 'First', startMs: 0, endMs: 400 }],
      },
    ],
  };

  it('keeps names, words and language, and labels speakers by first speech', () => {
    const parsed = parseTranscript('JSON', JSON.stringify(document));
    expect(parsed.language).toBe('en');
    expect(parsed.speakers).toEqual([
      { label: 'SPEAKER_00', name: null },
      { label: 'SPEAKER_01', name: 'Ben' },
    ]);
    expect(parsed.segments[0]).toEqual({
      speaker: 'SPEAKER_00',
      startMs: 0,
      endMs: 400,
      text: 'First',
      words: [{ text: 'First', startMs: 0, endMs: 400, confidence: null }],
    });
  });

  const segmentWith = (word: object) =>
    JSON.stringify({
      segments: [{ startMs: 2_000, endMs: 3_000, text: 'zebra fish', words: [{ text: 'zebra', ...word }] }],
    });

  it.each([
    [{ startMs: 3_000_000_000, endMs: 3_000_000_000 }, 'segments.0.words.0.startMs'],
    [{ startMs: 0, endMs: 1e300 }, 'segments.0.words.0.endMs'],
    [{ startMs: 4_100, endMs: 4_200 }, 'segments.0.words.0: it lies outside'],
    [{ startMs: 500, endMs: 2_500 }, 'segments.0.words.0: it lies outside'],
  ])('%j is no time of a word', (word, reason) => {
    expect(refusal('JSON', segmentWith(word))).toContain(reason);
  });

  it.each([
    [{ startMs: 1_700, endMs: 2_400 }, [2_000, 2_400]],
    [{ startMs: 2_700, endMs: 3_300 }, [2_700, 3_000]],
    [{ startMs: 3_100, endMs: 3_300 }, [3_000, 3_000]],
    [{ startMs: 2_700, endMs: 2_600 }, [2_700, 2_700]],
  ])('%j is brought into its segment', (word, times) => {
    const [said] = parseTranscript('JSON', segmentWith(word)).segments;
    expect(said?.words?.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([times]);
  });

  it('cleans words as it does texts', () => {
    const words = ['\0', 'ze\u202Ebra'].map((text) => ({ text, startMs: 0, endMs: 1 }));
    const json = JSON.stringify({ segments: [{ startMs: 0, endMs: 2, text: 'zebra', words }] });
    expect(parseTranscript('JSON', json).segments[0]?.words?.map(({ text }) => text)).toEqual(['zebra']);
  });

  it.each([
    ['{\n "segments": [\n  oops\n ]}', 'Line 3: This is not JSON'],
    ['{\n "segments": [', 'Line 2: This is not JSON'],
    ['{"segments": [{"startMs": -1, "endMs": 2, "text": "x"}]}', 'segments.0.startMs'],
    ['{"segments": [{"startMs": 2, "endMs": 2, "text": "x"}]}', 'segments.0: it ends'],
    ['[]', 'The document'],
    ['{"segments": [{"startMs": 0, "endMs": 1e300, "text": "x"}]}', 'segments.0.endMs'],
    ['{"segments": [{"startMs": 0, "endMs": 9e8, "text": "x"}]}', 'segments.0.endMs'],
    ['{"segments": [{}, 1, 2]}', 'segments.0.startMs'],
  ])('%j is refused with its place', (content, reason) => {
    expect(refusal('JSON', content)).toContain(reason);
  });
});
