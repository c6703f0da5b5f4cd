import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words that were deleted from a text, and not with a segment: others are said there. */
export class KeepDeletedWords1795365000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table transcript.carried_removal add column of_text boolean not null default false',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table transcript.carried_removal drop column of_text');
  }
}
