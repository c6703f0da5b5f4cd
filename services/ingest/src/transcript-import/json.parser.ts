import { MAX_SEGMENT_LENGTH } from '@colloquy/contracts';
import { printParseErrorCode, visit } from 'jsonc-parser';
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

/** Engines round, and let words begin before their segment: as much is put right, more belongs somewhere else. */
const SLACK_MS = 1_000;
/** A transcript needs four. */
const MAX_NESTING = 64;

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
  const { language, speakers, segments } = check(document, parse(content), []);
  const names = new Map(
    speakers.flatMap(({ label, name: given }) => (given ? [[label, given] as const] : [])),
  );
  const cues = segments.map((value, index) => toCue(value, ['segments', index]));
  return assembleTranscript(
    cues.filter((cue) => cue.text),
    language ?? null,
    names,
  );
}

type Place = readonly PropertyKey[];

/** The place is named by its path: this product writes a segment on a line, other tools all of them. */
function wrong(place: Place, reason: string) {
  return malformed(0, `${place.join('.') || 'The document'}: ${reason}.`);
}

function check<T>(schema: z.ZodType<T>, value: unknown, place: Place): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw wrong([...place, ...(issue?.path ?? [])], issue?.message ?? 'is not a transcript');
}

function toCue(value: unknown, place: Place): SpokenCue {
  const { speaker = null, startMs, endMs, ...said } = check(segment, value, place);
  if (endMs <= startMs) throw wrong(place, 'it ends before it begins, or at the same moment');
  const words = said.words?.map((one, index) => toWord(one, { startMs, endMs }, [...place, 'words', index]));
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

function toWord(value: unknown, within: { startMs: number; endMs: number }, place: Place): Word {
  const { confidence = null, ...said } = check(word, value, place);
  if (
    said.startMs < within.startMs - SLACK_MS ||
    said.endMs > within.endMs + SLACK_MS ||
    said.startMs > within.endMs + SLACK_MS
  )
    throw wrong(place, 'it lies outside of its segment');
  const inside = (time: number) => Math.min(within.endMs, Math.max(within.startMs, time));
  const startMs = inside(said.startMs);
  return { text: cleanText(said.text), startMs, endMs: Math.max(startMs, inside(said.endMs)), confidence };
}

/** V8 does not always tell where it stopped; the tolerant parser does, and is asked only when something is wrong. */
function parse(content: string): unknown {
  const json = content.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(json);
  } catch {
    return findMistake(json);
  }
}

function findMistake(json: string): never {
  let nesting = 0;
  const deeper = (_offset: number, _length: number, line: number) => {
    nesting += 1;
    // It is walked through by recursion.
    if (nesting > MAX_NESTING) throw malformed(line + 1, 'This is not JSON (nested too deeply).');
  };
  const back = () => void (nesting -= 1);
  visit(
    json,
    {
      onObjectBegin: deeper,
      onArrayBegin: deeper,
      onObjectEnd: back,
      onArrayEnd: back,
      onError: (error, _offset, _length, line) => {
        throw malformed(line + 1, `This is not JSON (${printParseErrorCode(error)}).`);
      },
    },
    { disallowComments: true },
  );
  throw malformed(0, 'This is not JSON (SyntaxError).');
}
