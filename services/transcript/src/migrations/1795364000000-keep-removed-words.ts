import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was removed, so that only that is removed again; empty where it was removed before this was kept. */
export class KeepRemovedWords1795364000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table transcript.carried_removal add column text text not null default ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table transcript.carried_removal drop column text');
  }
}
