import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a text that is saved while it is typed said at each save: every one of them made a version. */
export class KeepSaves1795362000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table transcript.correction add column saves jsonb not null default '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table transcript.correction drop column saves');
  }
}
