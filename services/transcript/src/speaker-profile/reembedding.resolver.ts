import type { Context } from '@colloquy/subgraph';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import type { ReembeddingService } from './reembedding.service.ts';
import { VoiceReembedding } from './voice-reembedding.entity.ts';

@Resolver(() => VoiceReembedding)
export class ReembeddingResolver {
  constructor(private readonly reembedding: Pick<ReembeddingService, 'knownOtherwise'>) {}

  @FieldResolver(() => Int, {
    description:
      'How many recordings have voices that are told by other embedders, and not by this one: in them nobody is recognised by voices of today.',
  })
  knownOtherwise(
    @Arg('embedder', () => String, { description: 'The embedder in use.' }) embedder: string,
    @Ctx() { workspaceId }: Context,
  ): Promise<number> {
    return this.reembedding.knownOtherwise(workspaceId, embedder);
  }
}
