import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dates leave the database with milliseconds: kept so, the index serves the order that cursors go by. */
export class OrderConversations1795200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table chat.conversation alter updated_at type timestamptz(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table chat.conversation alter updated_at type timestamptz');
  }
}
