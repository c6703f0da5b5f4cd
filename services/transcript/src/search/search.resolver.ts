import type { Context } from '@colloquy/subgraph';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { SearchService } from './search.service.ts';
import { SegmentHitConnection, SegmentSearchInput } from './search.types.ts';

@Resolver()
export class SearchResolver {
  constructor(private readonly search: SearchService) {}

  @Query(() => SegmentHitConnection, {
    nullable: true,
    description:
      'Finds segments by words, best first; similar spellings when nothing matches. Nothing but punctuation finds nothing. ' +
      'Errors: SEARCH_QUERY_TOO_LONG, SEARCH_SCOPE_TOO_LARGE, PAGE_SIZE_INVALID, CURSOR_INVALID.',
  })
  searchSegments(
    @Arg('input', () => SegmentSearchInput, { description: 'What to search for, and where.' })
    input: SegmentSearchInput,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, {
      nullable: true,
      description: 'A cursor of the same search, to go on from.',
    })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<SegmentHitConnection> {
    return this.search.search(input, first, after, context.workspaceId);
  }
}
