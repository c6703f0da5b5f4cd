import type { AnswererRung } from '@colloquy/engines/text';
import { orProblem, type Bus, type Context, type Problem } from '@colloquy/subgraph';
import { Arg, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { ConversationService } from '../conversation/conversation.service.ts';
import type { Message } from '../conversation/message.entity.ts';
import { followAnswer, type Delta } from './answer-deltas.ts';
import type { AnswerRunner } from './answer-runner.ts';
import {
  AnswerDelta,
  AnswerEngine,
  AskAccepted,
  AskInput,
  AskResult,
  MessageResult,
} from './answer.types.ts';
import type { AnswerService } from './answer.service.ts';

export interface AnswerResolverDependencies {
  answers: AnswerService;
  conversations: ConversationService;
  runner: AnswerRunner;
  bus: Bus;
  rungs: readonly AnswererRung[];
}

/** A function, because a subscription's source is named in a decorator and needs the services. */
export function answerResolver(services: () => AnswerResolverDependencies): Function {
  @Resolver()
  class AnswerResolver {
    @Query(() => [AnswerEngine], { nullable: true, description: 'The ways to answer, best first.' })
    answerEngines(): AnswerEngine[] {
      return services().rungs.map((rung) => Object.assign(new AnswerEngine(), rung));
    }

    @Mutation(() => AskResult, {
      description: 'Asks one, some or all recordings. Returns at once; the answer follows.',
    })
    ask(
      @Arg('input', () => AskInput, { description: 'The question and where to look.' }) input: AskInput,
      @Ctx() context: Context,
    ): Promise<AskAccepted | Problem> {
      return orProblem(async () =>
        Object.assign(new AskAccepted(), await services().answers.ask(input, context)),
      );
    }

    @Mutation(() => MessageResult, {
      description: 'Ends an answer that is being written; what there is of it is kept.',
    })
    stopAnswer(
      @Arg('messageId', () => ID, { description: 'The answer.' }) messageId: string,
      @Ctx() context: Context,
    ): Promise<Message | Problem> {
      return orProblem(() => services().answers.stop(messageId, context));
    }

    @Subscription(() => AnswerDelta, {
      description:
        'Follows an answer to its end. Subscribe again after a lost connection: nothing is missed. ' +
        'Errors: MESSAGE_NOT_FOUND.',
      subscribe: ({ args, context }) => {
        const { messageId } = args as { messageId: string };
        const { bus, conversations, runner } = services();
        const find = () => conversations.findMessage(messageId, context as Context);
        return followAnswer(messageId, bus, find, () => runner.textOf(messageId));
      },
    })
    answerDelta(
      @Root() delta: Delta,
      @Arg('messageId', () => ID, { description: 'The answer.' }) _messageId: string,
    ): AnswerDelta {
      return Object.assign(new AnswerDelta(), delta);
    }
  }
  return AnswerResolver;
}
