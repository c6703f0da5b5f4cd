import { displayNameIn, type ExportDocument } from './export-document.ts';

/** To be read and pasted: a line a segment, `Name: text`. */
export async function* writeTxt(document: ExportDocument): AsyncIterable<string> {
  for await (const segment of document.segments)
    yield `${displayNameIn(document, segment)}: ${segment.text}\n`;
}
