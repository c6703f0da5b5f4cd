import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TextSave } from '../version/text-saves.ts';
import type { SegmentChange, SpeakerChange } from './change-set.ts';

export enum CorrectionKind {
  TEXT_EDITED = 'text-edited',
  TEXT_REPLACED = 'text-replaced',
  SPEAKER_ASSIGNED = 'speaker-assigned',
  SPEAKER_RENAMED = 'speaker-renamed',
  SPEAKER_IDENTIFIED = 'speaker-identified',
  SPEAKER_CONFIRMED = 'speaker-confirmed',
  SPEAKER_REJECTED = 'speaker-rejected',
  SPEAKERS_MERGED = 'speakers-merged',
  SEGMENT_SPLIT = 'segment-split',
  SEGMENTS_MERGED = 'segments-merged',
  SEGMENTS_REMOVED = 'segments-removed',
  BOUNDARY_MOVED = 'boundary-moved',
  UNDONE = 'undone',
  RESTORED = 'restored',
}
registerEnumType(CorrectionKind, {
  name: 'CorrectionKind',
  description: 'What kind of correction it was.',
  valuesConfig: {
    TEXT_EDITED: { description: 'What a segment says.' },
    TEXT_REPLACED: { description: 'The same words in many segments.' },
    SPEAKER_ASSIGNED: { description: 'Who says some segments.' },
    SPEAKER_RENAMED: { description: 'What a speaker is called.' },
    SPEAKER_IDENTIFIED: {
      description: 'Which known person a speaker is, said by a person or found by the voice.',
    },
    SPEAKER_CONFIRMED: {
      description: 'A person said that a speaker is the known person whom they were found to be.',
    },
    SPEAKER_REJECTED: {
      description:
        'A person said that a speaker is not the known person whom they were, or might be, taken for.',
    },
    SPEAKERS_MERGED: { description: 'Two speakers were one person.' },
    SEGMENT_SPLIT: { description: 'One segment became two.' },
    SEGMENTS_MERGED: { description: 'Several segments became one.' },
    SEGMENTS_REMOVED: { description: 'Segments in which nobody speaks were taken away.' },
    BOUNDARY_MOVED: { description: 'Words went from one segment to its neighbour.' },
    RESTORED: { description: 'The transcript came back to an earlier version.' },
    UNDONE: { description: 'An earlier correction was taken back; undoing this brings it again.' },
  },
});

/** One change by a person, with what it takes to do it backwards. */
@ObjectType({ description: 'One change that a person made to a transcript.' })
@Entity('correction')
export class Correction {
  @Field(() => ID, { description: 'The correction.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('uuid', { name: 'transcript_id' })
  transcriptId: string;

  @Column('uuid', { name: 'recording_id' })
  recordingId: string;

  @Field(() => Int, { description: 'The version of the transcript that it made.' })
  @Column('int')
  version: number;

  @Field(() => CorrectionKind, { description: 'What kind of correction it was.' })
  @Column('text')
  kind: CorrectionKind;

  @Field({ description: 'Who made it.' })
  @Column('text')
  author: string;

  @Field(() => ID, { nullable: true, description: 'The correction that this one takes back.' })
  @Column('uuid', { nullable: true })
  reverts: string | null;

  @Column('jsonb')
  segments: SegmentChange[];

  @Column('jsonb')
  speakers: SpeakerChange[];

  /** Of a text that was saved while it was typed, each made a version: what it said before the last one. */
  @Column('jsonb')
  saves: TextSave[];

  @Field(() => Date, { description: 'When it was made.' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
