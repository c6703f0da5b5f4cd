import { displayNameIn, type ExportDocument } from './export-document.ts';
import { clockTime } from './timestamp.ts';

/** Markdown (CommonMark, as GitHub reads it): a heading, then a paragraph a segment under who says it and when. */
export async function* writeMarkdown(document: ExportDocument): AsyncIterable<string> {
  const { title, names, times } = document;
  yield `# ${escape(title)}\n`;
  for await (const segment of document.segments) {
    const name = names ? `**${escape(displayNameIn(document, segment))}**` : '';
    const time = times ? `\\[${clockTime(segment.startMs)}\\]` : '';
    const head = [name, time].filter(Boolean).join(' ');
    // Two spaces break the line.
    yield `\n${head && `${head}  \n`}${escape(segment.text)}\n`;
  }
}

/** What would be markup is text: emphasis, code, links, HTML, maths, addresses that become links, and what begins a line. */
const escape = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>&~|$@]/gu, '\\$&')
    .replace(/\b(https?|ftp|mailto):/giu, '$1\\:')
    .replace(/\bwww\./giu, 'www\\.')
    .replace(/^[#+=:!-]/u, '\\$&')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2');
