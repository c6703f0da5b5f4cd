import type { MigrationInterface, QueryRunner } from 'typeorm';

export class VoiceRequests1795312000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  'alter table transcript.voice_sample add column problem jsonb',
  // Not tied to recordings: an answer about one that is gone must still be recognised.
  `create table transcript.voice_request (
     id uuid primary key,
     workspace_id uuid not null,
     recording_id uuid not null,
     sample_ids uuid[] not null,
     reembedding boolean not null,
     created_at timestamptz not null)`,
  `create table transcript.profile_enrolment (
     profile_id uuid not null references transcript.speaker_profile on delete cascade,
     recording_id uuid not null,
     workspace_id uuid not null,
     author text not null,
     problem jsonb,
     created_at timestamptz not null,
     primary key (profile_id, recording_id))`,
  'create index profile_enrolment_recording on transcript.profile_enrolment (recording_id)',
  `create table transcript.voice_reembedding (
     workspace_id uuid primary key,
     state text not null,
     model text,
     done int not null,
     total int not null,
     failed int not null,
     last_recording_id uuid,
     problem jsonb,
     started_by text,
     started_at timestamptz,
     finished_at timestamptz)`,
];

const DOWN = [
  'drop table transcript.voice_reembedding',
  'drop table transcript.profile_enrolment',
  'drop table transcript.voice_request',
  'alter table transcript.voice_sample drop column problem',
];
