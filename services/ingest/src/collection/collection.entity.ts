import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Recordings put together by one person, in order; nobody else sees it.' })
@Entity('collection')
export class Collection {
  @Field(() => ID, { description: 'Its id, the same in every service.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId: string;

  @Field({ description: 'Its name in lists.' })
  @Column('text')
  name: string;

  @Field(() => Date, { description: 'When it was made.' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When it and the recordings made only for it are deleted; null for never.',
  })
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  /** Grows with each change that other services are told of. */
  @Column('int')
  version: number;

  /** Hidden from then on; a job removes the rest. */
  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;
}
