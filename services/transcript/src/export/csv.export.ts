import { displayNameIn, labelIn, type ExportDocument } from './export-document.ts';
import { timestamp } from './timestamp.ts';

const COLUMNS = ['index', 'start', 'end', 'start_ms', 'end_ms', 'label', 'speaker', 'text'];

/** RFC 4180 with a byte order mark, without which Excel garbles every umlaut. One row a segment. */
export async function* writeCsv(document: ExportDocument): AsyncIterable<string> {
  yield `\ufeff${COLUMNS.join(',')}\r\n`;
  let index = 0;
  for await (const segment of document.segments) {
    const { startMs, endMs, text } = segment;
    const label = labelIn(document, segment);
    const speaker = displayNameIn(document, segment);
    yield `${index},${timestamp(startMs)},${timestamp(endMs)},${startMs},${endMs},${cell(label)},${cell(speaker)},${cell(text)}\r\n`;
    index += 1;
  }
}

/**
 * Quoted always. What a spreadsheet would run as a formula gets an apostrophe, which it shows as text
 * (OWASP, "CSV Injection"), also after the white space and quotes some of them skip.
 */
export function cell(text: string): string {
  const safe = /^[\s"']*[=+\-@|%＝＋－＠]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
