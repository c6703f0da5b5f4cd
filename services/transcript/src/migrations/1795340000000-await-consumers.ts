import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The version that a consumer is asked to apply, where not every version concerns it. */
export class AwaitConsumers1795340000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table transcript.propagation add column awaited int');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table transcript.propagation drop column awaited');
  }
}
