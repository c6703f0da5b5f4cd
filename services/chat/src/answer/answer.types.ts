import { Problem } from '@colloquy/subgraph';
import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Conversation } from '../conversation/conversation.entity.ts';
import { Message } from '../conversation/message.entity.ts';

@InputType({ description: 'A question.' })
export class AskInput {
  @Field(() => ID, { nullable: true, description: 'A new conversation is started when left out.' })
  conversationId?: string | null;

  @Field({ description: 'At most 2,000 characters.' })
  question: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Empty or left out: all recordings. Only read when a conversation is started.',
  })
  recordingIds?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Passages to find, 1 to 50; SIMILARITY_TOP_K when left out.',
  })
  topK?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Passages scoring less are not used, 0 to 1; SIMILARITY_THRESHOLD when left out.',
  })
  threshold?: number | null;
}

@ObjectType({
  description: 'The question is stored and its answer is being written: follow it with `answerDelta`.',
})
export class AskAccepted {
  @Field(() => Conversation, { description: 'Where it was asked.' })
  conversation: Conversation;

  @Field(() => Message, { description: 'The question.' })
  question: Message;

  @Field(() => Message, { description: 'The answer, empty as yet.' })
  answer: Message;
}

export const AskResult = createUnionType({
  name: 'AskResult',
  description: 'The accepted question, or why it cannot be asked.',
  types: () => [AskAccepted, Problem] as const,
});

export const MessageResult = createUnionType({
  name: 'MessageResult',
  description: 'The message, or why nothing could be done with it.',
  types: () => [Message, Problem] as const,
});

@ObjectType({ description: 'What was added to an answer since the last one; the first carries all so far.' })
export class AnswerDelta {
  @Field(() => ID, { description: 'The answer.' })
  messageId: string;

  @Field(() => Int, { description: 'Append after the first `offset` characters (UTF-16 code units).' })
  offset: number;

  @Field({ description: 'The added text.' })
  text: string;

  @Field({ description: 'Whether this is the last one.' })
  done: boolean;

  @Field(() => Message, { nullable: true, description: 'The whole message, with citations, when done.' })
  message: Message | null;
}

@ObjectType({ description: 'One way to answer, and whether it can be used here.' })
export class AnswerEngine {
  @Field(() => ID, { description: 'What ANSWERER is set to, to choose it.' })
  id: string;

  @Field({ description: 'What it is.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Its model, null when it has none.' })
  model: string | null;

  @Field({ description: 'Whether it is configured.' })
  available: boolean;

  @Field({ description: 'Used for new answers.' })
  selected: boolean;

  @Field(() => String, { nullable: true, description: 'Why not, when it is not available.' })
  unavailableReason: string | null;

  @Field(() => [String], { description: 'How to get it.' })
  howToGet: string[];
}
