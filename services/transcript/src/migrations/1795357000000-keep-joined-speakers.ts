import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a speaker was joined with. */
export class KeepJoinedSpeakers1795357000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table transcript.speaker add column joined_into uuid references transcript.speaker on delete set null',
    );
    await runner.query(
      'create index speaker_joined on transcript.speaker (joined_into) where joined_into is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table transcript.speaker drop column joined_into');
  }
}
