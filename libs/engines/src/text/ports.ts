/** What made a vector or an answer, shown to the reader beside it. */
export interface TextEngineInfo {
  /** For example `extractive`, `openai-compatible`, `anthropic`. */
  engine: string;
  model: string | null;
}

/** Text → vectors. Vectors of different models are never compared. */
export interface TextEmbedder {
  readonly info: TextEngineInfo & { model: string };
  /**
   * One vector a text, in order, all of one dimension.
   * @throws EngineError
   */
  embed(texts: readonly string[], options: { signal?: AbortSignal }): Promise<number[][]>;
}

/** One person's contiguous words in a passage; offsets of citations count in `text`. */
export interface PassageLine {
  speakerName: string;
  text: string;
}

/** Neighbouring segments of one recording, with the retriever's score. */
export interface AnswerPassage {
  recordingId: string;
  recordingTitle: string;
  startMs: number;
  endMs: number;
  lines: readonly PassageLine[];
  /** 0 to 1. */
  score: number;
}

export interface PreviousTurn {
  question: string;
  answer: string;
}

export interface AnswerRequest {
  /** As it was asked. */
  question: string;
  /** The same with what a follow-up leaves out, taken from the conversation: "And when? delivery machine". */
  standalone: string;
  /** Best first. */
  passages: readonly AnswerPassage[];
  /** Earlier turns of the conversation, oldest first. */
  history: readonly PreviousTurn[];
  /** In the language of the passages. */
  countTerms: CountTerms;
}

/** Words of a passage: `passages[passage].lines[line].text.slice(start, end)`. */
export interface Quotation {
  passage: number;
  line: number;
  start: number;
  end: number;
}

/**
 * A piece of an answer: text to append, or a reference at this point of the text. An extractive answerer knows the
 * exact quotation; a model only names the passage it means, and that remains to be checked.
 */
export type AnswerPiece =
  | { type: 'text'; text: string }
  | { type: 'quotation'; quotation: Quotation }
  | { type: 'claim'; passage: number };

/** Question + passages → an answer, piece by piece. */
export interface Answerer {
  readonly info: TextEngineInfo;
  /** Passages it wants, best first. */
  readonly passageCount: number;
  /** @throws EngineError, also after some pieces. Ends early when the signal aborts. */
  answer(request: AnswerRequest, options: { signal: AbortSignal }): AsyncIterable<AnswerPiece>;
}

/** Stems of each text with their counts, stop words left out, as the index has them. */
export type CountTerms = (texts: readonly string[]) => Promise<Record<string, number>[]>;
