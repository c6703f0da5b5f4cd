import { linesOf, malformed, type SpokenCue } from './parsed-transcript.ts';
import { cleanText } from '../upload/file-name.ts';
import { splitSpeakerPrefix } from './speaker-prefix.ts';

/** Usual speed of conversation, for files without times. */
const MS_PER_WORD = 60_000 / 150;

/** `[00:01:02]`, `(1:02)`, `00:01:02.500 -`: a moment before a line. */
const STAMP =
  /^(?:\[\s*([\d:.,]+)\s*\]|\(\s*([\d:.,]+)\s*\)|(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?))\s*(?:[-–]\s*)?(.*)$/s;
const MOMENT = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/;

interface Turn {
  speaker: string | null;
  text: string;
  startMs: number | null;
  line: number;
}

/**
 * `Name: text`, one turn a line, a time before it where there is one (`[00:01:02] Name: text`). A line without a name
 * goes on with what was said before. Times that are missing are estimated at 150 words a minute.
 */
export function parsePlainText(content: string): SpokenCue[] {
  const turns: Turn[] = [];
  linesOf(content).forEach((raw, index) => {
    const line = index + 1;
    const { startMs, rest } = takeStamp(cleanText(raw), line);
    if (!rest) return;
    const { speaker, text } = splitSpeakerPrefix(rest);
    const last = turns.at(-1);
    if (speaker === null && startMs === null && last) last.text = `${last.text} ${text}`.trim();
    else turns.push({ speaker: speaker ?? last?.speaker ?? null, text, startMs, line });
  });
  if (turns.length > 0 && turns.every(({ speaker }) => speaker === null)) {
    throw malformed(
      turns[0]?.line ?? 1,
      'Nobody is named; every turn begins with a name and a colon (`Anna: Hello`).',
    );
  }
  return withTimes(turns.filter(({ text }) => text));
}

function takeStamp(line: string, number: number): { startMs: number | null; rest: string } {
  const match = STAMP.exec(line);
  if (!match) return { startMs: null, rest: line };
  const stamp = match[1] ?? match[2] ?? match[3] ?? '';
  const moment = MOMENT.exec(stamp);
  if (!moment) throw malformed(number, `${JSON.stringify(stamp)} is not a time; it looks like [00:01:02].`);
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = moment;
  if (Number(seconds) > 59 || (moment[1] !== undefined && Number(minutes) > 59))
    throw malformed(number, 'Minutes and seconds go up to 59.');
  const startMs =
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
  return { startMs, rest: match[4] ?? '' };
}

/** A turn lasts as long as its words take, and no longer than to the next one whose time is known. */
function withTimes(turns: readonly Turn[]): SpokenCue[] {
  let clockMs = 0;
  return turns.map(({ speaker, text, startMs: stampMs, line }, index) => {
    if (stampMs !== null && index > 0 && stampMs < (lastStampBefore(turns, index) ?? 0)) {
      throw malformed(line, 'Its time is before that of the line above.');
    }
    const startMs = stampMs ?? clockMs;
    const estimatedMs = startMs + Math.max(MS_PER_WORD, text.split(' ').length * MS_PER_WORD);
    const nextMs = turns[index + 1]?.startMs ?? Infinity;
    const endMs = nextMs > startMs ? Math.min(estimatedMs, nextMs) : startMs + 1;
    clockMs = Math.max(endMs, startMs + 1);
    return { speaker, text, startMs, endMs, line };
  });
}

function lastStampBefore(turns: readonly Turn[], index: number): number | null {
  for (let i = index - 1; i >= 0; i--) {
    const stamp = turns[i]?.startMs;
    if (stamp !== null && stamp !== undefined) return stamp;
  }
  return null;
}
