import type { Context } from '@colloquy/subgraph';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { IdentificationFeed } from './identification.feed.ts';

/** Made by a function, because type-graphql's `subscribe` belongs to the class and sees no instance. */
export function identificationFeedResolver(feed: () => IdentificationFeed): Function {
  @Resolver()
  class IdentificationFeedResolver {
    @Subscription(() => [Speaker], {
      description:
        'The speakers of a recording as soon as it has a transcript, then again each time their voices were compared and somebody is found to be another person, or may be one.',
      subscribe: ({ args, context }) => feed().ofRecording(String(args?.['recordingId']), context as Context),
    })
    speakersIdentified(
      @Root() speakers: Speaker[],
      @Arg('recordingId', () => ID, { description: 'The recording.' }) _recordingId: string,
    ): Speaker[] {
      return speakers;
    }
  }
  return IdentificationFeedResolver;
}
