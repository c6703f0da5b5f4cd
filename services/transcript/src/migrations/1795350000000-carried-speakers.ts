import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Segments whose speaker people chose before the recording was processed again, without a word of their own maybe. */
export class CarriedSpeakers1795350000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A segment that is removed and comes back is the same: no reference to it.
    await runner.query(
      `create table transcript.carried_speaker (
         segment_id uuid primary key,
         transcript_id uuid not null references transcript.transcript on delete cascade,
         workspace_id uuid not null)`,
    );
    await runner.query(
      'create index carried_speaker_transcript on transcript.carried_speaker (transcript_id)',
    );
    // Until now the speaker went wherever a corrected text went.
    await runner.query(
      `insert into transcript.carried_speaker (segment_id, transcript_id, workspace_id)
       select id, transcript_id, workspace_id from transcript.segment where edited_at is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table transcript.carried_speaker');
  }
}
