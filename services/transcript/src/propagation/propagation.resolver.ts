import type { Context } from '@colloquy/subgraph';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Recording } from '../recording/recording.stub.ts';
import type { PropagationService } from './propagation.service.ts';
import { Propagation } from './propagation.types.ts';

/** Made by a function, because type-graphql's `subscribe` belongs to the class and sees no instance. */
export function propagationResolver(propagation: () => PropagationService): Function {
  @Resolver(() => Recording)
  class PropagationResolver {
    @FieldResolver(() => Propagation, {
      nullable: true,
      description: 'Where its latest corrections have arrived; null while it has no transcript.',
    })
    propagation(@Root() { id }: Recording, @Ctx() context: Context): Promise<Propagation | null> {
      return propagation().of(id, context);
    }

    @Subscription(() => Propagation, {
      description:
        'Where the latest corrections of a recording have arrived: how it is, and then each change of it.',
      subscribe: ({ args, context }) => propagation().feed(String(args?.['recordingId']), context as Context),
    })
    propagationChanged(
      @Root() now: Propagation,
      @Arg('recordingId', () => ID, { description: 'The recording.' }) _recordingId: string,
    ): Propagation {
      return now;
    }
  }
  return PropagationResolver;
}
