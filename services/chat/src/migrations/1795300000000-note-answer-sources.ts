import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoteAnswerSources1795300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table chat.message add column source_recording_ids uuid[] not null default '{}'`,
    );
    // Of earlier answers only what they quote is known.
    await runner.query(
      `update chat.message set source_recording_ids = quoted.ids
         from (select message_id, array_agg(distinct recording_id) as ids from chat.citation group by message_id) quoted
        where message.id = quoted.message_id`,
    );
    await runner.query('create index message_sources on chat.message using gin (source_recording_ids)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table chat.message drop column source_recording_ids');
  }
}
