import { malformed } from './parsed-transcript.ts';

/** `[00:01:02]`, `(1:02)`, `00:01:02.500 -`: what may be a moment before a line. */
const STAMP =
  /^(?:\[\s*([\d:.,]+)\s*\]|\(\s*([\d:.,]+)\s*\)|(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?))\s*(?:[-–]\s*)?(.*)$/s;
const MOMENT = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/;
const MAX_SHOWN = 40;

/** A line with what looks like a moment before it. */
export interface StampedLine {
  stamp: { shown: string; bracket: 'square' | 'round' | 'none' } | null;
  /** What stands after the stamp; the whole line without one. */
  rest: string;
}

export function splitStamp(line: string): StampedLine {
  const [, square, round, bare, rest] = STAMP.exec(line) ?? [];
  const shown = square ?? round ?? bare;
  if (shown === undefined || rest === undefined) return { stamp: null, rest: line };
  return { stamp: { shown, bracket: square ? 'square' : round ? 'round' : 'none' }, rest };
}

/**
 * The moment of a line, or null when its digits are something that is said: `10:45 and arrives`, `(1) first point`.
 * @param isNamed whether a name follows. @throws MalformedTranscript for a mistyped time of a turn
 */
export function stampOf({ stamp, rest }: StampedLine, isNamed: boolean, line: number): number | null {
  if (!stamp || (stamp.bracket === 'none' && !isNamed && rest !== '')) return null;
  const time = momentOf(stamp.shown);
  if (time?.isValid) return time.ms;
  if (!isNamed || (time === null && stamp.bracket === 'round')) return null;
  if (time !== null) throw malformed(line, 'Minutes and seconds go up to 59.');
  const shown = JSON.stringify(stamp.shown.slice(0, MAX_SHOWN));
  throw malformed(line, `${shown} is not a time; it looks like [00:01:02].`);
}

/** `Anna Smith 0:03`: a heading of what is said below it. */
export function splitHeading(line: string): { speaker: string; startMs: number } | null {
  const at = line.lastIndexOf(' ');
  const time = momentOf(line.slice(at + 1));
  return at > 0 && time?.isValid ? { speaker: line.slice(0, at), startMs: time.ms } : null;
}

function momentOf(shown: string): { ms: number; isValid: boolean } | null {
  const [, hours = '', minutes, seconds, fraction = '0'] = MOMENT.exec(shown) ?? [];
  if (minutes === undefined || seconds === undefined) return null;
  const wholeSeconds = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return {
    ms: wholeSeconds * 1000 + Number(fraction.padEnd(3, '0')),
    // Without hours, minutes go on beyond 59.
    isValid: Number(seconds) < 60 && (hours === '' || Number(minutes) < 60),
  };
}
