import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Uploads keep the order they were chosen in; what was made for one collection goes with the last one it is in. */
export class OrderCollectionUploads1795324000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ingest.collection_member add column chosen_at timestamptz(3)');
    await runner.query(
      `update ingest.collection_member member set made_for_it = true
        where not made_for_it and exists (
          select 1 from ingest.collection_member other join ingest.collection on collection.id = other.collection_id
           where other.recording_id = member.recording_id and other.made_for_it and collection.deleted_at is null)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ingest.collection_member drop column chosen_at');
  }
}
