import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProfileChangeSet } from './profile-change-set.ts';

export enum SpeakerProfileChangeKind {
  CREATED = 'CREATED',
  RENAMED = 'RENAMED',
  ASSIGNED = 'ASSIGNED',
  UNASSIGNED = 'UNASSIGNED',
  REJECTED = 'REJECTED',
  IDENTIFIED = 'IDENTIFIED',
  ENROLLED = 'ENROLLED',
  MERGED = 'MERGED',
  SPLIT = 'SPLIT',
  SPLIT_OFF = 'SPLIT_OFF',
  SAMPLE_REMOVED = 'SAMPLE_REMOVED',
  IMPORTED = 'IMPORTED',
  EXPORTED = 'EXPORTED',
  DELETED = 'DELETED',
  SWITCHED_ON = 'SWITCHED_ON',
  SWITCHED_OFF = 'SWITCHED_OFF',
  CORRECTED = 'CORRECTED',
  UNDONE = 'UNDONE',
}
registerEnumType(SpeakerProfileChangeKind, {
  name: 'SpeakerProfileChangeKind',
  description: 'What was done to a profile.',
  valuesConfig: {
    CREATED: { description: 'It was made. Undoing this deletes what it rests on, which is final.' },
    RENAMED: { description: 'It got another name.' },
    ASSIGNED: { description: 'A person said that a speaker is this person.' },
    UNASSIGNED: { description: 'A person said that a speaker is not, or no longer, this person.' },
    REJECTED: { description: 'A person said that a speaker is not this person.' },
    IDENTIFIED: { description: 'A speaker was found by the voice to be this person.' },
    ENROLLED: { description: 'Speech was added to what it rests on.' },
    MERGED: { description: 'Another profile was the same person.' },
    SPLIT: { description: 'Some of it became a person of their own.' },
    SPLIT_OFF: { description: 'It was made of some of another profile; undone by undoing that split.' },
    SAMPLE_REMOVED: { description: 'A sample was taken away.' },
    IMPORTED: {
      description: 'It came from a document. Undoing this deletes what it rests on, which is final.',
    },
    EXPORTED: { description: 'Somebody took all that is known of the voice, as a document.' },
    DELETED: {
      description: 'It, or every profile of the workspace, was deleted with every vector, for good.',
    },
    SWITCHED_ON: { description: 'Voice profiles were turned on for the workspace.' },
    SWITCHED_OFF: { description: 'Voice profiles were turned off for the workspace.' },
    CORRECTED: {
      description:
        'A correction of a transcript, or taking one back, made a speaker this person, or no longer; undone with the whole correction.',
    },
    UNDONE: {
      description:
        'An earlier change was taken back; undoing this brings it again, except where samples were deleted: by undoing a creation or an import, or 30 days later.',
    },
  },
});

/** One entry of the audit trail, with what it takes to do it backwards. */
@ObjectType({ description: 'One change of a profile: the audit trail.' })
@Entity('profile_change')
export class SpeakerProfileChange {
  @Field(() => ID, { description: 'The change.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('uuid', { name: 'profile_id', nullable: true })
  profileId: string | null;

  @Field(() => SpeakerProfileChangeKind, { description: 'What was done.' })
  @Column('text')
  kind: SpeakerProfileChangeKind;

  @Field({ description: 'Who did it.' })
  @Column('text')
  author: string;

  @Field(() => ID, { nullable: true, description: 'The change that this one takes back.' })
  @Column('uuid', { nullable: true })
  reverts: string | null;

  /** The correction that said the same in a transcript: both are taken back as one. */
  @Column('uuid', { name: 'correction_id', nullable: true })
  correctionId: string | null;

  @Column('jsonb')
  changes: ProfileChangeSet;

  @Field(() => Date, { description: 'When it was done.' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
