import { speakerOf, type Citation } from './citation.ts';

/** A stretch of an answer: plain, strong, or a reference to citations. */
export type AnswerInline =
  | { readonly kind: 'text'; readonly text: string; readonly strong: boolean }
  | { readonly kind: 'citation'; readonly index: number };

export type AnswerBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly AnswerInline[])[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly AnswerInline[])[];
    };

const BULLET = /^\s*[-*•]\s+(?=\S)/;
const NUMBERED = /^\s*\d{1,3}[.)]\s+(?=\S)/;
const REFERENCE = /\[(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\]/g;

/**
 * Reads an answer: paragraphs, lists, **strong**, and references such as [1] or [2, 3]. Everything else stays as it is
 * written. Only values come out, never markup, so nothing a model or a speaker says can become HTML; a Markdown library
 * would bring links, images and raw HTML only to take them out again.
 */
export function readAnswer(text: string): AnswerBlock[] {
  const blocks: AnswerBlock[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') {
      blocks.push({ kind: 'paragraph', lines: [] });
      continue;
    }
    const marker = BULLET.exec(line) ?? NUMBERED.exec(line);
    const last = blocks.at(-1);
    if (marker) {
      const ordered = NUMBERED.test(line);
      const item = readInline(line.slice(marker[0].length));
      if (last?.kind === 'list' && last.ordered === ordered)
        blocks[blocks.length - 1] = { ...last, items: [...last.items, item] };
      else blocks.push({ kind: 'list', ordered, items: [item] });
    } else if (last?.kind === 'paragraph') {
      blocks[blocks.length - 1] = { kind: 'paragraph', lines: [...last.lines, readInline(line.trim())] };
    } else {
      blocks.push({ kind: 'paragraph', lines: [readInline(line.trim())] });
    }
  }
  return blocks.filter((block) => block.kind === 'list' || block.lines.length > 0);
}

function readInline(line: string): AnswerInline[] {
  const parts: AnswerInline[] = [];
  // Odd pieces stand between a pair of **; an unpaired ** is left as written.
  const pieces = line.split('**');
  const paired = pieces.length % 2 === 1 ? pieces.length : pieces.length - 1;
  pieces.forEach((piece, position) => {
    const unpaired = position >= paired;
    readReferences(unpaired ? `**${piece}` : piece, !unpaired && position % 2 === 1, parts);
  });
  return parts;
}

function readReferences(text: string, strong: boolean, parts: AnswerInline[]): void {
  let from = 0;
  for (const match of text.matchAll(REFERENCE)) {
    addText(text.slice(from, match.index), strong, parts);
    for (const index of (match[1] ?? '').split(/[,;]/))
      parts.push({ kind: 'citation', index: Number(index) });
    from = match.index + match[0].length;
  }
  addText(text.slice(from), strong, parts);
}

function addText(text: string, strong: boolean, parts: AnswerInline[]): void {
  if (text) parts.push({ kind: 'text', text, strong });
}

/** What is copied of a source. */
type CopiedSource = Pick<
  Citation,
  'index' | 'quote' | 'speakerName' | 'recordingTitle' | 'startMs' | 'changed' | 'segment'
>;

/**
 * The answer as plain text for the clipboard, with its sources below.
 * @param whatBecame of a source that was corrected since it was quoted
 */
export function copyText(
  text: string,
  citations: readonly CopiedSource[],
  clock: (ms: number) => string,
  whatBecame: (citation: CopiedSource) => string,
): string {
  const sources = citations.map((citation) => {
    const { index, recordingTitle, startMs, quote, changed } = citation;
    const source = `[${index}] ${speakerOf(citation)}, ${recordingTitle}, ${clock(startMs)}: “${quote}”`;
    return changed ? `${source} (${whatBecame(citation)})` : source;
  });
  return [text.trim(), ...(sources.length > 0 ? ['', ...sources] : [])].join('\n');
}
