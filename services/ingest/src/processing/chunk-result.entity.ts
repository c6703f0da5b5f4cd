import type { Interval, RecognizedWord, Turn } from '@colloquy/speech';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one piece of a recording gave; kept until the transcript is readable, so that nothing is recognised twice. */
@Entity('chunk_result')
export class ChunkResult {
  @PrimaryColumn('uuid', { name: 'run_id' })
  runId: string;

  /** 0 for the first piece. */
  @PrimaryColumn('int')
  index: number;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('jsonb')
  interval: Interval;

  /** Speakers by the labels of the whole recording; overlaps included. */
  @Column('jsonb')
  turns: Turn[];

  @Column('jsonb')
  words: RecognizedWord[];

  /** As recognised, BCP 47. */
  @Column('text', { nullable: true })
  language: string | null;

  @Column('real', { name: 'diarize_seconds' })
  diarizeSeconds: number;

  @Column('real', { name: 'transcribe_seconds' })
  transcribeSeconds: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
