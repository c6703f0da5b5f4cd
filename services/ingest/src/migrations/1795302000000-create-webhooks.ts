import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWebhooks1795302000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['webhook_delivery', 'webhook']) await runner.query(`drop table ingest.${table}`);
  }
}

const UP = [
  `create table ingest.webhook (
     id uuid primary key,
     workspace_id uuid not null,
     url text not null,
     description text,
     events text[] not null check (cardinality(events) > 0),
     enabled boolean not null,
     secret text not null,
     previous_secret text,
     previous_secret_until timestamptz(3),
     created_at timestamptz(3) not null
   )`,
  `create index webhook_by_workspace on ingest.webhook (workspace_id, id)`,
  `create table ingest.webhook_delivery (
     id uuid primary key,
     workspace_id uuid not null,
     webhook_id uuid not null references ingest.webhook (id) on delete cascade,
     type text not null,
     recording_id uuid,
     body text not null,
     covers text[] not null,
     status text not null check (status in ('PENDING', 'DELIVERED', 'DEAD_LETTER')),
     attempts int not null,
     retries int not null,
     created_at timestamptz(3) not null,
     begun_at timestamptz(3),
     last_attempt_at timestamptz(3),
     next_attempt_at timestamptz(3),
     response_status int,
     response_body text,
     error text
   )`,
  `create index webhook_delivery_log on ingest.webhook_delivery (webhook_id, id)`,
  `create index webhook_delivery_by_status on ingest.webhook_delivery (webhook_id, status, id)`,
  `create index webhook_delivery_by_recording on ingest.webhook_delivery (recording_id, webhook_id)`,
  `create index webhook_delivery_by_age on ingest.webhook_delivery (created_at)`,
];
