import { lengthMs, mergeIntervals, type Interval } from '@colloquy/speech';

/** One decision every 10 ms. */
export const FRAME_MS = 10;

/** With less speech than this the spectrum of windows says too little about the number of voices. */
export const SHORT_SPEECH_MS = 45_000;

/** What the segmentation model hears in one window: up to three local speakers, who may overlap. */
export interface ActivityWindow {
  startFrame: number;
  /** One array of 0/1 frames per local speaker. */
  speakers: Uint8Array[];
}

/** One local speaker of one window. */
export interface LocalUnit {
  window: number;
  speaker: number;
}

/** A local speaker followed through neighbouring windows. */
export interface Track {
  /** Its part in each window: `windows[window].speakers[speaker]`. */
  units: LocalUnit[];
  /** Where it is heard alone, in ms of the slice. */
  alone: Interval[];
  /** Where it is heard at all. */
  active: Interval[];
}

/** Neighbouring windows agree on a speaker when they share this much of their common activity, and at least so long. */
const LINK_AGREEMENT = 0.6;
const LINK_FRAMES = 30;
/** Shorter activity is noise of the model. */
const MIN_UNIT_FRAMES = 15;

/**
 * Follows local speakers from window to window by what they have in common where the windows overlap:
 *
 *     window 1   A ▆▆▆▆▆▆▆──▆▆▆▆          track 1 = 1A + 2B
 *     window 2          B ▆▆──▆▆▆▆────▆▆
 *
 * Best agreements first; two local speakers of one window never come into one track.
 */
export function linkTracks(windows: readonly ActivityWindow[]): Track[] {
  const units = windows.flatMap(({ speakers }, window) =>
    speakers.flatMap((frames, speaker) =>
      count(frames) >= MIN_UNIT_FRAMES ? [{ window, speaker, track: 0 }] : [],
    ),
  );
  const tracks = units.map((unit, i) => ({
    units: [Object.assign(unit, { track: i })],
    windows: new Set([unit.window]),
  }));
  const byWindow = Map.groupBy(units, (unit) => unit.window);
  const links = windows.slice(1).flatMap((next, i) => {
    const previous = windows[i];
    if (!previous) return [];
    return (byWindow.get(i) ?? []).flatMap((a) =>
      (byWindow.get(i + 1) ?? []).map((b) => ({
        a,
        b,
        agreement: agreement(previous, a.speaker, next, b.speaker),
      })),
    );
  });
  for (const { a, b } of links
    .filter((link) => link.agreement > LINK_AGREEMENT)
    .sort((x, y) => y.agreement - x.agreement)) {
    const into = tracks[a.track];
    const from = tracks[b.track];
    if (!into || !from || into === from || !areDisjoint(into.windows, from.windows)) continue;
    for (const unit of from.units) unit.track = a.track;
    into.units.push(...from.units.splice(0));
    for (const window of from.windows) into.windows.add(window);
  }
  return tracks
    .filter((track) => track.units.length > 0)
    .map(({ units: own }) => ({ units: own, ...activity(own, windows) }));
}

export const areDisjoint = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  ![...a].some((member) => b.has(member));

const count = (frames: Uint8Array): number => frames.reduce((total, on) => total + on, 0);

/** Common frames over frames of either, where the two windows overlap; 0 when too little is common to judge. */
function agreement(a: ActivityWindow, speakerA: number, b: ActivityWindow, speakerB: number): number {
  const framesA = a.speakers[speakerA] ?? new Uint8Array(0);
  const framesB = b.speakers[speakerB] ?? new Uint8Array(0);
  let both = 0;
  let either = 0;
  for (let frame = b.startFrame - a.startFrame; frame < framesA.length; frame++) {
    const inA = framesA[frame] ?? 0;
    const inB = framesB[frame - (b.startFrame - a.startFrame)] ?? 0;
    both += inA & inB;
    either += inA | inB;
  }
  return both > LINK_FRAMES ? both / either : 0;
}

function activity(
  units: readonly LocalUnit[],
  windows: readonly ActivityWindow[],
): Pick<Track, 'alone' | 'active'> {
  const alone: Interval[] = [];
  const active: Interval[] = [];
  for (const { window: index, speaker } of units) {
    const window = windows[index];
    if (!window) continue;
    const own = localIntervals(window, speaker);
    alone.push(...own.alone);
    active.push(...own.active);
  }
  return { alone: mergeIntervals(alone), active: mergeIntervals(active) };
}

/** Where a local speaker is heard at all, and where alone, in ms of the slice. */
export function localIntervals(
  { startFrame, speakers }: ActivityWindow,
  speaker: number,
): Pick<Track, 'alone' | 'active'> {
  const own = speakers[speaker] ?? new Uint8Array(0);
  const others = speakers.filter((frames) => frames !== own);
  return {
    active: runs(startFrame, own.length, (frame) => own[frame] === 1),
    alone: runs(
      startFrame,
      own.length,
      (frame) => own[frame] === 1 && !others.some((frames) => frames[frame]),
    ),
  };
}

export const totalMs = (intervals: readonly Interval[]): number =>
  intervals.reduce((total, interval) => total + lengthMs(interval), 0);

/** Where `on` holds among `length` frames from `startFrame`, in ms. */
export function runs(startFrame: number, length: number, on: (frame: number) => boolean): Interval[] {
  const found: Interval[] = [];
  let from = -1;
  for (let frame = 0; frame <= length; frame++) {
    const is = frame < length && on(frame);
    if (is && from < 0) from = frame;
    if (!is && from >= 0) {
      found.push({ startMs: (startFrame + from) * FRAME_MS, endMs: (startFrame + frame) * FRAME_MS });
      from = -1;
    }
  }
  return found;
}
