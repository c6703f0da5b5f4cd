import { z } from 'zod';
import { checkLanguage } from '../recording/recording-details.ts';
import {
  assembleTranscript,
  cleanText,
  malformed,
  MAX_SEGMENTS,
  type ParsedTranscript,
} from './parsed-transcript.ts';

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

/** V8 tells the place as a position; people count lines. */
function parse(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = Number(
      /position (\d+)/.exec(message)?.[1] ?? (message.includes('end of JSON') ? content.length : NaN),
    );
    const line = Number.isNaN(position) ? 0 : content.slice(0, position).split('\n').length;
    throw malformed(line, `This is not JSON: ${message.split(' in JSON at')[0]?.slice(0, 200) ?? ''}.`);
  }
}
