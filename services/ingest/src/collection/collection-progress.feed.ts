import { sourceStream, type Bus, type Context } from '@colloquy/subgraph';
import {
  isNews,
  workspaceStatusTopic,
  type RecordingStatusUpdate,
} from '../status/recording-status-update.ts';
import type { CollectionClips } from './collection-clips.ts';
import { collectionTopic, ownerIn } from './collection-owner.ts';
import { progressOf, type CollectionClip, type CollectionProgress } from './collection-progress.ts';
import type { Collection } from './collection.entity.ts';
import { collectionNotFound } from './collection.errors.ts';
import type { CollectionService } from './collection.service.ts';

/** The bus forgets what was said while the database was away: whoever waits for an end looks for itself now and then. */
const LOOK_AGAIN_MS = 10_000;

/** A recording's status; empty when the collection itself has changed. */
type Heard = RecordingStatusUpdate | Record<string, never>;

interface Found {
  collection: Collection;
  clips: CollectionClip[];
}

/** The progress of collections as it changes, for subscriptions. */
export class CollectionProgressFeed {
  constructor(
    private readonly collections: Pick<CollectionService, 'find'>,
    private readonly clips: CollectionClips,
    private readonly bus: Bus,
  ) {}

  /** How it is first, then every change; ends when the collection is deleted. */
  of(collectionId: string, context: Context): AsyncIterableIterator<CollectionProgress> {
    const topics = [collectionTopic(collectionId.toLowerCase()), workspaceStatusTopic(context.workspaceId)];
    return sourceStream<Heard, CollectionProgress>(this.bus, topics, async ({ hear, tell }) => {
      let found: Found | null = await this.look(collectionId, context);
      if (!found) throw collectionNotFound();
      const seen = new Set<string>();
      let told = '';
      while (found) {
        const { collection, clips }: Found = found;
        const now: CollectionProgress = progressOf(collection, clips);
        const state = JSON.stringify(now);
        if (state !== told) await tell(now);
        told = state;
        for (const { recordingId } of now.clips) seen.add(recordingId);
        const heard = await hear(now.inProgress > 0 ? LOOK_AGAIN_MS : undefined);
        const update = heard && isStatus(heard) ? heard : null;
        // Of others nothing is known here; one that was here before has been deleted, or brought back.
        if (update && !seen.has(update.recordingId)) continue;
        const changed: CollectionClip[] | null = update && changedBy(clips, update);
        found = changed ? { collection, clips: changed } : await this.look(collectionId, context);
      }
    });
  }

  private async look(collectionId: string, context: Context): Promise<Found | null> {
    const collection = await this.collections.find(ownerIn(context), collectionId);
    return collection && { collection, clips: await this.clips.of(collection.id, context) };
  }
}

const isStatus = (heard: Heard): heard is RecordingStatusUpdate => 'recordingId' in heard;

/** The same list when the update tells nothing new; null when recordings come or go by it. */
function changedBy(clips: CollectionClip[], update: RecordingStatusUpdate): CollectionClip[] | null {
  const known = clips.find((clip) => clip.update.recordingId === update.recordingId);
  if (!known || update.deleted) return null;
  if (!isNews(known.update, update)) return clips;
  return clips.map((clip) => (clip === known ? { ...clip, update } : clip));
}
