import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepVoiceMatches1795306000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "alter table ingest.processing_job add column voice_matches jsonb not null default '[]'",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ingest.processing_job drop column voice_matches');
  }
}
