import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person whose voice is known across recordings. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A person whose voice is known across recordings.' })
@Entity('speaker_profile')
export class SpeakerProfile {
  @Field(() => ID, { description: 'The profile.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Field({ description: 'What the person is called, in every recording.' })
  @Column('text')
  name: string;

  /** `name`, folded: what a search looks into and the list is ordered by. */
  @Column('text', { name: 'search_name' })
  searchName: string;

  @Field(() => Date, { description: 'When it was made.' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Field(() => Date, { description: 'When it last changed.' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
