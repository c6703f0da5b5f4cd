import { ExpectedError, type Context } from '@colloquy/subgraph';
import type { ProcessingService } from '../processing/processing.service.ts';
import { isInProgress, RecordingStatus } from '../recording/recording-status.ts';
import type { CollectionClips } from './collection-clips.ts';
import { ownerIn } from './collection-owner.ts';
import type { Collection } from './collection.entity.ts';
import { collectionNotFound } from './collection.errors.ts';
import type { CollectionService } from './collection.service.ts';

/** Between looking and doing a recording may have come to its end, or been deleted: then there is nothing to do. */
const MEANWHILE = new Set(['PROCESSING_NOT_RUNNING', 'PROCESSING_STILL_RUNNING', 'RECORDING_NOT_FOUND']);

/** Stops and repeats the processing of whole collections. */
export class CollectionProcessing {
  constructor(
    private readonly collections: Pick<CollectionService, 'find'>,
    private readonly clips: CollectionClips,
    private readonly processing: Pick<ProcessingService, 'cancel' | 'retry'>,
  ) {}

  /** Stops all that is queued or processed. @throws ExpectedError `COLLECTION_NOT_FOUND` */
  cancel(id: string, context: Context): Promise<Collection> {
    return this.each(id, context, isInProgress, (recordingId) =>
      this.processing.cancel(context.workspaceId, recordingId),
    );
  }

  /** Goes on with all that failed or was cancelled. @throws ExpectedError `COLLECTION_NOT_FOUND` */
  retry(id: string, context: Context): Promise<Collection> {
    const stopped = (status: RecordingStatus) =>
      status === RecordingStatus.FAILED || status === RecordingStatus.CANCELLED;
    return this.each(id, context, stopped, (recordingId) =>
      this.processing.retry(context.workspaceId, recordingId, {}),
    );
  }

  private async each(
    id: string,
    context: Context,
    meant: (status: RecordingStatus) => boolean,
    work: (recordingId: string) => Promise<unknown>,
  ): Promise<Collection> {
    const collection = await this.collections.find(ownerIn(context), id);
    if (!collection) throw collectionNotFound();
    for (const { recording } of await this.clips.of(collection.id, context))
      if (meant(recording.status)) await work(recording.id).catch(ignoreMeanwhile);
    return collection;
  }
}

function ignoreMeanwhile(error: unknown): void {
  if (!(error instanceof ExpectedError) || !MEANWHILE.has(error.problem.code)) throw error;
}
