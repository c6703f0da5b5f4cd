import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'Whether this workspace keeps the voices of people, and why it may.' })
@Entity('voice_profile_settings')
export class VoiceProfileSettings {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Field({ description: 'Whether voices are kept and recognised; off until somebody turns it on.' })
  @Column('boolean')
  enabled: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why this is allowed, as whoever turned it on wrote it down; null before that.',
  })
  @Column('text', { nullable: true })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'Who turned it on or off last.' })
  @Column('text', { name: 'changed_by' })
  changedBy: string | null;

  @Field(() => Date, { nullable: true, description: 'When that was.' })
  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date | null;

  /** As it is where nobody has decided. */
  static unset(workspaceId: string): VoiceProfileSettings {
    return Object.assign(new VoiceProfileSettings(), {
      workspaceId,
      enabled: false,
      reason: null,
      changedBy: null,
      changedAt: null,
    });
  }
}
