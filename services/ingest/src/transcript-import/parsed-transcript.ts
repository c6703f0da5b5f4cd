import { MAX_SEGMENT_LENGTH } from '@colloquy/contracts';
import { speakerLabel } from '@colloquy/speech';
import { z } from 'zod';
import { cleanLine } from '../upload/file-name.ts';

export const MAX_CONTENT_BYTES = 20_000_000;
export const MAX_SEGMENTS = 200_000;
const MAX_NAME_LENGTH = 100;
export const MAX_TIME_MS = 100 * 3_600_000;

const ms = z.int().nonnegative().max(MAX_TIME_MS);

/** An imported transcript as it waits in storage for its turn. */
export const parsedTranscript = z.object({
  language: z.string().nullable(),
  speakers: z.array(z.object({ label: z.string(), name: z.string().nullable() })),
  segments: z.array(
    z.object({
      speaker: z.string(),
      startMs: ms,
      endMs: ms,
      text: z.string(),
      words: z
        .array(
          z.object({
            text: z.string(),
            startMs: ms,
            endMs: ms,
            confidence: z.number().min(0).max(1).nullable(),
          }),
        )
        .nullable(),
    }),
  ),
});

export type ParsedTranscript = z.infer<typeof parsedTranscript>;
type Segment = ParsedTranscript['segments'][number];

/** One stretch as a file has it: who, if it says so, in its own words. */
export interface SpokenCue {
  /** The name or label in the file; null when it gives none. */
  speaker: string | null;
  startMs: number;
  endMs: number;
  text: string;
  words?: Segment['words'];
  /** Where it is in the file, 1 for the first line. */
  line: number;
}

/** The file is not what its format asks for. */
export class MalformedTranscript extends Error {
  override readonly name = 'MalformedTranscript';
  /** 1 for the first of the file; 0 when the place cannot be told. */
  readonly line: number;
  readonly reason: string;

  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
    this.reason = reason;
  }
}

export const malformed = (line: number, reason: string) => new MalformedTranscript(line, reason);

const PLAIN_LABEL = /^SPEAKER_\d+$/;

/**
 * Cues in order of start, with speakers labelled in order of first speech. Cues without a speaker belong to one
 * nameless speaker. @throws MalformedTranscript for what no transcript has
 */
export function assembleTranscript(
  cues: SpokenCue[],
  language: string | null,
  names = new Map<string, string>(),
): ParsedTranscript {
  if (cues.length === 0) throw malformed(0, 'Nothing is said in this file.');
  if (cues.length > MAX_SEGMENTS)
    throw malformed(0, `It has more than ${MAX_SEGMENTS.toLocaleString('en')} segments.`);
  const speakers = new Map<string | null, { label: string; name: string | null }>();
  const segments: Segment[] = [];
  cues.forEach(checkCue);
  for (const cue of cues.toSorted((a, b) => a.startMs - b.startMs)) {
    const key = cue.speaker === null ? null : cleanLine(cue.speaker, MAX_NAME_LENGTH) || null;
    const speaker = speakers.get(key) ?? { label: speakerLabel(speakers.size), name: nameOf(key, names) };
    speakers.set(key, speaker);
    const { startMs, endMs, text, words = null } = cue;
    segments.push({ speaker: speaker.label, startMs, endMs, text, words });
  }
  return { language, speakers: [...speakers.values()], segments };
}

/** `SPEAKER_03` is no name: shown as a nameless speaker, it can be given one. */
function nameOf(key: string | null, names: Map<string, string>): string | null {
  if (key === null) return null;
  const name = cleanLine(names.get(key) ?? key, MAX_NAME_LENGTH);
  return !name || PLAIN_LABEL.test(name) ? null : name;
}

function checkCue({ line, startMs, endMs, text }: SpokenCue): void {
  if (!Number.isSafeInteger(startMs) || !Number.isSafeInteger(endMs) || startMs < 0)
    throw malformed(line, 'Its times cannot be told.');
  if (endMs <= startMs) throw malformed(line, 'It ends before it begins, or at the same moment.');
  if (endMs > MAX_TIME_MS) throw malformed(line, 'It lies more than 100 hours after the beginning.');
  checkLength(line, text.length);
}

/** Asked while a text is joined, so that none is joined for nothing. */
export function checkLength(line: number, length: number): void {
  if (length > MAX_SEGMENT_LENGTH)
    throw malformed(line, `Its text is longer than ${MAX_SEGMENT_LENGTH} characters.`);
}

/** Lines without their ends, whatever the system the file comes from; a byte order mark is no content. */
export const linesOf = (content: string): string[] => content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
