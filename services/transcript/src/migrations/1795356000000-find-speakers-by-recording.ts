import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Speakers of a recording and of the next, without reading all; and recordings in which there is nothing to listen to. */
export class FindSpeakersByRecording1795356000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index speaker_recording on transcript.speaker (workspace_id, recording_id)');
    await runner.query('alter table transcript.voice_reembedding add column skipped int not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table transcript.voice_reembedding drop column skipped');
    await runner.query('drop index transcript.speaker_recording');
  }
}
