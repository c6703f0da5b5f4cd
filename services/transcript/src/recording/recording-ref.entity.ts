import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What this service knows of a recording: enough to search and to name exports. Ingest owns the rest. */
@Entity('recording_ref')
export class RecordingRef {
  @PrimaryColumn('uuid', { name: 'recording_id' })
  recordingId: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('text')
  title: string;

  /** BCP 47, as far as known. */
  @Column('text', { nullable: true })
  language: string | null;

  @Column('timestamptz', { name: 'recorded_at', nullable: true })
  recordedAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** Waiting to be purged: its transcript is answered as if it were gone. */
  @Column('boolean')
  hidden: boolean;

  /** Purged for good. The row stays, empty, so that a late event cannot bring the recording back. */
  @Column('boolean')
  purged: boolean;
}
