import type { Context } from '@colloquy/subgraph';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { TranscriptChangeFeed } from './transcript-change.feed.ts';
import { TranscriptChange } from './transcript-change.ts';
import { Transcript } from './transcript.entity.ts';
import type { TranscriptFinder } from './transcript.finder.ts';

/** Made by a function, because type-graphql's `subscribe` belongs to the class and sees no instance. */
export function transcriptChangeResolver(
  feed: () => TranscriptChangeFeed,
  finder: () => TranscriptFinder,
): Function {
  @Resolver(() => TranscriptChange)
  class TranscriptChangeResolver {
    @Subscription(() => TranscriptChange, {
      description:
        "The current version of a recording's transcript first, unless there is none yet, then every change. Whoever knows an older version has missed something and reads everything again.",
      subscribe: ({ args, context }) => feed().ofRecording(String(args?.['recordingId']), context as Context),
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
