import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who of a transcript that was replaced is who in the one that replaced it. */
export class KeepSpeakerSuccessors1795326000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table transcript.speaker_successor (
         earlier_id uuid not null references transcript.speaker on delete cascade,
         later_id uuid not null references transcript.speaker on delete cascade,
         workspace_id uuid not null,
         primary key (earlier_id, later_id))`,
    );
    await runner.query('create index speaker_successor_later on transcript.speaker_successor (later_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table transcript.speaker_successor');
  }
}
