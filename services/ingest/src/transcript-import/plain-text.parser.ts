import { checkLength, linesOf, malformed, type SpokenCue } from './parsed-transcript.ts';
import { cleanText } from '../upload/file-name.ts';
import { splitSpeakerPrefix } from './speaker-prefix.ts';

/** Usual speed of conversation, for files without times. */
const MS_PER_WORD = 60_000 / 150;

/** `[00:01:02]`, `(1:02)`, `00:01:02.500 -`: a moment before a line. */
const STAMP =
  /^(?:\[\s*([\d:.,]+)\s*\]|\(\s*([\d:.,]+)\s*\)|(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?))\s*(?:[-–]\s*)?(.*)$/s;
const MAX_SHOWN = 40;
const MOMENT = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/;

interface Turn {
  speaker: string | null;
  /** One for each of its lines. */
  texts: string[];
  /** Of its text. */
  length: number;
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
    if (speaker === null && startMs === null && last) goOn(last, text);
    else
      turns.push({
        speaker: speaker ?? last?.speaker ?? null,
        texts: text ? [text] : [],
        length: text.length,
        startMs,
        line,
      });
  });
  if (turns.length > 0 && turns.every(({ speaker }) => speaker === null)) {
    throw malformed(
      turns[0]?.line ?? 1,
      'Nobody is named; every turn begins with a name and a colon (`Anna: Hello`).',
    );
  }
  return withTimes(turns.filter(({ length }) => length > 0));
}

function goOn(turn: Turn, text: string): void {
  if (turn.length > 0) turn.length += 1;
  turn.length += text.length;
  checkLength(turn.line, turn.length);
  turn.texts.push(text);
}

function takeStamp(line: string, number: number): { startMs: number | null; rest: string } {
  const match = STAMP.exec(line);
  if (!match) return { startMs: null, rest: line };
  const stamp = match[1] ?? match[2] ?? match[3] ?? '';
  const moment = MOMENT.exec(stamp);
  if (!moment) {
    const shown = JSON.stringify(stamp.slice(0, MAX_SHOWN));
    throw malformed(number, `${shown} is not a time; it looks like [00:01:02].`);
  }
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
  let lastStampMs = 0;
  return turns.map(({ speaker, texts, startMs: stampMs, line }, index) => {
    if (stampMs !== null) {
      if (stampMs < lastStampMs) throw malformed(line, 'Its time is before that of the line above.');
      lastStampMs = stampMs;
    }
    const text = texts.join(' ');
    const startMs = stampMs ?? clockMs;
    const estimatedMs = startMs + text.split(' ').length * MS_PER_WORD;
    const nextMs = turns[index + 1]?.startMs ?? Infinity;
    const endMs = nextMs > startMs ? Math.min(estimatedMs, nextMs) : startMs + 1;
    clockMs = endMs;
    return { speaker, text, startMs, endMs, line };
  });
}
