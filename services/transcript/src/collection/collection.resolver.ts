import type { Connection, Context } from '@colloquy/subgraph';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import type { CollectionSegments } from './collection-segments.ts';
import type { CollectionSpeakers } from './collection-speakers.ts';
import type { CollectionFinder } from './collection.finder.ts';
import { Collection } from './collection.stub.ts';
import {
  CollectionAppearance,
  CollectionSegment,
  CollectionSegmentConnection,
  CollectionSpeaker,
} from './collection.types.ts';
import type { CollectionExportService } from './export/collection-export.service.ts';
import { CollectionExport } from './export/collection-export.types.ts';

@Resolver(() => Collection)
export class CollectionResolver {
  constructor(
    private readonly finder: CollectionFinder,
    private readonly people: CollectionSpeakers,
    private readonly pages: CollectionSegments,
    private readonly exporting: CollectionExportService,
  ) {}

  @FieldResolver(() => [CollectionSpeaker], {
    nullable: true,
    description: 'Who speaks in its recordings, the same person once, in order of first speech.',
  })
  speakers(@Root() { id }: Collection, @Ctx() context: Context): Promise<CollectionSpeaker[]> {
    return this.people.of(id, context);
  }

  @FieldResolver(() => CollectionSegmentConnection, {
    nullable: true,
    description:
      'What was said in all its recordings, one after the other. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID.',
  })
  segments(
    @Root() { id }: Collection,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many, 1 to 1,000.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'A cursor to go on from.' })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<CollectionSegment>> {
    return this.pages.page(id, { first, after }, context);
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'When its speakers last changed; null while nothing can be read.',
  })
  speakersUpdatedAt(@Root() { ref }: Collection): Date | null {
    return ref.unifiedAt;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many of its recordings can be read, and are counted among what its speakers say.',
  })
  async readableRecordings(@Root() { id }: Collection, @Ctx() context: Context): Promise<number> {
    return (await this.finder.clips(id, context)).filter(({ counted }) => counted).length;
  }

  @FieldResolver(() => [CollectionExport], {
    nullable: true,
    description: 'Where its transcript and statistics can be downloaded.',
  })
  exports(@Root() { ref }: Collection): CollectionExport[] {
    return this.exporting.exportsOf(ref);
  }
}

@Resolver(() => CollectionAppearance)
export class AppearanceResolver {
  constructor(private readonly finder: Pick<TranscriptFinder, 'speaker'>) {}

  @FieldResolver(() => Speaker, { nullable: true, description: 'The speaker there.' })
  speaker(@Root() { speakerId }: CollectionAppearance, @Ctx() context: Context): Promise<Speaker | null> {
    return this.finder.speaker(speakerId, context);
  }
}
