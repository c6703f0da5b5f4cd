import type { Context } from '@colloquy/subgraph';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Recording } from '../recording/recording.entity.ts';
import type { LoaderRegistry } from '../recording/recording.loader.ts';
import type { RecordingStatusFeed } from './recording-status.feed.ts';
import { RecordingStatusUpdate } from './recording-status-update.ts';

/** Made by a function, because type-graphql's `subscribe` belongs to the class and sees no instance. */
export function recordingStatusResolver(
  feed: () => RecordingStatusFeed,
  loaders: () => LoaderRegistry,
): Function {
  @Resolver(() => RecordingStatusUpdate)
  class RecordingStatusResolver {
    @Subscription(() => RecordingStatusUpdate, {
      description: 'The current state first, then every change.',
      subscribe: ({ args, context }) => feed().ofRecording(String(args?.['recordingId']), context as Context),
    })
    recordingStatusChanged(
      @Root() update: RecordingStatusUpdate,
      @Arg('recordingId', () => ID, { description: 'The recording.' }) _recordingId: string,
    ): RecordingStatusUpdate {
      return Object.assign(new RecordingStatusUpdate(), update);
    }

    @Subscription(() => RecordingStatusUpdate, {
      description:
        'For lists: first the recordings that are in work or changed in the last five minutes (the latest 100, in the order they changed), so that whoever subscribes again has missed nothing; then every change of any recording of the workspace.',
      subscribe: ({ context }) => feed().ofWorkspace(context as Context),
    })
    recordingsStatusChanged(@Root() update: RecordingStatusUpdate): RecordingStatusUpdate {
      return Object.assign(new RecordingStatusUpdate(), update);
    }

    @FieldResolver(() => Recording, {
      nullable: true,
      description: 'The recording as it is now; null once it is deleted.',
    })
    recording(
      @Root() { recordingId }: RecordingStatusUpdate,
      @Ctx() context: Context,
    ): Promise<Recording | null> {
      return loaders().of(context).recording.load(recordingId);
    }
  }
  return RecordingStatusResolver;
}
