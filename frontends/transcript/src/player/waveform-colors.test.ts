import { colorStretches } from './waveform-colors.ts';

const segments = [
  { startMs: 0, endMs: 500, speakerId: 'a' },
  { startMs: 500, endMs: 700, speakerId: 'a' },
  { startMs: 800, endMs: 1000, speakerId: 'b' },
];
const colors = new Map([
  ['a', 'red'],
  ['b', 'blue'],
]);

describe('colorStretches', () => {
  it('joins neighbours of one speaker and shows silence', () => {
    expect(colorStretches(segments, colors, 1000, 10, 'grey')).toEqual([
      { from: 0, to: 0.7, color: 'red' },
      { from: 0.7, to: 0.8, color: 'grey' },
      { from: 0.8, to: 1, color: 'blue' },
    ]);
  });

  it('covers the whole width however many segments there are', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      startMs: index * 100,
      endMs: index * 100 + 100,
      speakerId: index % 2 ? 'a' : 'b',
    }));
    const stretches = colorStretches(many, colors, 1_000_000, 800, 'grey');
    expect(stretches.length).toBeLessThanOrEqual(800);
    expect(stretches[0]?.from).toBe(0);
    expect(stretches.at(-1)?.to).toBe(1);
  });

  it('is silence for a transcript without segments', () => {
    expect(colorStretches([], colors, 1000, 4, 'grey')).toEqual([{ from: 0, to: 1, color: 'grey' }]);
  });
});
