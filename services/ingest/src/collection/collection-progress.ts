import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { isInProgress, RecordingStatus } from '../recording/recording-status.ts';
import { RecordingStatusUpdate } from '../status/recording-status-update.ts';
import { Collection } from './collection.entity.ts';

/** A recording of a collection at a moment. */
export interface CollectionClip {
  update: RecordingStatusUpdate;
  durationMs: number | null;
}

@ObjectType({ description: 'Where the recordings of a collection stand at this moment.' })
export class CollectionProgress {
  @Field(() => ID, { description: 'The collection.' })
  collectionId: string;

  @Field(() => Collection, { description: 'As it is called and when it goes at this moment.' })
  collection: Collection;

  @Field(() => Float, {
    description:
      'How much of the work is done, 0 to 1: the progress of its recordings weighted by their lengths, without those that failed or were cancelled. 0 when there is none.',
  })
  progress: number;

  @Field(() => Int, { description: 'How many recordings it has.' })
  total: number;

  @Field(() => Int, { description: 'How many are ready.' })
  ready: number;

  @Field(() => Int, { description: 'How many are queued or processed.' })
  inProgress: number;

  @Field(() => Int, { description: 'How many failed.' })
  failed: number;

  @Field(() => Int, { description: 'How many were cancelled.' })
  cancelled: number;

  @Field(() => [RecordingStatusUpdate], { description: 'Each recording, in the order of the collection.' })
  clips: RecordingStatusUpdate[];
}

export function progressOf(collection: Collection, clips: readonly CollectionClip[]): CollectionProgress {
  const count = (...statuses: RecordingStatus[]) =>
    clips.filter(({ update }) => statuses.includes(update.status)).length;
  const counted = clips.filter(({ update }) => !isGivenUp(update.status));
  const known = counted.flatMap(({ durationMs }) => durationMs ?? []);
  const usual = known.length > 0 ? known.reduce((sum, ms) => sum + ms, 0) / known.length : 1;
  // No recording is without weight, or it would be done before it began.
  const weightOf = ({ durationMs }: CollectionClip) => Math.max(1, durationMs ?? usual);
  const all = counted.reduce((sum, clip) => sum + weightOf(clip), 0);
  const done = counted.reduce((sum, clip) => sum + weightOf(clip) * clip.update.progress, 0);
  return Object.assign(new CollectionProgress(), {
    collectionId: collection.id,
    collection,
    progress: all === 0 ? 0 : Math.min(1, done / all),
    total: clips.length,
    ready: count(RecordingStatus.READY),
    inProgress: clips.filter(({ update }) => isInProgress(update.status)).length,
    failed: count(RecordingStatus.FAILED),
    cancelled: count(RecordingStatus.CANCELLED),
    clips: clips.map(({ update }) => update),
  });
}

const isGivenUp = (status: RecordingStatus): boolean =>
  status === RecordingStatus.FAILED || status === RecordingStatus.CANCELLED;
