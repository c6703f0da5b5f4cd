import { displayNameIn, type ExportDocument } from './export-document.ts';
import { cueEnd, timestamp } from './timestamp.ts';

/** WebVTT (W3C) with a voice tag a cue. */
export async function* writeVtt(document: ExportDocument): AsyncIterable<string> {
  yield 'WEBVTT\n\n';
  for await (const segment of document.segments) {
    const times = `${timestamp(segment.startMs)} --> ${timestamp(cueEnd(segment))}`;
    yield `${times}\n<v ${escape(displayNameIn(document, segment))}>${escape(segment.text)}</v>\n\n`;
  }
}

/** `>` too: `-->` would end the cue. */
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
