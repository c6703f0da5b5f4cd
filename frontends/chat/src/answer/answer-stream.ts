/** What was added to an answer: put it after the first `offset` characters. */
export interface AnswerPiece {
  readonly offset: number;
  readonly text: string;
}

export interface AnswerStream {
  readonly text: string;
  /** Pieces that begin past what is known; they wait for the gap to be filled. */
  readonly waiting: readonly AnswerPiece[];
}

export const emptyAnswer: AnswerStream = { text: '', waiting: [] };

/**
 * Adds a piece. Pieces may come twice, overlap, or come again from the start after a reconnection (the first one of a
 * subscription carries all so far), and the text is right in every case: what a piece says about its place wins.
 */
export function addPiece(stream: AnswerStream, piece: AnswerPiece): AnswerStream {
  if (piece.offset > stream.text.length) return { ...stream, waiting: [...stream.waiting, piece] };
  const joined = stream.text.slice(0, piece.offset) + piece.text;
  // An old piece that says what is known already must not cut off what came after it.
  const text = stream.text.startsWith(joined) ? stream.text : joined;
  return fillGaps({ text, waiting: stream.waiting });
}

function fillGaps(stream: AnswerStream): AnswerStream {
  const next = stream.waiting.find((piece) => piece.offset <= stream.text.length);
  if (!next) return stream;
  return addPiece({ text: stream.text, waiting: stream.waiting.filter((piece) => piece !== next) }, next);
}

/** True while something between is missing: subscribe again, the first piece will carry it. */
export function hasGap(stream: AnswerStream): boolean {
  return stream.waiting.length > 0;
}
