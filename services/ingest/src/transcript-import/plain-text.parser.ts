import { checkLength, linesOf, malformed, type SpokenCue } from './parsed-transcript.ts';
import { cleanText } from '../upload/file-name.ts';
import { looksLikeName, speakerPrefixes, type Said } from './speaker-prefix.ts';
import { splitHeading, splitStamp, stampOf } from './time-stamp.ts';

/** Usual speed of conversation, for files without times. */
const MS_PER_WORD = 60_000 / 150;

interface Turn {
  speaker: string | null;
  /** One for each of its lines. */
  texts: string[];
  /** Of its text. */
  length: number;
  startMs: number | null;
  line: number;
}

/** Who speaks from when on, as far as it stands above what is said. */
interface Heading {
  speaker: string | null;
  startMs: number | null;
}

/**
 * `Name: text`, one turn a line, a time before it where there is one (`[00:01:02] Name: text`); or a name and a time on
 * a line of their own. A line without a name goes on with what was said before. Times that are missing are estimated at
 * 150 words a minute.
 */
export function parsePlainText(content: string): SpokenCue[] {
  const lines = linesOf(content).map(cleanText);
  const split = speakerPrefixes(restsOf(lines));
  const lastLine = lines.findLastIndex((line) => line !== '');
  const turns: Turn[] = [];
  let heading: Heading = { speaker: null, startMs: null };
  for (const [index, line] of lines.entries()) {
    if (!line) continue;
    const named = lines[index - 1] ? null : splitHeading(line);
    if (named && looksLikeName(named.speaker) && isBareText(lines[index + 1] ?? '', split)) {
      heading = named;
      continue;
    }
    const parts = splitStamp(line);
    const stampMs = stampOf(parts, split(parts.rest).speaker !== null, index + 1);
    if (stampMs !== null && !parts.rest && index < lastLine) {
      heading = { speaker: null, startMs: stampMs };
      continue;
    }
    const isStamped = stampMs !== null && parts.rest !== '';
    const said = split(isStamped ? parts.rest : line);
    const speaker = said.speaker ?? heading.speaker;
    const startMs = isStamped ? stampMs : heading.startMs;
    heading = { speaker: null, startMs: null };
    const last = turns.at(-1);
    if (speaker === null && startMs === null && last) goOn(last, said.text);
    else
      turns.push({
        speaker: speaker ?? last?.speaker ?? null,
        texts: said.text ? [said.text] : [],
        length: said.text.length,
        startMs,
        line: index + 1,
      });
  }
  if (turns.length > 0 && turns.every(({ speaker }) => speaker === null)) {
    throw malformed(
      turns[0]?.line ?? 1,
      'Nobody is named; every turn begins with a name and a colon (`Anna: Hello`).',
    );
  }
  return withTimes(turns.filter(({ length }) => length > 0));
}

/** One by one: a file may have millions of lines. */
function* restsOf(lines: readonly string[]): Iterable<string> {
  for (const line of lines) yield splitStamp(line).rest;
}

/** Neither a name nor a time stands before it. */
function isBareText(line: string, split: (text: string) => Said): boolean {
  return line !== '' && !splitStamp(line).stamp && split(line).speaker === null;
}

function goOn(turn: Turn, text: string): void {
  if (turn.length > 0) turn.length += 1;
  turn.length += text.length;
  checkLength(turn.line, turn.length);
  turn.texts.push(text);
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
