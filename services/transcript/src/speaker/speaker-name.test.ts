import { readSpeakerName } from './speaker-name.ts';

describe('readSpeakerName', () => {
  it.each([
    ['  Anna   Müller ', 'Anna Müller'],
    ['e\u0301lodie', 'élodie'],
    ['👩‍🔬 Ada', '👩‍🔬 Ada'],
    ['', null],
    ['   ', null],
    [null, null],
    [undefined, null],
  ])('reads %j as %j', (given, name) => {
    expect(readSpeakerName(given)).toBe(name);
  });

  it.each(['a\nb', 'a\u0000b', 'a\u202eb', 'a\u2028b', 'a\ud800'])('refuses %j', (given) => {
    expect(() => readSpeakerName(given)).toThrow(/control characters/);
  });

  it.each(['\u200b', '\u00ad', '\u3164', '\u200b \u200b'])('refuses %j, which nobody sees', (given) => {
    expect(() => readSpeakerName(given)).toThrow(/can be seen/);
  });

  it('refuses more than anybody is called', () => {
    expect(() => readSpeakerName('x'.repeat(101))).toThrow(/101 characters/);
    expect(readSpeakerName('x'.repeat(100))).toHaveLength(100);
  });
});
