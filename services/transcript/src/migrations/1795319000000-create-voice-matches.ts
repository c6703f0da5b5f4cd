import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVoiceMatches1795319000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table transcript.voice_match (
         speaker_id uuid not null references transcript.speaker on delete cascade,
         workspace_id uuid not null,
         local text not null,
         start_ms int not null,
         end_ms int not null,
         decision text not null,
         similarity double precision,
         threshold double precision not null,
         alternatives jsonb not null,
         model text,
         primary key (speaker_id, start_ms, local))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table transcript.voice_match');
  }
}
