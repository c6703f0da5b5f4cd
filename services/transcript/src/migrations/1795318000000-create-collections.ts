import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCollections1795318000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES.toReversed()) await runner.query(`drop table transcript.${table}`);
  }
}

const TABLES = [
  'heard_turns',
  'speaking_counts',
  'collection_ref',
  'collection_member',
  'collection_speaker',
  'collection_appearance',
  'collection_decision',
];

const UP = [
  // `[label, startMs, endMs]` each.
  `create table transcript.heard_turns (
     transcript_id uuid primary key references transcript.transcript on delete cascade,
     workspace_id uuid not null,
     turns jsonb not null)`,
  `create table transcript.speaking_counts (
     transcript_id uuid primary key references transcript.transcript on delete cascade,
     workspace_id uuid not null,
     version int not null,
     counts jsonb not null)`,
  `create table transcript.collection_ref (
     collection_id uuid primary key,
     workspace_id uuid not null,
     owner_id uuid,
     name text not null,
     version int not null,
     deleted boolean not null default false,
     unified_version int not null default 0,
     unified_at timestamptz)`,
  `create table transcript.collection_member (
     collection_id uuid not null references transcript.collection_ref,
     recording_id uuid not null,
     workspace_id uuid not null,
     position int not null,
     transcript_id uuid,
     transcript_version int,
     primary key (collection_id, recording_id))`,
  `create index collection_member_recording on transcript.collection_member (recording_id)`,
  `create table transcript.collection_speaker (
     id uuid primary key,
     collection_id uuid not null references transcript.collection_ref,
     workspace_id uuid not null,
     position int not null)`,
  `create index collection_speaker_collection on transcript.collection_speaker (collection_id, position)`,
  `create table transcript.collection_appearance (
     collection_id uuid not null references transcript.collection_ref,
     speaker_id uuid not null references transcript.speaker on delete cascade,
     collection_speaker_id uuid not null references transcript.collection_speaker on delete cascade,
     workspace_id uuid not null,
     reason text not null,
     similarity double precision,
     model text,
     primary key (collection_id, speaker_id))`,
  `create index collection_appearance_speaker on transcript.collection_appearance (speaker_id)`,
  `create table transcript.collection_decision (
     collection_id uuid not null references transcript.collection_ref,
     speaker_id uuid not null references transcript.speaker on delete cascade,
     other_id uuid not null references transcript.speaker on delete cascade,
     workspace_id uuid not null,
     same boolean not null,
     author text not null,
     created_at timestamptz not null,
     primary key (collection_id, speaker_id, other_id))`,
  `create index collection_decision_speaker on transcript.collection_decision (speaker_id)`,
  `create index collection_decision_other on transcript.collection_decision (other_id)`,
];
