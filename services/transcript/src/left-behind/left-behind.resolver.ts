import type { Context } from '@colloquy/subgraph';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { LeftBehindService } from './left-behind.service.ts';

@Resolver()
export class LeftBehindResolver {
  constructor(private readonly leftBehind: LeftBehindService) {}

  @Mutation(() => [ID], {
    description:
      'Puts corrections away that were left behind when a recording was processed again. Gives those that were there.',
  })
  dismissLeftBehind(
    @Arg('ids', () => [ID], { description: 'The corrections.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<string[]> {
    return this.leftBehind.dismiss(ids, context);
  }
}
