import { malformed } from './parsed-transcript.ts';

/** A block of a caption file with a time line: `[startMs, endMs)` and the lines of text under it. */
export interface CueBlock {
  startMs: number;
  endMs: number;
  text: string[];
  /** Of the time line, 1 for the first of the file. */
  line: number;
}

/** With its markup, which may be many times its words: some players time each of them. */
const MAX_BLOCK_LENGTH = 100_000;
const TIME = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})`;
const TIME_LINE = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?:\s.*)?$`);
/** Also one that is mistyped: better refused than taken for something that was said. */
const LIKE_TIME_LINE = /^\s*\d+:[^\s>]*\s*-->\s*\d+:/;
const NUMBER = /^\s*\d+\s*$/;

/**
 * The blocks of a WebVTT or SubRip file that have a time line, from line `from` (0 for the first) on.
 * media-captions drops a block it does not understand without a word; an archive that loses sentences is worse than a
 * refusal, so everything that is neither a block nor declared to be something else is refused here, with its line.
 * @param isOther tells by its first line whether a block is a comment, a style or a region.
 */
export function cueBlocks(
  lines: readonly string[],
  from: number,
  isOther: (firstLine: string) => boolean,
): CueBlock[] {
  const blocks: CueBlock[] = [];
  for (let i = from; i < lines.length; i++) {
    if (!lines[i]?.trim()) continue;
    const start = i;
    while (i < lines.length && lines[i]?.trim()) i++;
    for (const part of withoutBlankLine(lines, start, i, isOther))
      if (!isOther(lines[part.from] ?? '')) blocks.push(toCue(lines.slice(part.from, part.to), part.from));
  }
  return blocks;
}

export const isTimeLine = (line: string): boolean => LIKE_TIME_LINE.test(line);

interface LineRange {
  from: number;
  to: number;
}

/** A time line begins a cue, with its number above it where cues have one, also when no blank line comes before. */
function withoutBlankLine(
  lines: readonly string[],
  start: number,
  end: number,
  isOther: (firstLine: string) => boolean,
): LineRange[] {
  const parts: LineRange[] = [];
  const other = isOther(lines[start] ?? '');
  let from = start;
  let timeLine = other ? start : -1;
  for (let i = start; i < end; i++) {
    if (!isTimeLine(lines[i] ?? '')) continue;
    if (timeLine !== -1) {
      const numbered = (other && from === start) || timeLine > from;
      const to = numbered && i - 1 > timeLine && NUMBER.test(lines[i - 1] ?? '') ? i - 1 : i;
      parts.push({ from, to });
      from = to;
    }
    timeLine = i;
  }
  return [...parts, { from, to: end }];
}

/** An identifier may stand above the time line. */
function toCue(block: readonly string[], start: number): CueBlock {
  const index = block.findIndex((line) => line.includes('-->'));
  if (index === -1)
    throw malformed(start + 1, 'There is no time line (`00:00:01.000 --> 00:00:04.000`) in this block.');
  const line = start + index + 1;
  if (index > 1) throw malformed(line, 'More than one line stands above the time line of this block.');
  const match = TIME_LINE.exec(block[index] ?? '');
  if (!match)
    throw malformed(line, 'The times cannot be read; they look like `00:00:01.000 --> 00:00:04.000`.');
  const startMs = toMs(match.slice(1, 5), line);
  const endMs = toMs(match.slice(5, 9), line);
  if (endMs <= startMs) throw malformed(line, 'It ends before it begins, or at the same moment.');
  const text = block.slice(index + 1);
  if (text.reduce((length, { length: more }) => length + more, 0) > MAX_BLOCK_LENGTH)
    throw malformed(line, `Its text is longer than ${MAX_BLOCK_LENGTH} characters.`);
  return { startMs, endMs, text, line };
}

function toMs([hours = '0', minutes = '0', seconds = '0', fraction = '0']: string[], line: number): number {
  if (Number(minutes) > 59 || Number(seconds) > 59) throw malformed(line, 'Minutes and seconds go up to 59.');
  return (
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
  );
}
