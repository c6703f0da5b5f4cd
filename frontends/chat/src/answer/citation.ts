/** A passage an answer rests on, with its place in the recording. */
export interface Citation {
  /** The number in the text. */
  readonly index: number;
  /** Verbatim from the segment. */
  readonly quote: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly speakerName: string;
  readonly recordingTitle: string;
  readonly segmentId: string;
  readonly recordingId: string;
}
