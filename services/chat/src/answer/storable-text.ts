const UPPER_HALF_AT_END = /[\uD800-\uDBFF]$/;

/**
 * What a model writes, piece by piece, as the database can hold it: without NUL, and with halves of surrogate pairs
 * that stand alone replaced. A pair may come in two pieces, so an upper half waits for what follows.
 */
export class StorableText {
  private half = '';

  push(piece: string): string {
    const text = this.half + piece.replaceAll('\0', '');
    this.half = UPPER_HALF_AT_END.exec(text)?.[0] ?? '';
    return text.slice(0, text.length - this.half.length).toWellFormed();
  }
}
