import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people removed before a recording was processed again by an engine that heard nothing there. */
export class CarriedRemovals1795360000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table transcript.carried_removal (
         id uuid primary key,
         transcript_id uuid not null references transcript.transcript on delete cascade,
         workspace_id uuid not null,
         start_ms int not null,
         end_ms int not null,
         speaker_name text not null,
         author text not null)`,
    );
    await runner.query(
      'create index carried_removal_transcript on transcript.carried_removal (transcript_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table transcript.carried_removal');
  }
}
