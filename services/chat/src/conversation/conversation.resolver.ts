import { orProblem, Problem, type Context } from '@colloquy/subgraph';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Recording } from '../recording/recording.stub.ts';
import { Conversation, ConversationConnection } from './conversation.entity.ts';
import type { ConversationService } from './conversation.service.ts';
import { Message } from './message.entity.ts';

@ObjectType({ description: 'A conversation that is gone.' })
export class DeletedConversation {
  @Field(() => ID, { description: 'The id it had.' })
  id: string;
}

export const ConversationResult = createUnionType({
  name: 'ConversationResult',
  description: 'The conversation, or why it could not be changed.',
  types: () => [Conversation, Problem] as const,
});

export const DeleteConversationResult = createUnionType({
  name: 'DeleteConversationResult',
  description: 'The deleted conversation, or why it could not be deleted.',
  types: () => [DeletedConversation, Problem] as const,
});

@Resolver(() => Conversation)
export class ConversationResolver {
  constructor(private readonly service: ConversationService) {}

  @Query(() => ConversationConnection, {
    nullable: true,
    description: 'All conversations, the latest first. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID.',
  })
  conversations(
    @Arg('first', () => Int, { defaultValue: 30, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'A cursor to go on from.' })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<ConversationConnection> {
    return this.service.page(first, after, context);
  }

  @Query(() => Conversation, {
    nullable: true,
    description: 'One conversation; null when there is none with this id.',
  })
  conversation(
    @Arg('id', () => ID, { description: 'The conversation.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Conversation | null> {
    return this.service.find(id, context);
  }

  @FieldResolver(() => [Recording], {
    nullable: 'items',
    description: 'The recordings asked about, null where one cannot be reached; empty means all.',
  })
  scope(@Root() { recordingIds }: Conversation): Recording[] {
    return recordingIds.map((id) => Recording.of(id));
  }

  @FieldResolver(() => [Message], { description: 'Questions and answers, in order.' })
  messages(@Root() { id }: Conversation, @Ctx() context: Context): Promise<Message[]> {
    return this.service.messages(id, context);
  }

  @Mutation(() => ConversationResult, { description: 'Gives a conversation another title.' })
  renameConversation(
    @Arg('id', () => ID, { description: 'The conversation.' }) id: string,
    @Arg('title', { description: 'Its new title, 1 to 120 characters.' }) title: string,
    @Ctx() context: Context,
  ): Promise<Conversation | Problem> {
    return orProblem(() => this.service.rename(id, title, context));
  }

  @Mutation(() => DeleteConversationResult, {
    description: 'Deletes a conversation with everything in it, for good.',
  })
  deleteConversation(
    @Arg('id', () => ID, { description: 'The conversation.' }) id: string,
    @Ctx() context: Context,
  ): Promise<DeletedConversation | Problem> {
    return orProblem(async () =>
      Object.assign(new DeletedConversation(), { id: await this.service.remove(id, context) }),
    );
  }
}
