import { displayNameIn, type ExportDocument } from './export-document.ts';
import { cueEnd, timestamp } from './timestamp.ts';

/** WebVTT (W3C) with a voice tag a cue. */
export async function* writeVtt(document: ExportDocument): AsyncIterable<string> {
  yield 'WEBVTT\n\n';
  for await (const segment of document.segments) {
    const times = `${timestamp(segment.startMs)} --> ${timestamp(cueEnd(segment))}`;
    const text = escape(segment.text);
    const cue = document.names ? `<v ${escape(displayNameIn(document, segment))}>${text}</v>` : text;
    yield `${times}\n${cue}\n\n`;
  }
}

/** `>` too: `-->` would end the cue. */
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
