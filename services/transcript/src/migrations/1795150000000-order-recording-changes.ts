import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OrderRecordingChanges1795150000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table transcript.recording_ref add column version int not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table transcript.recording_ref drop column version');
  }
}
