import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCollections1795316000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['collection_member', 'collection']) await runner.query(`drop table ingest.${table}`);
  }
}

const UP = [
  `create table ingest.collection (
     id uuid primary key,
     workspace_id uuid not null,
     owner_id uuid not null,
     name text not null,
     created_at timestamptz(3) not null,
     expires_at timestamptz(3),
     version int not null,
     deleted_at timestamptz(3)
   )`,
  `create index collection_by_owner on ingest.collection (workspace_id, owner_id, id)`,
  `create table ingest.collection_member (
     collection_id uuid not null references ingest.collection (id) on delete cascade,
     recording_id uuid not null references ingest.recording (id) on delete cascade,
     workspace_id uuid not null,
     position int not null,
     made_for_it boolean not null,
     primary key (collection_id, recording_id)
   )`,
  `create index collection_member_by_recording on ingest.collection_member (recording_id)`,
];
