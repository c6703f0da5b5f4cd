import { splitSentences, type TextSpan } from '@colloquy/engines/text';

/** A segment as the transcript service tells of it. */
export interface SpokenSegment {
  id: string;
  startMs: number;
  endMs: number;
  speakerId: string;
  speakerName: string;
  /** Other ids of this speaker, from before they were joined or the recording was processed again. */
  formerSpeakerIds: readonly string[];
  text: string;
  /** In order; empty when the engine gave none. */
  words: readonly { text: string; startMs: number; endMs: number }[];
}

/** What one passage holds of one segment: `segment.text.slice(start, end)`. */
export interface PassagePart {
  segmentId: string;
  /** Missing from passages that were cut before it was kept. */
  speakerId?: string;
  /** Missing where there are none. */
  formerSpeakerIds?: readonly string[];
  speakerName: string;
  /** UTF-16 offsets into the segment's text. */
  start: number;
  end: number;
  startMs: number;
  endMs: number;
  text: string;
  /** `[start, end, startMs, endMs]` of each word, offsets into this part's text; empty when unknown. */
  words: WordTime[];
}

export type WordTime = [start: number, end: number, startMs: number, endMs: number];

/** Neighbouring segments of one recording. */
export interface PassageDraft {
  parts: PassagePart[];
  wordCount: number;
}

export interface PassageSize {
  /** A passage is closed when it holds at least so many words … */
  minWords: number;
  /** … and never takes a segment that would make it longer than this; longer segments are cut at sentence ends. */
  maxWords: number;
}

export const PASSAGE_SIZE: PassageSize = { minWords: 140, maxWords: 190 };

/**
 * Cuts a transcript into passages, the unit of retrieval. Every word lands in exactly one passage; order is kept.
 *
 *     segments   |--A--|-B-|------------C------------|-D-|
 *     passages   |----------1---------|------2-------|-3-|
 */
export function splitPassages(
  segments: readonly SpokenSegment[],
  size: PassageSize = PASSAGE_SIZE,
): PassageDraft[] {
  const passages: PassageDraft[] = [];
  let open: PassageDraft = { parts: [], wordCount: 0 };
  const close = () => {
    if (open.parts.length > 0) passages.push(open);
    open = { parts: [], wordCount: 0 };
  };
  for (const segment of segments) {
    const times = locateWords(segment);
    for (const span of cutSegment(segment.text, size)) {
      const words = countWords(segment.text.slice(span.start, span.end));
      if (open.wordCount > 0 && open.wordCount + words > size.maxWords) close();
      open.parts.push(partOf(segment, span, times));
      open.wordCount += words;
      if (open.wordCount >= size.minWords) close();
    }
  }
  close();
  return passages;
}

/** `Speaker: text`, a line a part: what is indexed, embedded and handed to an answering model. */
export function passageText(parts: readonly Pick<PassagePart, 'speakerName' | 'text'>[]): string {
  return parts.map((part) => `${part.speakerName}: ${part.text}`).join('\n');
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** The whole segment, or pieces of about the passage size when it is longer than a passage may be. */
function cutSegment(text: string, size: PassageSize): TextSpan[] {
  const whole = trimSpan(text, { start: 0, end: text.length });
  if (whole.start === whole.end) return [];
  if (countWords(text) <= size.maxWords) return [whole];
  const pieces: TextSpan[] = [];
  let piece: TextSpan | undefined;
  for (const sentence of splitSentences(text, size.minWords)) {
    const joined: TextSpan = piece ? { start: piece.start, end: sentence.end } : sentence;
    if (piece && countWords(text.slice(joined.start, joined.end)) > size.maxWords) {
      pieces.push(piece);
      piece = sentence;
    } else piece = joined;
    if (countWords(text.slice(piece.start, piece.end)) >= size.minWords) {
      pieces.push(piece);
      piece = undefined;
    }
  }
  if (piece) pieces.push(piece);
  return pieces;
}

function trimSpan(text: string, { start, end }: TextSpan): TextSpan {
  const body = text.slice(start, end);
  const leading = body.length - body.trimStart().length;
  return { start: start + leading, end: start + Math.max(leading, body.trimEnd().length) };
}

function partOf(segment: SpokenSegment, span: TextSpan, times: readonly WordTime[]): PassagePart {
  const words = times.filter(([start, end]) => start >= span.start && end <= span.end);
  const isWhole = span.start === 0 && span.end === segment.text.length;
  const length = Math.max(1, segment.text.length);
  // Without word times speech is taken to run evenly through the segment.
  const at = (offset: number) =>
    Math.round(segment.startMs + ((segment.endMs - segment.startMs) * offset) / length);
  return {
    segmentId: segment.id,
    speakerId: segment.speakerId,
    ...(segment.formerSpeakerIds.length > 0 && { formerSpeakerIds: segment.formerSpeakerIds }),
    speakerName: segment.speakerName,
    start: span.start,
    end: span.end,
    startMs: isWhole ? segment.startMs : (words[0]?.[2] ?? at(span.start)),
    endMs: isWhole ? segment.endMs : (words.at(-1)?.[3] ?? at(span.end)),
    text: segment.text.slice(span.start, span.end),
    words: words.map(([start, end, startMs, endMs]) => [
      start - span.start,
      end - span.start,
      startMs,
      endMs,
    ]),
  };
}

/** Finds each word in the segment's text, in order. A word that is not there (after an edit) is left out. */
function locateWords(segment: SpokenSegment): WordTime[] {
  const located: WordTime[] = [];
  let from = 0;
  for (const word of segment.words) {
    const start = word.text === '' ? -1 : segment.text.indexOf(word.text, from);
    if (start < 0) continue;
    from = start + word.text.length;
    located.push([start, from, word.startMs, word.endMs]);
  }
  return located;
}
