import { parsePlainText } from './plain-text.parser.ts';

const turns = (...lines: string[]) =>
  parsePlainText(lines.join('\n')).map(({ speaker, text }) => [speaker, text]);
const starts = (...lines: string[]) => parsePlainText(lines.join('\n')).map(({ startMs }) => startMs);

describe('digits that are said', () => {
  it.each([
    '10:45 and arrives at noon.',
    '(1) first point',
    '(3.5) percent growth',
    '[2] second point',
    '(10:75) is no time',
    '1:2 is the score',
    '10:45',
  ])('%j goes on with what was said before', (line) => {
    expect(parsePlainText(`Anna: The train leaves at\n${line}`)).toEqual([
      expect.objectContaining({ speaker: 'Anna', startMs: 0, text: `The train leaves at ${line}` }),
    ]);
  });

  it('are a time in brackets, before a name and above what is said', () => {
    const lines = ['Anna: one', '[0:05] two', '0:10 Ben: three', '0:15', 'Anna: four', '(0:20)', 'five'];
    expect(turns(...lines)).toEqual([
      ['Anna', 'one'],
      ['Anna', 'two'],
      ['Ben', 'three'],
      ['Anna', 'four'],
      ['Anna', 'five'],
    ]);
    expect(starts(...lines)).toEqual([0, 5_000, 10_000, 15_000, 20_000]);
  });
});

describe('names', () => {
  it.each([
    'Anna',
    'interviewer',
    'SPEAKER_00',
    'Speaker 1',
    'Ludwig van Beethoven',
    'Dr. Ana-María O’Neil (Host)',
    '王小明',
    '**Anna**',
  ])('%j is one', (label) => {
    expect(turns(`${label}: Hello`)).toEqual([[label.replaceAll('*', ''), 'Hello']]);
  });

  it.each(['**Anna:** Hello', '__Anna:__ Hello', '- **Anna:** Hello', '[0:00] **Anna:** Hello'])(
    '%j may be in bold',
    (line) => expect(turns(line)).toEqual([['Anna', 'Hello']]),
  );

  it('are not the beginning of a sentence', () => {
    expect(turns('Anna: Listen.', 'The first goal is: sell more.')).toEqual([
      ['Anna', 'Listen. The first goal is: sell more.'],
    ]);
  });

  it('may be any words that begin several turns', () => {
    const lines = ['the first caller: Hi', 'Anna: Hello', 'the first caller: Bye'];
    expect(turns(...lines).map(([speaker]) => speaker)).toEqual([
      'the first caller',
      'Anna',
      'the first caller',
    ]);
  });

  it('may stand with a time above what is said', () => {
    const lines = [
      'Anna Smith  0:03',
      'We meet',
      'at noon.',
      '',
      'Ben  1:00:04',
      'Fine.',
      'See you at 10:45',
      'or so.',
    ];
    expect(turns(...lines)).toEqual([
      ['Anna Smith', 'We meet at noon.'],
      ['Ben', 'Fine. See you at 10:45 or so.'],
    ]);
    expect(starts(...lines)).toEqual([3_000, 3_604_000]);
  });
});
