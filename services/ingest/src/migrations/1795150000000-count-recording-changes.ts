import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountRecordingChanges1795150000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ingest.recording add column version int not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ingest.recording drop column version');
  }
}
