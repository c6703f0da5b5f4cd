import { displayNameIn, type ExportDocument } from './export-document.ts';
import { cueEnd, timestamp } from './timestamp.ts';

/** SubRip, as video players and editors read it; it knows no speakers, so the name leads the text. */
export async function* writeSrt(document: ExportDocument): AsyncIterable<string> {
  let number = 0;
  for await (const segment of document.segments) {
    number += 1;
    const times = `${timestamp(segment.startMs, ',')} --> ${timestamp(cueEnd(segment), ',')}`;
    const name = document.names ? `${displayNameIn(document, segment)}: ` : '';
    yield `${number}\n${times}\n${withoutArrows(`${name}${segment.text}`)}\n\n`;
  }
}

/** SubRip has no way to escape: an arrow in what is said would make its line the times of a cue. */
const withoutArrows = (text: string): string => text.replaceAll('-->', '-- >');
