import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WithdrawAnswers1795100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allow(runner, `'COMPLETE', 'STREAMING', 'STOPPED', 'INTERRUPTED', 'FAILED', 'WITHDRAWN'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update chat.message set status = 'STOPPED' where status = 'WITHDRAWN'`);
    await allow(runner, `'COMPLETE', 'STREAMING', 'STOPPED', 'INTERRUPTED', 'FAILED'`);
  }
}

async function allow(runner: QueryRunner, statuses: string): Promise<void> {
  await runner.query('alter table chat.message drop constraint message_status_check');
  await runner.query(
    `alter table chat.message add constraint message_status_check check (status in (${statuses}))`,
  );
}
