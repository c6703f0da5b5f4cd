import { connectionOf } from '@colloquy/subgraph';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Questions and answers about one, some or all recordings.' })
@Entity('conversation')
export class Conversation {
  @Field(() => ID, { description: 'The conversation.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Field({ description: 'The first question, unless it was renamed.' })
  @Column('text')
  title: string;

  /** Empty means all. */
  @Column('uuid', { name: 'recording_ids', array: true })
  recordingIds: string[];

  @Field({ description: 'When it was started.' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Field({ description: 'When something was last asked, answered or renamed.' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

const conversation = connectionOf('Conversation', () => Conversation);

export const ConversationConnection = conversation.Connection;
export type ConversationConnection = InstanceType<typeof ConversationConnection>;
