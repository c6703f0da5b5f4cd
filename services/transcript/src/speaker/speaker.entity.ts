import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { foldText } from '../search/fold-text.ts';
import { speakerColor } from './speaker-color.ts';

/** A participant of one recording, as one transcript of it tells them apart. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Somebody who speaks in a recording.' })
@Entity('speaker')
export class Speaker {
  @Field(() => ID, { description: 'The speaker, within one transcript.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('uuid', { name: 'transcript_id' })
  transcriptId: string;

  @Column('uuid', { name: 'recording_id' })
  recordingId: string;

  /** 0 for the first to speak. */
  @Column('int')
  position: number;

  @Field({ description: '`SPEAKER_00`, … in order of first speech.' })
  @Column('text')
  label: string;

  @Field(() => String, { nullable: true, description: 'The name given by a person, or null.' })
  @Column('text', { nullable: true })
  name: string | null;

  /** People chose the name, or that there is none, before the recording was processed again. */
  @Column('boolean', { name: 'name_carried' })
  nameCarried: boolean;

  /** The person whose voice it is, where that is known; `name` is then theirs. */
  @Column('uuid', { name: 'profile_id', nullable: true })
  profileId: string | null;

  /** `displayName`, folded: what a search by name looks into. */
  @Column('text', { name: 'search_name' })
  searchName: string;

  @Field(() => Int, { description: 'How long they speak, in milliseconds.' })
  @Column('int', { name: 'talk_time_ms' })
  talkTimeMs: number;

  @Field(() => Float, { description: 'Share of all talk time, 0 to 1.' })
  @Column('float')
  share: number;

  @Field(() => Int, { description: 'How many segments are theirs.' })
  @Column('int', { name: 'segment_count' })
  segmentCount: number;

  @Field(() => String, {
    nullable: true,
    description:
      'A role offered by order of speech and who asks, for example `Interviewer`; null when neither tells.',
  })
  @Column('text', { name: 'suggested_role', nullable: true })
  suggestedRole: string | null;

  /** Merged into another, or made by a correction that was undone. Stays, because the history speaks of it. */
  @Column('boolean')
  absent: boolean;

  /** Whom they were joined with. */
  @Column('uuid', { name: 'joined_into', nullable: true })
  joinedInto: string | null;

  @Field({ description: 'The name, or `Speaker 1`, `Speaker 2`, … in order of first speech.' })
  get displayName(): string {
    return displayNameOf(this);
  }

  @Field({ description: 'CSS colour, distinct within the recording, readable on light and dark.' })
  get color(): string {
    return speakerColor(this.position);
  }
}

export function displayNameOf({ name, position }: Pick<Speaker, 'name' | 'position'>): string {
  return name ?? `Speaker ${position + 1}`;
}

/** The same in SQL, of `speaker`. */
export const DISPLAY_NAME = `coalesce(speaker.name, 'Speaker ' || speaker.position + 1)`;

/** The columns that hold a name. */
export function nameColumns(name: string | null, position: number): Pick<Speaker, 'name' | 'searchName'> {
  return { name, searchName: foldText(displayNameOf({ name, position })) };
}
