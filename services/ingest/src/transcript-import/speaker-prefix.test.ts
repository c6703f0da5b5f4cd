import { parseTranscript } from './parse-transcript.ts';

/** The same cues in both formats of captions. */
const captions = {
  WEBVTT: (texts: string[]) =>
    `WEBVTT\n\n${texts.map((text, i) => `00:0${i}.000 --> 00:0${i + 1}.000\n${text}`).join('\n\n')}`,
  SRT: (texts: string[]) =>
    texts.map((text, i) => `${i}\n00:00:0${i},000 --> 00:00:0${i + 1},000\n${text}`).join('\n\n'),
};

describe.each(['WEBVTT', 'SRT'] as const)('who speaks in %s', (format) => {
  const spoken = (...texts: string[]) => {
    const { speakers, segments } = parseTranscript(format, captions[format](texts));
    const names = new Map(speakers.map(({ label, name }) => [label, name]));
    return segments.map(({ speaker, text }) => [names.get(speaker), text]);
  };

  it('goes on until another name comes', () => {
    expect(spoken('so', 'Anna: I think we should', 'buy the blue car today', 'Ben: No.')).toEqual([
      [null, 'so'],
      ['Anna', 'I think we should'],
      ['Anna', 'buy the blue car today'],
      ['Ben', 'No.'],
    ]);
  });

  it('may be named in a caption of its own', () => {
    expect(spoken('Anna:', 'Hello')).toEqual([['Anna', 'Hello']]);
  });
});
