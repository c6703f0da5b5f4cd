import type { Segment } from '../../segment/segment.entity.ts';
import type { CollectionClip } from '../collection.finder.ts';
import type { CollectionSpeaker } from '../collection.types.ts';

type SaidSegment = Pick<Segment, 'startMs' | 'endMs' | 'text' | 'words'>;

/** What an export is written from; the segments arrive a batch at a time. */
export interface CollectionDocument {
  name: string;
  /** In order. */
  clips: readonly Pick<CollectionClip, 'recordingId' | 'title' | 'durationMs'>[];
  speakers: readonly Pick<CollectionSpeaker, 'name' | 'displayName' | 'statistics' | 'appearances'>[];
  /** `clip` counts from 0. */
  segments: AsyncIterable<{ clip: number; speaker: string; segment: SaidSegment }>;
}

/** Writes a document piece by piece, so that an export of any length needs little memory. */
export type CollectionWriter = (document: CollectionDocument) => AsyncIterable<string>;
