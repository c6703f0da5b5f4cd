import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateShareLinks1795309000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table ingest.share_link (
         id uuid primary key,
         workspace_id uuid not null,
         recording_id uuid not null references ingest.recording (id) on delete cascade,
         audio boolean not null,
         names boolean not null,
         created_by text not null,
         created_at timestamptz(3) not null,
         expires_at timestamptz(3) not null,
         revoked_at timestamptz(3),
         open_count int not null,
         last_opened_at timestamptz(3))`,
    );
    await runner.query('create index share_link_by_recording on ingest.share_link (recording_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ingest.share_link');
  }
}
