import { MAX_SEGMENT_LENGTH } from '@colloquy/contracts';
import { z } from 'zod';
import {
  assembleTranscript,
  malformed,
  MAX_SEGMENTS,
  MAX_TIME_MS,
  type ParsedTranscript,
  type SpokenCue,
} from './parsed-transcript.ts';
import { cleanText } from '../upload/file-name.ts';
import { lineOfValue, refuseInvalidJson, type JsonPath } from './json-lines.ts';

/** Engines round, and let words begin before their segment: as much is put right, more belongs somewhere else. */
const SLACK_MS = 1_000;

/** Other tools write fractions of milliseconds. */
const ms = z.number().nonnegative().max(MAX_TIME_MS).transform(Math.round);
const name = z.string().max(1_000);
const text = z.string().max(MAX_SEGMENT_LENGTH);

/** Our own JSON export, and the result document of processing, which has the same fields and more. */
const document = z.object({
  language: z.string().max(100).nullish(),
  speakers: z
    .array(z.object({ label: name.min(1), name: name.nullish() }))
    .max(1_000)
    .default([]),
  // Looked at one by one: the first mistake is the one that is told, and a file can hold a million.
  segments: z.array(z.unknown()).max(MAX_SEGMENTS),
});
const segment = z.object({
  speaker: name.nullish(),
  startMs: ms,
  endMs: ms,
  text,
  words: z.array(z.unknown()).max(MAX_SEGMENT_LENGTH).nullish(),
});
const word = z.object({
  text,
  startMs: ms,
  endMs: ms,
  confidence: z.number().min(0).max(1).nullish(),
});

export function parseJsonTranscript(content: string): ParsedTranscript {
  const json = content.replace(/^\uFEFF/, '');
  try {
    return read(parse(json));
  } catch (error) {
    if (!(error instanceof WrongValue)) throw error;
    throw malformed(lineOfValue(json, error.path), error.message);
  }
}

function read(value: unknown): ParsedTranscript {
  const { language, speakers, segments } = check(document, value, []);
  const names = new Map(
    speakers.flatMap(({ label, name: given }) => (given ? [[label, given] as const] : [])),
  );
  const cues = segments.map((one, index) => toCue(one, ['segments', index]));
  return assembleTranscript(
    cues.filter((cue) => cue.text),
    language ?? null,
    names,
  );
}

/** Its line is looked for only when something is wrong. */
class WrongValue extends Error {
  readonly path: JsonPath;

  constructor(path: JsonPath, reason: string) {
    super(`${path.join('.') || 'The document'}: ${reason}.`);
    this.path = path;
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown, path: JsonPath): T {
  const result = schema.safeParse(value, { error: reasonOf });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const within = (issue?.path ?? []).filter((part) => typeof part !== 'symbol');
  throw new WrongValue([...path, ...within], issue?.message ?? 'it is not a transcript');
}

const KINDS: Partial<Record<string, string>> = {
  array: 'a list in brackets',
  object: 'an object in braces',
  string: 'text in quotes',
};
const UNITS: Partial<Record<string, string>> = { array: 'entries', string: 'characters' };

const reasonOf: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'it is missing'
        : `it must be ${KINDS[issue.expected] ?? 'a number'}`;
    case 'too_small':
      return issue.origin === 'number' ? `it must be at least ${issue.minimum}` : 'it must not be empty';
    case 'too_big': {
      const unit = UNITS[issue.origin];
      const most = issue.maximum.toLocaleString('en');
      return unit ? `it has more than ${most} ${unit}` : `it must be at most ${most}`;
    }
    default:
      return 'it is not what a transcript has here';
  }
};

function toCue(value: unknown, path: JsonPath): SpokenCue {
  const { speaker = null, startMs, endMs, ...said } = check(segment, value, path);
  if (endMs <= startMs) throw new WrongValue(path, 'it ends before it begins, or at the same moment');
  const words = said.words?.map((one, index) => toWord(one, { startMs, endMs }, [...path, 'words', index]));
  return {
    speaker,
    startMs,
    endMs,
    text: cleanText(said.text),
    words: words?.filter((one) => one.text) ?? null,
    line: 0,
  };
}

type Word = NonNullable<SpokenCue['words']>[number];

function toWord(value: unknown, within: { startMs: number; endMs: number }, path: JsonPath): Word {
  const { confidence = null, ...said } = check(word, value, path);
  if (
    said.startMs < within.startMs - SLACK_MS ||
    said.endMs > within.endMs + SLACK_MS ||
    said.startMs > within.endMs + SLACK_MS
  )
    throw new WrongValue(path, 'it lies outside of its segment');
  const inside = (time: number) => Math.min(within.endMs, Math.max(within.startMs, time));
  const startMs = inside(said.startMs);
  return { text: cleanText(said.text), startMs, endMs: Math.max(startMs, inside(said.endMs)), confidence };
}

/** V8 does not always tell where it stopped; the tolerant parser does, and is asked only when something is wrong. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return refuseInvalidJson(json);
  }
}
