import { Problem } from '@colloquy/subgraph';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum MessageRole {
  USER = 'USER',
  ASSISTANT = 'ASSISTANT',
}
registerEnumType(MessageRole, {
  name: 'MessageRole',
  description: 'Who wrote a message.',
  valuesConfig: { USER: { description: 'A person.' }, ASSISTANT: { description: 'Colloquy.' } },
});

export enum MessageStatus {
  COMPLETE = 'COMPLETE',
  STREAMING = 'STREAMING',
  STOPPED = 'STOPPED',
  INTERRUPTED = 'INTERRUPTED',
  FAILED = 'FAILED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(MessageStatus, {
  name: 'MessageStatus',
  description: 'How far a message has come.',
  valuesConfig: {
    COMPLETE: { description: 'Whole.' },
    STREAMING: { description: 'Being written.' },
    STOPPED: { description: 'Stopped by a person; what was written is kept.' },
    INTERRUPTED: { description: 'The service stopped while writing; what was written is kept.' },
    FAILED: { description: 'It could not be written; `problem` says why.' },
    WITHDRAWN: {
      description: 'A recording it was written from has been deleted, and its text and citations with it.',
    },
  },
});

/** What a question asks of retrieval beyond the defaults. */
export interface AnswerOptions {
  topK?: number;
  threshold?: number;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A question, or the answer to it.' })
@Entity('message')
export class Message {
  @Field(() => ID, { description: 'The message.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('uuid', { name: 'conversation_id' })
  conversationId: string;

  /** Place in the conversation, from 0. */
  @Column('int')
  position: number;

  @Field(() => MessageRole, { description: 'Who wrote it.' })
  @Column('text')
  role: MessageRole;

  @Field(() => MessageStatus, { description: 'How far it has come.' })
  @Column('text')
  status: MessageStatus;

  @Field({ description: 'What it says. Citations appear as [1], [2], ….' })
  @Column('text')
  text: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What wrote it, for example `extractive` or `openai-compatible:gpt-4o-mini`; null for questions and for replies to mere courtesies.',
  })
  @Column('text', { nullable: true })
  engine: string | null;

  @Field(() => Problem, { nullable: true, description: 'Why it could not be written, when it could not.' })
  @Column('jsonb', { nullable: true })
  problem: Problem | null;

  @Column('jsonb', { nullable: true })
  options: AnswerOptions | null;

  /** Of an answer: the recordings its words are from, quoted or not. */
  @Column('uuid', { name: 'source_recording_ids', array: true, default: '{}' })
  sourceRecordingIds: string[];

  /** Renewed by whoever writes it; when this has passed, its writer is gone. */
  @Column('timestamptz', { name: 'leased_until', nullable: true })
  leasedUntil: Date | null;

  @Field({ description: 'When it was begun.' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
