import { splitSentences, type AnswerPiece, type CountTerms, type Quotation } from '@colloquy/engines/text';
import type { WordTime } from '../passage/split-passages.ts';
import type { RetrievedPassage } from '../retrieval/retrieval.service.ts';
import { findSupport } from './citation-checker.ts';
import { StorableText } from './storable-text.ts';

export interface DraftCitation {
  index: number;
  recordingId: string;
  recordingTitle: string;
  segmentId: string;
  speakerId: string | null;
  speakerName: string;
  quote: string;
  startMs: number;
  endMs: number;
}

/**
 * The answer while it is written. Its text only ever grows, so that readers can follow by appending; that is why a
 * citation is checked before its number is written, and blanks wait until it is known what follows them.
 */
export class AnswerDraft {
  text = '';
  readonly citations: DraftCitation[] = [];
  /** Citations of a model that its passage did not support. */
  dropped = 0;
  private blanks = '';
  private readonly storable = new StorableText();

  constructor(
    private readonly passages: readonly RetrievedPassage[],
    private readonly countTerms: CountTerms,
  ) {}

  async add(piece: AnswerPiece): Promise<void> {
    if (piece.type === 'text') return this.addText(withoutReferences(this.storable.push(piece.text)));
    if (piece.type === 'quotation') return this.cite(piece.quotation);
    const parts = this.passages[piece.passage]?.parts;
    const support = parts
      ? await findSupport(this.lastSentence(), piece.passage, parts, this.countTerms)
      : null;
    if (support) this.cite(support);
    else this.dropped += 1;
  }

  /** Adds a remark of our own in a paragraph of its own. */
  remark(text: string): void {
    this.blanks = '';
    this.text += this.text === '' ? text : `\n\n${text}`;
  }

  private addText(text: string): void {
    const body = text.trimStart();
    const gap = this.blanks + text.slice(0, text.length - body.length);
    const kept = body.trimEnd();
    if (kept === '') {
      this.blanks = gap;
      return;
    }
    this.text += this.text === '' ? kept : joint(this.text, gap, kept) + kept;
    this.blanks = body.slice(kept.length);
  }

  private cite(quotation: Quotation): void {
    const citation = this.locate(quotation);
    if (!citation) return;
    const same = this.citations.find(
      ({ segmentId, quote, startMs }) =>
        segmentId === citation.segmentId && quote === citation.quote && startMs === citation.startMs,
    );
    const index = same?.index ?? this.citations.length + 1;
    if (!same) this.citations.push({ ...citation, index });
    if (this.text.endsWith(`[${index}]`)) return;
    this.text += `${this.text.endsWith(']') || this.text === '' ? '' : ' '}[${index}]`;
    this.blanks = ' ';
  }

  private locate({ passage, line, start, end }: Quotation): Omit<DraftCitation, 'index'> | null {
    const found = this.passages[passage];
    const part = found?.parts[line];
    if (!found || !part || end <= start) return null;
    const { recordingId, recordingTitle } = found;
    const { segmentId, speakerId = null, speakerName } = part;
    return {
      recordingId,
      recordingTitle,
      segmentId,
      speakerId,
      speakerName,
      quote: part.text.slice(start, end),
      ...timesOf(part, start, end),
    };
  }

  private lastSentence(): string {
    const plain = this.text.slice(-1_000).replace(/\[\d+\]/g, ' ');
    const span = splitSentences(plain).at(-1);
    return span ? plain.slice(span.start, span.end) : '';
  }
}

/** Only what was checked may read as a citation: `[1]` as a model or a speaker put it becomes `[ 1]`. */
const withoutReferences = (text: string): string => text.replace(/\[(?=\d)/g, '[ ');

/** What goes between two pieces: line breaks stay, other blanks become one, and none comes before a full stop. */
function joint(before: string, gap: string, next: string): string {
  if (gap.includes('\n')) return gap.replace(/[^\n]/g, '');
  if (before.endsWith('[') && /^\d/.test(next)) return ' ';
  return gap === '' || /^[.,;:!?)]/.test(next) ? '' : ' ';
}

interface TimedText {
  text: string;
  startMs: number;
  endMs: number;
  words: readonly WordTime[];
}

/** When the words between two offsets are spoken; without word times speech is taken to run evenly. */
function timesOf(
  { text, startMs, endMs, words }: TimedText,
  start: number,
  end: number,
): { startMs: number; endMs: number } {
  const spoken = words.filter(([from, to]) => to > start && from < end);
  const first = spoken[0];
  const last = spoken.at(-1);
  if (first && last) return { startMs: first[2], endMs: Math.max(first[2], last[3]) };
  const at = (offset: number) =>
    Math.round(startMs + ((endMs - startMs) * offset) / Math.max(1, text.length));
  return { startMs: at(start), endMs: at(end) };
}
