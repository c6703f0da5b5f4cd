import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({
  description:
    'A link by which others read one transcript, and hear its audio, until it expires or is revoked.',
})
@Entity('share_link')
export class ShareLink {
  @Field(() => ID, { description: 'Its id; the token in its address is another one.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Field(() => ID, { description: 'The recording it leads to.' })
  @Column('uuid', { name: 'recording_id' })
  recordingId: string;

  @Field({ description: 'Whether the audio can be heard.' })
  @Column('boolean')
  audio: boolean;

  @Field({ description: 'Whether speakers are named; otherwise they are `Speaker 1`, `Speaker 2`, …' })
  @Column('boolean')
  names: boolean;

  @Field({ description: 'Who made it.' })
  @Column('text', { name: 'created_by' })
  createdBy: string;

  @Field(() => Date, { description: 'When it was made.' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Field(() => Date, { description: 'From when on it leads nowhere.' })
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Field(() => Date, { nullable: true, description: 'When somebody revoked it.' })
  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @Field(() => Int, { description: 'How often its page was opened.' })
  @Column('int', { name: 'open_count' })
  openCount: number;

  @Field(() => Date, { nullable: true, description: 'When its page was last opened.' })
  @Column('timestamptz', { name: 'last_opened_at', nullable: true })
  lastOpenedAt: Date | null;

  @Field({ description: 'Whether it leads to the transcript now.' })
  get active(): boolean {
    return this.revokedAt === null && this.expiresAt > new Date();
  }
}
