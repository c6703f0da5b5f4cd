import { matchSpeakers } from './match-speakers.ts';

const stretch = (speakerId: string, startMs: number, endMs: number) => ({ speakerId, startMs, endMs });

describe('matchSpeakers', () => {
  it('pairs those who speak at the same time, the longest together first', () => {
    const earlier = [stretch('A', 0, 1000), stretch('B', 1200, 3000), stretch('A', 3000, 3500)];
    const later = [
      stretch('1', 0, 1100),
      stretch('2', 1100, 2900),
      stretch('1', 2900, 3500),
      stretch('3', 3600, 3700),
    ];
    expect(Object.fromEntries(matchSpeakers(earlier, later))).toEqual({ 1: 'A', 2: 'B' });
  });

  it('gives nobody away twice', () => {
    const earlier = [stretch('A', 0, 1000)];
    const later = [stretch('1', 0, 300), stretch('2', 300, 1000)];
    expect(Object.fromEntries(matchSpeakers(earlier, later))).toEqual({ 2: 'A' });
  });

  it('sees a long stretch that lies under several short ones', () => {
    const earlier = [stretch('A', 0, 10_000), stretch('B', 100, 200)];
    const later = [stretch('1', 0, 50), stretch('2', 100, 200), stretch('1', 5000, 9000)];
    expect(matchSpeakers(earlier, later).get('1')).toBe('A');
  });
});
