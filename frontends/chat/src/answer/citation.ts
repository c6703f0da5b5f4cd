import { paths } from '@colloquy/web-kit';

/** A passage an answer rests on, with its place in the recording. */
export interface Citation {
  /** The number in the text. */
  readonly index: number;
  /** Verbatim from the segment. */
  readonly quote: string;
  readonly startMs: number;
  readonly endMs: number;
  /** As they were called when the answer was given. */
  readonly speakerName: string;
  readonly recordingTitle: string;
  readonly segmentId: string;
  readonly recordingId: string;
  /** What is said there, or who says it, has been corrected since. */
  readonly changed: boolean;
  /** What stands there now; null when it is gone or cannot be reached. */
  readonly segment?: { readonly text: string; readonly speaker: { readonly displayName: string } } | null;
  /** Null when it is gone or cannot be reached. */
  readonly recording?: { readonly audioUrl?: string | null } | null;
}

/** Whether there is a sound to play: a transcript may have been imported without its audio. */
export const hasAudio = ({ recording }: Pick<Citation, 'recording'>): boolean => Boolean(recording?.audioUrl);

/** Who said it, by their name of today where they are still who says it. */
export const speakerOf = ({
  changed,
  segment,
  speakerName,
}: Pick<Citation, 'changed' | 'segment' | 'speakerName'>) =>
  (changed ? undefined : segment?.speaker.displayName) ?? speakerName;

/** Where a citation leads: to its moment, which plays where it can. */
export function momentOf(citation: Citation): string {
  const { recordingId, segmentId, startMs } = citation;
  return paths.recording(recordingId, { atMs: startMs, segmentId, play: hasAudio(citation) });
}
