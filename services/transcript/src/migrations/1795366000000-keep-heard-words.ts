import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an engine had heard of what was removed, where people had made another text of it before. */
export class KeepHeardWords1795366000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table transcript.carried_removal add column heard text not null default ''");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table transcript.carried_removal drop column heard');
  }
}
