import { parseJsonTranscript } from './json.parser.ts';
import {
  assembleTranscript,
  malformed,
  MAX_CONTENT_BYTES,
  type ParsedTranscript,
} from './parsed-transcript.ts';
import { parsePlainText } from './plain-text.parser.ts';
import { parseSrt } from './srt.parser.ts';
import type { TranscriptFormat } from './transcript-format.ts';
import { parseWebVtt } from './webvtt.parser.ts';

/** @throws MalformedTranscript */
export function parseTranscript(format: `${TranscriptFormat}`, content: string): ParsedTranscript {
  if (Buffer.byteLength(content) > MAX_CONTENT_BYTES) throw malformed(0, 'It is larger than 20 MB.');
  if (content.includes('\0'))
    throw malformed(content.slice(0, content.indexOf('\0')).split('\n').length, 'This is not text.');
  switch (format) {
    case 'WEBVTT':
      return assembleTranscript(parseWebVtt(content), null);
    case 'SRT':
      return assembleTranscript(parseSrt(content), null);
    case 'TEXT':
      return assembleTranscript(parsePlainText(content), null);
    case 'JSON':
      return parseJsonTranscript(content);
  }
}
