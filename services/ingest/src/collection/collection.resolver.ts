import type { Connection, Context } from '@colloquy/subgraph';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Recording } from '../recording/recording.entity.ts';
import type { CollectionClips } from './collection-clips.ts';
import { ownerIn } from './collection-owner.ts';
import { CollectionProgress, progressOf } from './collection-progress.ts';
import { Collection } from './collection.entity.ts';
import type { CollectionService } from './collection.service.ts';
import { CollectionConnection } from './collection.types.ts';

@Resolver(() => Collection)
export class CollectionResolver {
  constructor(
    private readonly service: CollectionService,
    private readonly clips: CollectionClips,
  ) {}

  @Query(() => Collection, {
    nullable: true,
    description: 'One collection; null when there is none of the viewer with this id.',
  })
  collection(
    @Arg('id', () => ID, { description: 'The collection.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Collection | null> {
    return this.service.find(ownerIn(context), id);
  }

  @Query(() => CollectionConnection, {
    nullable: true,
    description: 'The viewer’s collections, the newest first. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID.',
  })
  collections(
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Go on behind this cursor.' })
    after: string | null,
    @Arg('search', () => String, { nullable: true, description: 'Part of the name.' })
    search: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<Collection>> {
    return this.service.page(ownerIn(context), { first, after, search });
  }

  @FieldResolver(() => [Recording], { description: 'Its recordings, in order.' })
  async recordings(@Root() { id }: Collection, @Ctx() context: Context): Promise<Recording[]> {
    return (await this.clips.of(id, context)).map(({ recording }) => recording);
  }

  @FieldResolver(() => CollectionProgress, { description: 'Where its recordings stand.' })
  async progress(@Root() collection: Collection, @Ctx() context: Context): Promise<CollectionProgress> {
    return progressOf(collection, await this.clips.of(collection.id, context));
  }
}
