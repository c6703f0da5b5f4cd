import { parentPort, workerData } from 'node:worker_threads';
import { MalformedTranscript } from './parsed-transcript.ts';
import { parseTranscript } from './parse-transcript.ts';
import { openingOf } from './spoken-language.ts';
import type { ParseAnswer, ParseTask } from './transcript-reader.ts';

/** A thread of its own for each file: see `TranscriptReader`. */
function parse({ format, content }: ParseTask): ParseAnswer {
  try {
    const transcript = parseTranscript(format, content);
    return {
      kind: 'read',
      transcript: {
        document: JSON.stringify(transcript),
        language: transcript.language,
        opening: openingOf(transcript.segments),
        endMs: transcript.segments.at(-1)?.endMs ?? 0,
      },
    };
  } catch (error) {
    if (error instanceof MalformedTranscript)
      return { kind: 'malformed', line: error.line, reason: error.reason };
    throw error;
  }
}

parentPort?.postMessage(parse(workerData as ParseTask));
