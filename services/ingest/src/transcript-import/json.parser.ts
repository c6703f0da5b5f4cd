import { parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { z } from 'zod';
import { checkLanguage } from '../recording/recording-details.ts';
import { assembleTranscript, malformed, MAX_SEGMENTS, type ParsedTranscript } from './parsed-transcript.ts';
import { cleanText } from '../upload/file-name.ts';

/** Other tools write fractions of milliseconds. */
const ms = z.number().nonnegative().transform(Math.round);
const word = z.object({
  text: z.string(),
  startMs: ms,
  endMs: ms,
  confidence: z.number().min(0).max(1).nullish(),
});

/** Our own JSON export, and the result document of processing, which has the same fields and more. */
const document = z.object({
  language: z.string().nullish(),
  speakers: z
    .array(z.object({ label: z.string().min(1), name: z.string().nullish() }))
    .max(1_000)
    .default([]),
  segments: z
    .array(
      z.object({
        speaker: z.string().nullish(),
        startMs: ms,
        endMs: ms,
        text: z.string(),
        words: z.array(word).nullish(),
      }),
    )
    .max(MAX_SEGMENTS),
});

export function parseJsonTranscript(content: string): ParsedTranscript {
  const result = document.safeParse(parse(content));
  if (!result.success) {
    const issue = result.error.issues[0];
    throw malformed(
      0,
      `${issue?.path.join('.') || 'The document'}: ${issue?.message ?? 'is not a transcript'}.`,
    );
  }
  const { language, speakers, segments } = result.data;
  const names = new Map(speakers.flatMap(({ label, name }) => (name ? [[label, name] as const] : [])));
  const cues = segments.map((segment, index) => {
    // The place is named by its number: JSON has no lines of its own.
    if (segment.endMs <= segment.startMs)
      throw malformed(0, `segments.${index}: it ends before it begins, or at the same moment.`);
    const words = segment.words?.map(({ confidence = null, ...said }) => ({
      ...said,
      endMs: Math.max(said.startMs, said.endMs),
      confidence,
    }));
    return {
      ...segment,
      speaker: segment.speaker ?? null,
      text: cleanText(segment.text),
      words: words ?? null,
      line: 0,
    };
  });
  return assembleTranscript(
    cues.filter(({ text }) => text),
    checkLanguage(language),
    names,
  );
}

/** V8 does not always tell where it stopped; the tolerant parser does, and is asked only when something is wrong. */
function parse(content: string): unknown {
  const text = content.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch {
    const errors: ParseError[] = [];
    parseTree(text, errors, { disallowComments: true });
    const [first] = errors;
    const line = first ? text.slice(0, first.offset).split('\n').length : 0;
    throw malformed(line, `This is not JSON (${first ? printParseErrorCode(first.error) : 'SyntaxError'}).`);
  }
}
