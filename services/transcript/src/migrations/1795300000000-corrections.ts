import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Corrections1795300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  // Between any two places there is another, so that a split moves nobody.
  'alter table transcript.segment rename column index to place',
  'alter table transcript.segment alter column place type numeric',
  'alter table transcript.speaker add column absent boolean not null default false',
  `create table transcript.correction (
     id uuid primary key,
     workspace_id uuid not null,
     transcript_id uuid not null references transcript.transcript on delete cascade,
     recording_id uuid not null,
     version int not null,
     kind text not null,
     author text not null,
     reverts uuid references transcript.correction on delete cascade,
     segments jsonb not null,
     speakers jsonb not null,
     created_at timestamptz not null,
     unique (transcript_id, version))`,
  `create table transcript.left_behind (
     id uuid primary key,
     transcript_id uuid not null references transcript.transcript on delete cascade,
     workspace_id uuid not null,
     start_ms int not null,
     end_ms int not null,
     speaker_name text not null,
     text text not null,
     edited_by text not null)`,
  'create index left_behind_transcript on transcript.left_behind (transcript_id, start_ms)',
  `create table transcript.propagation (
     recording_id uuid not null,
     consumer text not null,
     workspace_id uuid not null,
     version int not null,
     applied_at timestamptz not null,
     primary key (recording_id, consumer))`,
  'create index correction_reverts on transcript.correction (reverts) where reverts is not null',
];

const DOWN = [
  'drop table transcript.propagation',
  'drop table transcript.left_behind',
  'drop table transcript.correction',
  'alter table transcript.speaker drop column absent',
  // Whole numbers again, in the same order; first out of the way of the places they take.
  'update transcript.segment set place = -1 - place',
  `update transcript.segment s set place = ranked.place
     from (select id, row_number() over (partition by transcript_id order by place desc) - 1 as place
             from transcript.segment) ranked
    where ranked.id = s.id`,
  'alter table transcript.segment alter column place type int',
  'alter table transcript.segment rename column place to index',
];
