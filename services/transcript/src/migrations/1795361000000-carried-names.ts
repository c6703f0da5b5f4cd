import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Speakers whose name, or that they have none, people chose before the recording was processed again. */
export class CarriedNames1795361000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table transcript.speaker add column name_carried boolean not null default false',
    );
    // Until now a name came along wherever the engine gave none.
    await runner.query(
      `update transcript.speaker later set name_carried = true
         from transcript.speaker_successor same join transcript.speaker earlier on earlier.id = same.earlier_id
        where same.later_id = later.id and later.name = earlier.name`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table transcript.speaker drop column name_carried');
  }
}
