import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum VoiceDecision {
  SAME = 'same',
  NEW = 'new',
  NEAREST = 'nearest',
  TOO_SHORT = 'too-short',
}
registerEnumType(VoiceDecision, {
  name: 'VoiceDecision',
  description: 'How a voice in one piece of a recording came to its speaker.',
  valuesConfig: {
    SAME: { description: 'It is like enough to a voice heard before.' },
    NEW: { description: 'It is like no voice heard before.' },
    NEAREST: { description: 'It is like none enough, but no more speakers were expected: the most alike.' },
    TOO_SHORT: { description: 'Too little was heard of it to tell.' },
  },
});

/** The voice model that comes with Colloquy; `libs/engines` calls it so. */
const EMBEDDED_MODEL = 'speaker-96';

@ObjectType({ description: 'Another voice heard before that it might have been.' })
export class VoiceAlternative {
  speakerId: string;

  @Field(() => Float, { description: 'How alike the voices are, -1 to 1.' })
  similarity: number;
}

/** Why a speaker has their label, for one piece of the recording that was diarized by itself. */
@ObjectType({ description: 'Why a voice in one piece of a recording is held to be a speaker’s.' })
@Entity('voice_match')
export class VoiceMatch {
  @PrimaryColumn('uuid', { name: 'speaker_id' })
  speakerId: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  /** What the diarizer called the voice in that piece. */
  @PrimaryColumn('text')
  local: string;

  @Field(() => Int, { description: 'Where the piece begins, in milliseconds.' })
  @PrimaryColumn('int', { name: 'start_ms' })
  startMs: number;

  @Field(() => Int, { description: 'Where the piece ends, in milliseconds.' })
  @Column('int', { name: 'end_ms' })
  endMs: number;

  @Field(() => VoiceDecision, { description: 'What was decided.' })
  @Column('text')
  decision: VoiceDecision;

  @Field(() => Float, {
    nullable: true,
    description:
      'How alike it is to the voice it was taken for, -1 to 1. Null without one, and where the engine does not tell.',
  })
  @Column('float', { nullable: true })
  similarity: number | null;

  @Field(() => Float, { description: 'From which similarity on a voice counts as the same.' })
  @Column('float')
  threshold: number;

  @Field(() => [VoiceAlternative], { description: 'Other voices heard before, most alike first.' })
  @Column('jsonb')
  alternatives: VoiceAlternative[];

  @Field(() => String, {
    nullable: true,
    description: 'The voice model that compared; null when no voice of the recording was told by one.',
  })
  @Column('text', { nullable: true })
  model: string | null;

  @Field({ description: 'Whether that is the embedded model, which is of draft quality.' })
  get draft(): boolean {
    return this.model === EMBEDDED_MODEL;
  }
}
