import { speakingCounts, sumCounts, type SaidStretch } from './speaking-statistics.ts';

const said = (speakerId: string, startMs: number, endMs: number, words = 1): SaidStretch => ({
  speakerId,
  startMs,
  endMs,
  words,
});

describe('what speakers say, counted', () => {
  it('counts turns and the longest monologue over segments in a row', () => {
    const counts = speakingCounts([
      said('a', 0, 2_000, 5),
      said('a', 2_500, 6_000, 9),
      said('b', 6_000, 7_000, 2),
      said('a', 7_000, 10_000, 6),
    ]);
    // 2 + 3.5 + 3 s of talk; the first turn is 0 to 6 s with its pause.
    expect(counts.get('a')).toEqual({
      talkTimeMs: 8_500,
      turns: 2,
      words: 20,
      longestMonologueMs: 6_000,
      overlapMs: 0,
      interruptions: 0,
    });
    expect(counts.get('b')).toMatchObject({
      talkTimeMs: 1_000,
      turns: 1,
      words: 2,
      longestMonologueMs: 1_000,
    });
  });

  it('counts time in which several talk once for each of them, as the diarizer heard it', () => {
    const heard = [
      { speakerId: 'a', startMs: 0, endMs: 10_000 },
      // Two at once over a: 2 to 4 s and 3 to 5 s are 3 s of overlap for a.
      { speakerId: 'b', startMs: 2_000, endMs: 4_000 },
      { speakerId: 'c', startMs: 3_000, endMs: 5_000 },
    ];
    const counts = speakingCounts([said('a', 0, 10_000), said('b', 2_000, 4_000)], heard);
    expect(['a', 'b', 'c'].map((id) => counts.get(id)?.overlapMs)).toEqual([3_000, 2_000, 2_000]);
  });

  it('counts as an interruption who begins while somebody talks and goes on after them', () => {
    const heard = (bStart: number, bEnd: number) => [
      { speakerId: 'a', startMs: 0, endMs: 5_000 },
      { speakerId: 'b', startMs: bStart, endMs: bEnd },
    ];
    const interruptions = (bStart: number, bEnd: number) =>
      speakingCounts([], heard(bStart, bEnd)).get('b')?.interruptions ?? 0;
    expect(interruptions(4_000, 8_000)).toBe(1);
    // Agreeing in between, a change of speaker, and beginning together are none.
    expect(interruptions(3_000, 3_500)).toBe(0);
    expect(interruptions(4_800, 8_000)).toBe(0);
    expect(interruptions(500, 8_000)).toBe(0);
  });

  it('does not count the same speaker’s own turns as overlap', () => {
    const heard = [
      { speakerId: 'a', startMs: 0, endMs: 4_000 },
      { speakerId: 'a', startMs: 3_000, endMs: 6_000 },
    ];
    expect(speakingCounts([], heard).get('a')?.overlapMs ?? 0).toBe(0);
  });

  it('adds up over recordings, the longest monologue being the longest of any', () => {
    const one = { talkTimeMs: 1, turns: 2, words: 3, longestMonologueMs: 4, overlapMs: 5, interruptions: 6 };
    expect(sumCounts([one, { ...one, longestMonologueMs: 9 }])).toEqual({
      talkTimeMs: 2,
      turns: 4,
      words: 6,
      longestMonologueMs: 9,
      overlapMs: 10,
      interruptions: 12,
    });
  });
});
