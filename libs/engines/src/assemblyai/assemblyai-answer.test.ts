import { heardIn, longestMonologues, transcriptAnswer } from './assemblyai-answer.ts';

test('words are put in order, so that speakers have monologues whichever way they were told', () => {
  const word = (at: number, speaker: string) => ({
    text: `w${at}`,
    start: at * 500,
    end: at * 500 + 400,
    confidence: 0.9,
    speaker,
  });
  const words = [0, 1, 2, 3, 4, 5].map((at) => word(at, at < 3 ? 'A' : 'B'));
  const heard = [words, words.toReversed()].map((told) =>
    heardIn(transcriptAnswer.parse({ id: 'id-1', status: 'completed', words: told }), {
      startMs: 10_000,
      endMs: 20_000,
    }),
  );
  expect(heard[1]).toEqual(heard[0]);
  expect(longestMonologues(heard[1]?.words ?? [])).toEqual([
    { speaker: 'A', startMs: 10_000, endMs: 11_400 },
    { speaker: 'B', startMs: 11_500, endMs: 12_900 },
  ]);
});
