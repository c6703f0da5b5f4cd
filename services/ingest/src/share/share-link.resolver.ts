import { orProblem, Problem, type Context } from '@colloquy/subgraph';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ShareLink } from './share-link.entity.ts';
import type { ShareLinkService } from './share-link.service.ts';
import { CreateShareLinkInput, ShareLinkResult } from './share-link.types.ts';

@Resolver(() => ShareLink)
export class ShareLinkResolver {
  constructor(private readonly links: ShareLinkService) {}

  @Query(() => [ShareLink], {
    nullable: true,
    description: 'The links that were made of a recording, the newest first, at most 100.',
  })
  shareLinks(
    @Arg('recordingId', () => ID, { description: 'The recording.' }) recordingId: string,
    @Ctx() context: Context,
  ): Promise<ShareLink[]> {
    return this.links.list(recordingId, context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where it leads: `/share/<token>`, relative to this server. Null when it is over. Whoever knows it can read.',
  })
  url(@Root() link: ShareLink): string | null {
    const token = this.links.tokenOf(link);
    return token && `/share/${token}`;
  }

  @Mutation(() => ShareLinkResult, {
    description: 'Makes a link by which others read a transcript, and hear its audio, without an account.',
  })
  createShareLink(
    @Arg('input', () => CreateShareLinkInput, { description: 'What it leads to, and how long.' })
    input: CreateShareLinkInput,
    @Ctx() context: Context,
  ): Promise<ShareLink | Problem> {
    return orProblem(() => this.links.create(input, context));
  }

  @Mutation(() => ShareLinkResult, { description: 'Takes a link back, for good and at once.' })
  revokeShareLink(
    @Arg('id', () => ID, { description: 'The link.' }) id: string,
    @Ctx() context: Context,
  ): Promise<ShareLink | Problem> {
    return orProblem(() => this.links.revoke(id, context));
  }
}
