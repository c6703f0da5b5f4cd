import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Segments that begin or end where people had it before the recording was processed again, with an engine's words. */
export class CarriedCuts1795367000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A segment that is removed and comes back is the same: no reference to it.
    await runner.query(
      `create table transcript.carried_cut (
         segment_id uuid primary key,
         transcript_id uuid not null references transcript.transcript on delete cascade,
         workspace_id uuid not null)`,
    );
    await runner.query('create index carried_cut_transcript on transcript.carried_cut (transcript_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table transcript.carried_cut');
  }
}
