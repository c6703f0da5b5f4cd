import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddRecordingUpdatedAt1795276800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ingest.recording add column updated_at timestamptz(3)');
    await runner.query('update ingest.recording set updated_at = created_at');
    await runner.query(
      'alter table ingest.recording alter column updated_at set default now(), alter column updated_at set not null',
    );
    await runner.query('create index recording_by_change on ingest.recording (workspace_id, updated_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ingest.recording drop column updated_at');
  }
}
