import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who a speaker is not, as a person said in a collection: a `profile:` or a `name:`. */
export class DenyCollectionNames1795325000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table transcript.collection_denial (
         collection_id uuid not null references transcript.collection_ref,
         speaker_id uuid not null references transcript.speaker on delete cascade,
         identity text not null,
         workspace_id uuid not null,
         primary key (collection_id, speaker_id, identity))`,
    );
    await runner.query('create index collection_denial_speaker on transcript.collection_denial (speaker_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table transcript.collection_denial');
  }
}
