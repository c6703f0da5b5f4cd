import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindVoicesByWorkspace1795363000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index profile_centroid_workspace on transcript.profile_centroid (workspace_id)',
    );
    await runner.query(
      'create index speaker_embedding_workspace on transcript.speaker_embedding (workspace_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index transcript.speaker_embedding_workspace');
    await runner.query('drop index transcript.profile_centroid_workspace');
  }
}
