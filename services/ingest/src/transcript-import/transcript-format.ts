import { registerEnumType } from 'type-graphql';
import { parseJsonTranscript } from './json.parser.ts';
import {
  assembleTranscript,
  malformed,
  MAX_CONTENT_BYTES,
  type ParsedTranscript,
} from './parsed-transcript.ts';
import { parsePlainText } from './plain-text.parser.ts';
import { parseSrt } from './srt.parser.ts';
import { parseWebVtt } from './webvtt.parser.ts';

export enum TranscriptFormat {
  WEBVTT = 'WEBVTT',
  SRT = 'SRT',
  JSON = 'JSON',
  TEXT = 'TEXT',
}

registerEnumType(TranscriptFormat, {
  name: 'TranscriptFormat',
  description: 'How an existing transcript is written.',
  valuesConfig: {
    WEBVTT: { description: 'WebVTT; speakers by voice tags (`<v Anna>`) or by `Anna: …`.' },
    SRT: { description: 'SubRip; speakers by `Anna: …`.' },
    JSON: { description: 'This product’s JSON export.' },
    TEXT: { description: 'Lines of `Anna: …`, with `[00:01:02]` before them or without.' },
  },
});

/** @throws ExpectedError `TRANSCRIPT_MALFORMED`, with line and reason */
export function parseTranscript(format: TranscriptFormat, content: string): ParsedTranscript {
  if (Buffer.byteLength(content) > MAX_CONTENT_BYTES) throw malformed(0, 'It is larger than 20 MB.');
  if (content.includes('\0'))
    throw malformed(content.slice(0, content.indexOf('\0')).split('\n').length, 'This is not text.');
  switch (format) {
    case TranscriptFormat.WEBVTT:
      return assembleTranscript(parseWebVtt(content), null);
    case TranscriptFormat.SRT:
      return assembleTranscript(parseSrt(content), null);
    case TranscriptFormat.TEXT:
      return assembleTranscript(parsePlainText(content), null);
    case TranscriptFormat.JSON:
      return parseJsonTranscript(content);
  }
}
