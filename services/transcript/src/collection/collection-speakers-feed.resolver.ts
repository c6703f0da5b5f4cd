import { sourceStream, type Bus, type Context } from '@colloquy/subgraph';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { CollectionFinder } from './collection.finder.ts';
import { Collection } from './collection.stub.ts';
import { collectionSpeakersTopic } from './unify-collection.service.ts';

interface Sources {
  bus: Bus;
  collections: CollectionFinder;
}

/** Made by a function, because type-graphql's `subscribe` belongs to the class and sees no instance. */
export function collectionSpeakersFeedResolver(sources: () => Sources): Function {
  @Resolver()
  class CollectionSpeakersFeedResolver {
    @Subscription(() => Collection, {
      description:
        'The collection as it is read now, as soon as it can be, then each time its speakers or what they say has changed. Ends when it is deleted.',
      subscribe: ({ args, context }) => feed(sources(), String(args?.['collectionId']), context as Context),
    })
    collectionSpeakersChanged(
      @Root() collection: Collection,
      @Arg('collectionId', () => ID, { description: 'The collection.' }) _collectionId: string,
    ): Collection {
      return collection;
    }
  }
  return CollectionSpeakersFeedResolver;
}

function feed(
  { bus, collections }: Sources,
  id: string,
  context: Context,
): AsyncIterableIterator<Collection> {
  return sourceStream<unknown, Collection>(
    bus,
    collectionSpeakersTopic(id.toLowerCase()),
    async ({ hear, tell }) => {
      let told = -1;
      for (;;) {
        const ref = await collections.ref(id, context);
        if (!ref && told >= 0) return;
        if (ref && ref.unifiedVersion !== told) await tell(Collection.of(ref));
        told = ref?.unifiedVersion ?? told;
        await hear();
      }
    },
  );
}
