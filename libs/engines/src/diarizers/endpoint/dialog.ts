import { lengthMs, mergeTurns, type Interval, type Turn } from '@colloquy/speech';

export interface DialogLine {
  speaker: string;
  text: string;
}

/** A change of speakers moves this far at most to fall into a pause. */
const SNAP_MS = 1_500;
/** "label: text" with a label nobody was asked to expect: no punctuation, a few words. */
const LABELLED = /^([\p{L}\p{N}][\p{L}\p{N} _-]{0,39}):(?:\s|$)/u;
/** For a text that names nobody. */
const SOMEBODY = 'speaker';

/** Lines of "label: text"; a line without a label goes on with the one before. `known` labels may hold anything. */
export function parseDialog(dialog: string, known: readonly string[]): DialogLine[] {
  const lines: DialogLine[] = [];
  for (const row of dialog.split('\n')) {
    const speaker = known.find((name) => row.startsWith(`${name}:`)) ?? LABELLED.exec(row)?.[1];
    const text = (speaker === undefined ? row : row.slice(speaker.length + 1)).trim();
    const last = lines.at(-1);
    if (speaker === undefined && last) last.text = `${last.text} ${text}`;
    else if (text) lines.push({ speaker: speaker ?? known[0] ?? SOMEBODY, text });
  }
  return lines;
}

/**
 * When each line was said, if all speak equally fast: speech is shared out by letters, and a change of speakers falls
 * into the nearest pause, if one is near.
 *
 *     speech   ▆▆▆▆▆▆▆  ▆▆▆▆▆▆▆▆▆  ▆▆▆▆▆
 *     letters  aaaaaaaaa bbbbbbbbbbbbbbb
 *     turns    [──a──]  [───b───]  [─b─]
 */
export function spreadDialog(lines: readonly DialogLine[], regions: readonly Interval[]): Turn[] {
  // Where each region begins and ends when the pauses are left out.
  let spokenMs = 0;
  const stretches = regions.map((region) => {
    const fromMs = spokenMs;
    spokenMs += lengthMs(region);
    return { region, fromMs, toMs: spokenMs };
  });
  const letters = lines.map(({ text }) => text.replace(/[^\p{L}\p{N}]/gu, '').length + 1);
  const allLetters = letters.reduce((sum, count) => sum + count, 0);
  const pauses = stretches.map(({ toMs }) => toMs);

  let said = 0;
  let fromMs = 0;
  const turns = lines.flatMap(({ speaker }, i) => {
    said += letters[i] ?? 0;
    const idealMs = (said / allLetters) * spokenMs;
    const reachMs = Math.min(SNAP_MS, (idealMs - fromMs) / 2);
    const pauseMs = nearest(pauses, idealMs);
    const toMs = Math.abs(pauseMs - idealMs) <= reachMs ? pauseMs : idealMs;
    const own = stretches.flatMap((stretch) => {
      const startMs = Math.max(fromMs, stretch.fromMs);
      const endMs = Math.min(toMs, stretch.toMs);
      const shiftMs = stretch.region.startMs - stretch.fromMs;
      return endMs > startMs
        ? [{ speaker, startMs: Math.round(startMs + shiftMs), endMs: Math.round(endMs + shiftMs) }]
        : [];
    });
    fromMs = toMs;
    return own;
  });
  return mergeTurns(turns);
}

const nearest = (places: readonly number[], ms: number): number =>
  places.reduce((best, place) => (Math.abs(place - ms) < Math.abs(best - ms) ? place : best), Infinity);
