import { isDraftVoiceModel } from '@colloquy/speech';
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum IdentificationOutcome {
  SURE = 'SURE',
  MAYBE = 'MAYBE',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(IdentificationOutcome, {
  name: 'IdentificationOutcome',
  description: 'Whether a speaker is a person whose voice is known.',
  valuesConfig: {
    SURE: { description: 'They are that person; the speaker bears the name.' },
    MAYBE: { description: 'They may be that person: somebody should say.' },
    UNKNOWN: { description: 'Nobody whose voice is known, as far as can be told.' },
  },
});

/** How alike a voice is to a profile. */
export interface VoiceLikeness {
  profileId: string;
  confidence: number;
  similarity: number;
}

@ObjectType({ description: 'Somebody else who a speaker may be.' })
export class IdentificationAlternative implements VoiceLikeness {
  profileId: string;

  @Field(() => Float, { description: 'How likely that is, 0 to 1.' })
  confidence: number;

  @Field(() => Float, { description: 'Cosine of the two voices, -1 to 1.' })
  similarity: number;
}

/** Who a speaker is found to be. What a person has decided stays. */
@ObjectType({ description: 'Which known person a speaker is, and how certain that is.' })
@Entity('speaker_identification')
export class SpeakerIdentification {
  @PrimaryColumn('uuid', { name: 'speaker_id' })
  speakerId: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('uuid', { name: 'recording_id' })
  recordingId: string;

  @Field(() => IdentificationOutcome, { description: 'What was found.' })
  @Column('text')
  outcome: IdentificationOutcome;

  @Column('uuid', { name: 'profile_id', nullable: true })
  profileId: string | null;

  @Field(() => Float, {
    description: 'How likely the speaker is that person, 0 to 1; 1 when a person said so.',
  })
  @Column('float')
  confidence: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Cosine of the voice to the profile, -1 to 1; null when there is nothing to compare.',
  })
  @Column('float', { nullable: true })
  similarity: number | null;

  @Field(() => String, { nullable: true, description: 'The model whose vectors were compared.' })
  @Column('text', { nullable: true })
  model: string | null;

  @Column('jsonb')
  alternatives: VoiceLikeness[];

  @Field(() => String, {
    nullable: true,
    description: 'Who decided; null when it was found by the voice.',
  })
  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Field(() => Date, { description: 'When it was decided or found.' })
  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;

  @Field({
    description:
      'Whether it was found by the small embedder that comes with Colloquy, which mistakes voices more often than others.',
  })
  get draft(): boolean {
    return this.decidedBy === null && this.model !== null && isDraftVoiceModel(this.model);
  }
}
