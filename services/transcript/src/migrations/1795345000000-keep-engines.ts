import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepEngines1795345000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table transcript.transcript add column engines jsonb not null default '[]'`);
    // The history goes over all transcripts of a recording.
    await runner.query('create index correction_recording on transcript.correction (recording_id, version)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index transcript.correction_recording');
    await runner.query('alter table transcript.transcript drop column engines');
  }
}
