import type { AnswerPiece } from './ports.ts';

/** `[3]`, `[1, 2]`, also with a word before the number: models vary. */
const MARKER = /^\[(?:passages?\s*)?\d{1,3}(?:\s*[,;]\s*(?:passages?\s*)?\d{1,3})*\]$/i;
const LONGEST_MARKER = 40;

/** Takes citation markers out of streamed text, also when they come in pieces: `… [1` then `] and …`. */
export class MarkerParser {
  private held = '';
  /** How far `[[1]]` was read: its outer brackets mean nothing. */
  private doubled: 'no' | 'opened' | 'closing' = 'no';

  constructor(private readonly passages: number) {}

  *push(text: string): Iterable<AnswerPiece> {
    this.held += text.replaceAll('【', '[').replaceAll('】', ']');
    while (this.held !== '') {
      if (this.doubled === 'closing') {
        this.held = this.held.replace(/^\]/, '');
        this.doubled = 'no';
      }
      const open = this.held.indexOf('[');
      if (open !== 0) {
        yield* this.take(open < 0 ? this.held.length : open);
        continue;
      }
      const close = this.held.indexOf(']');
      const inner = this.held.indexOf('[', 1);
      if (inner > 0 && (close < 0 || inner < close)) {
        if (inner === 1 && this.doubled === 'no') {
          this.doubled = 'opened';
          this.held = this.held.slice(1);
        } else yield* this.take(inner);
        continue;
      }
      if (close < 0 && this.held.length <= LONGEST_MARKER) return;
      if (close < 0 || close > LONGEST_MARKER || !MARKER.test(this.held.slice(0, close + 1)))
        yield* this.take(close < 0 || close > LONGEST_MARKER ? 1 : close + 1);
      else yield* this.claims(close + 1);
    }
  }

  /** What was held back in the hope of a marker. */
  *end(): Iterable<AnswerPiece> {
    yield* this.take(this.held.length);
  }

  private *claims(length: number): Iterable<AnswerPiece> {
    for (const [digits] of this.held.slice(0, length).matchAll(/\d+/g)) {
      const passage = Number(digits) - 1;
      // A number no passage has is made up and says nothing.
      if (passage >= 0 && passage < this.passages) yield { type: 'claim', passage };
    }
    this.held = this.held.slice(length);
    this.doubled = this.doubled === 'opened' ? 'closing' : 'no';
  }

  private *take(length: number): Iterable<AnswerPiece> {
    const text = (this.doubled === 'opened' ? '[' : '') + this.held.slice(0, length);
    this.doubled = 'no';
    this.held = this.held.slice(length);
    if (text !== '') yield { type: 'text', text };
  }
}
