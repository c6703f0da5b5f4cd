import type { AnswerPiece } from './ports.ts';

/** `[3]`, `[1, 2]`, also with a word before the number: models vary. */
const MARKER = /^\[(?:passages?\s*)?\d{1,3}(?:\s*[,;]\s*(?:passages?\s*)?\d{1,3})*\]$/i;
const LONGEST_MARKER = 40;

/** Takes citation markers out of streamed text, also when they come in pieces: `… [1` then `] and …`. */
export class MarkerParser {
  private held = '';

  constructor(private readonly passages: number) {}

  *push(text: string): Iterable<AnswerPiece> {
    this.held += text;
    for (;;) {
      const open = this.held.indexOf('[');
      if (open < 0) {
        yield* textPiece(this.held);
        this.held = '';
        return;
      }
      yield* textPiece(this.held.slice(0, open));
      this.held = this.held.slice(open);
      const close = this.held.indexOf(']');
      if (close < 0 && this.held.length <= LONGEST_MARKER) return;
      const end = close < 0 || close > LONGEST_MARKER ? 1 : close + 1;
      yield* this.bracket(this.held.slice(0, end));
      this.held = this.held.slice(end);
    }
  }

  /** What was held back in the hope of a marker. */
  *end(): Iterable<AnswerPiece> {
    yield* textPiece(this.held);
    this.held = '';
  }

  private *bracket(text: string): Iterable<AnswerPiece> {
    if (!MARKER.test(text)) return yield* textPiece(text);
    for (const [digits] of text.matchAll(/\d+/g)) {
      const passage = Number(digits) - 1;
      // A number no passage has is made up and says nothing.
      if (passage >= 0 && passage < this.passages) yield { type: 'claim', passage };
    }
  }
}

function* textPiece(text: string): Iterable<AnswerPiece> {
  if (text !== '') yield { type: 'text', text };
}
