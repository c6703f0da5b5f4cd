import type { Context } from '@colloquy/subgraph';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { CollectionProgressFeed } from './collection-progress.feed.ts';
import { CollectionProgress } from './collection-progress.ts';

/** Made by a function, because type-graphql's `subscribe` belongs to the class and sees no instance. */
export function collectionProgressResolver(feed: () => CollectionProgressFeed): Function {
  @Resolver()
  class CollectionProgressResolver {
    @Subscription(() => CollectionProgress, {
      description:
        'How a collection’s recordings stand first, so that whoever subscribes again has missed nothing; then every change, also of which recordings it has, of its name and of when it goes. Ends when it is deleted.',
      subscribe: ({ args, context }) => feed().of(String(args?.['collectionId']), context as Context),
    })
    collectionProgress(
      @Root() progress: CollectionProgress,
      @Arg('collectionId', () => ID, { description: 'The collection.' }) _collectionId: string,
    ): CollectionProgress {
      return progress;
    }
  }
  return CollectionProgressResolver;
}
