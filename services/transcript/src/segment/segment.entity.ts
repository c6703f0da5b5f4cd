import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Speaker } from '../speaker/speaker.entity.ts';
import { storedWords, Word } from './word.ts';

/**
 * One speaker's contiguous stretch, `[startMs, endMs)`. The table also has `search_vector`, which PostgreSQL keeps in
 * step with `search_text` by itself and only search reads.
 */
@Directive('@key(fields: "id")')
@ObjectType({ description: "One speaker's contiguous stretch of speech." })
@Entity('segment')
export class Segment {
  @Field(() => ID, { description: 'The segment.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('uuid', { name: 'transcript_id' })
  transcriptId: string;

  @Column('uuid', { name: 'recording_id' })
  recordingId: string;

  @Column('uuid', { name: 'speaker_id' })
  speakerId: string;

  /** Orders the transcript; as PostgreSQL writes a `numeric`, because between any two there is room for another. */
  @Column('numeric')
  place: string;

  @Field(() => Int, { description: 'Where it begins, in milliseconds.' })
  @Column('int', { name: 'start_ms' })
  startMs: number;

  @Field(() => Int, { description: 'Where it ends, in milliseconds.' })
  @Column('int', { name: 'end_ms' })
  endMs: number;

  @Field({ description: 'What was said.' })
  @Column('text')
  text: string;

  @Field(() => [Word], { description: 'The words with their times; together they are the text.' })
  @Column('jsonb', { transformer: storedWords })
  words: Word[];

  @Field(() => Int, { description: 'Grows with each change of this segment, and when it comes back.' })
  @Column('int')
  version: number;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  @Column('text', { name: 'edited_by', nullable: true })
  editedBy: string | null;

  /** PostgreSQL's text search configuration it is stemmed with. */
  @Column('text', { name: 'search_config' })
  searchConfig: string;

  /** `text` as it is searched: folded, every offset kept. */
  @Column('text', { name: 'search_text', select: false })
  searchText: string;

  /** Set where the speaker was read along with the segment. */
  loadedSpeaker?: Speaker;

  @Field({ description: 'Whether a person has changed its text.' })
  get edited(): boolean {
    return this.editedAt !== null;
  }
}
