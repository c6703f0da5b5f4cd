import type { Context } from '@colloquy/subgraph';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { TranscriptChange } from './transcript-change.ts';
import type { TranscriptEvents } from './transcript-events.ts';
import { Transcript } from './transcript.entity.ts';
import type { TranscriptFinder } from './transcript.finder.ts';

/** Made by a function, because type-graphql's `subscribe` belongs to the class and sees no instance. */
export function transcriptChangeResolver(
  events: () => TranscriptEvents,
  finder: () => TranscriptFinder,
): Function {
  @Resolver(() => TranscriptChange)
  class TranscriptChangeResolver {
    @Subscription(() => TranscriptChange, {
      description: "Every change of a recording's transcript from now on.",
      subscribe: ({ args, context }) =>
        events().changesOf((context as Context).workspaceId, String(args?.['recordingId'])),
    })
    transcriptChanged(
      @Root() change: TranscriptChange,
      @Arg('recordingId', () => ID, { description: 'The recording.' }) _recordingId: string,
    ): TranscriptChange {
      return Object.assign(new TranscriptChange(), change);
    }

    @FieldResolver(() => Transcript, { nullable: true, description: 'The transcript as it is now.' })
    transcript(
      @Root() { recordingId }: TranscriptChange,
      @Ctx() context: Context,
    ): Promise<Transcript | null> {
      return finder().byRecording(recordingId, context);
    }
  }
  return TranscriptChangeResolver;
}
