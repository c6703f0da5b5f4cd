import { linkTracks, type ActivityWindow } from './local-activity.ts';
import { reconstructTurns } from './reconstruct-turns.ts';

/** 10 s windows every second; `who(speaker)` gives the local number of each voice in each window, or none. */
function windows(
  speech: { voice: number; from: number; to: number }[],
  localOf: (window: number, voice: number) => number,
): ActivityWindow[] {
  return Array.from({ length: 6 }, (_, window) => {
    const speakers = [0, 1, 2].map(() => new Uint8Array(1_000));
    for (const { voice, from, to } of speech)
      speakers[localOf(window, voice)]?.fill(
        1,
        Math.max(0, from - window * 100),
        Math.max(0, Math.min(1_000, to - window * 100)),
      );
    return { startFrame: window * 100, speakers };
  });
}
const speech = [
  { voice: 0, from: 0, to: 700 },
  { voice: 1, from: 600, to: 1_500 },
];
const options = { bridgeMs: 300, minTurnMs: 250 };

test('local speakers are followed although their numbers change, and overlap survives', () => {
  const activity = windows(speech, (window, voice) => (voice + window) % 3);
  const tracks = linkTracks(activity);
  expect(tracks).toHaveLength(2);
  const voiced = tracks.map(({ units }, voice) => ({ units, voice }));
  expect(reconstructTurns(activity, voiced, options)).toEqual([
    { voice: 0, startMs: 0, endMs: 7_000 },
    { voice: 1, startMs: 6_000, endMs: 15_000 },
  ]);
  expect(tracks[0]?.alone).toEqual([{ startMs: 0, endMs: 6_000 }]);
});

test('two local speakers of one window never become one track', () => {
  for (const { units } of linkTracks(windows(speech, (_, voice) => voice))) {
    expect(new Set(units.map((unit) => unit.window)).size).toBe(units.length);
  }
});
