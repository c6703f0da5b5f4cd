import type { Context } from '@colloquy/subgraph';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import { SegmentDifference } from './correction.types.ts';

@Resolver(() => SegmentDifference)
export class SegmentDifferenceResolver {
  constructor(private readonly finder: Pick<TranscriptFinder, 'segment'>) {}

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Where it begins, in milliseconds; null when the segment is gone since.',
  })
  async startMs(
    @Root() { changedStartMs, segmentId }: SegmentDifference,
    @Ctx() context: Context,
  ): Promise<number | null> {
    return changedStartMs ?? (await this.finder.segment(segmentId, context))?.startMs ?? null;
  }
}
