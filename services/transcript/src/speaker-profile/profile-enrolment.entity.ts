import { Problem } from '@colloquy/subgraph';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'A recording that waits to become a sample of a profile.' })
@Entity('profile_enrolment')
export class ProfileEnrolment {
  @PrimaryColumn('uuid', { name: 'profile_id' })
  profileId: string;

  @PrimaryColumn('uuid', { name: 'recording_id' })
  recordingId: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Field({ description: 'Who wanted it.' })
  @Column('text')
  author: string;

  @Field(() => Problem, {
    nullable: true,
    description: 'Why it did not become one; null while it waits for its transcript.',
  })
  @Column('jsonb', { nullable: true })
  problem: Problem | null;

  @Field(() => Date, { description: 'When it was wanted.' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
