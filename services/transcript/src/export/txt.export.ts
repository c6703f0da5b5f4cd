import { displayNameIn, type ExportDocument } from './export-document.ts';
import { clockTime } from './timestamp.ts';

/** To be read and pasted: a line a segment, `[01:02:03] Name: text`. */
export async function* writeTxt(document: ExportDocument): AsyncIterable<string> {
  for await (const segment of document.segments) {
    const time = document.times ? `[${clockTime(segment.startMs)}] ` : '';
    const name = document.names ? `${displayNameIn(document, segment)}: ` : '';
    yield `${time}${name}${segment.text}\n`;
  }
}
