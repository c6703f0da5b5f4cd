export interface Delta {
  offset: number;
  text: string;
  done: boolean;
  message: AnswerShape | null;
}

export interface AnswerShape {
  id: string;
  status: string;
  text: string;
  engine: string;
  problem: { code: string; message: string; recovery: string[] } | null;
  citations: {
    index: number;
    recordingId: string;
    segmentId: string;
    startMs: number;
    endMs: number;
    quote: string;
    speakerName: string;
    recordingTitle: string;
  }[];
}

export interface Asked {
  __typename: string;
  code?: string;
  message?: string;
  conversation?: { id: string };
  answer?: { id: string };
}

/** What the reader sees who appends each delta where it says it belongs. */
export const assembled = (deltas: readonly Delta[]): string =>
  deltas.reduce((text, delta) => text.slice(0, delta.offset) + delta.text, '');
