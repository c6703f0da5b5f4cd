import type { Segment } from '../segment/segment.entity.ts';
import type { Speaker } from '../speaker/speaker.entity.ts';

/** What an export is written from; the segments arrive a batch at a time. */
export interface ExportDocument {
  title: string;
  recordingId: string;
  language: string;
  durationMs: number;
  /** By id, in order of first speech. */
  speakers: ReadonlyMap<string, Pick<Speaker, 'label' | 'name' | 'displayName'>>;
  segments: AsyncIterable<Pick<Segment, 'speakerId' | 'startMs' | 'endMs' | 'text' | 'words'>>;
  /** Whether it is to say who speaks, in formats that leave the choice. */
  names: boolean;
  /** Whether it is to say when, in formats that leave the choice. */
  times: boolean;
}

export type ExportedSegment = ExportDocument['segments'] extends AsyncIterable<infer S> ? S : never;

/** Writes a document piece by piece, so that an export of any length needs little memory. */
export type ExportWriter = (document: ExportDocument) => AsyncIterable<string | Uint8Array>;

export const displayNameIn = ({ speakers }: ExportDocument, { speakerId }: ExportedSegment): string =>
  speakers.get(speakerId)?.displayName ?? 'Unknown';

export const labelIn = ({ speakers }: ExportDocument, { speakerId }: ExportedSegment): string =>
  speakers.get(speakerId)?.label ?? 'UNKNOWN';
