import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of earlier answers only the names are known. */
export class NoteCitedSpeakers1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table chat.citation add column speaker_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table chat.citation drop column speaker_id');
  }
}
