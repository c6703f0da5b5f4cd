import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which of the carried cuts are parts of one segment that people split: all of them have the id of one. */
export class CarriedParts1795369500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table transcript.carried_cut add column part_of uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table transcript.carried_cut drop column part_of');
  }
}
