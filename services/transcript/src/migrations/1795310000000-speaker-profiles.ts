import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SpeakerProfiles1795310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `create table transcript.voice_profile_settings (
     workspace_id uuid primary key,
     enabled boolean not null,
     reason text,
     changed_by text not null,
     changed_at timestamptz not null)`,
  `create table transcript.speaker_profile (
     id uuid primary key,
     workspace_id uuid not null,
     name text not null,
     search_name text not null,
     created_at timestamptz not null,
     updated_at timestamptz not null)`,
  'create index speaker_profile_name on transcript.speaker_profile (workspace_id, search_name, id)',
  // No foreign key: a correction may bring back a speaker of a profile that is gone.
  'alter table transcript.speaker add column profile_id uuid',
  'create index speaker_of_profile on transcript.speaker (profile_id) where profile_id is not null',
  `create table transcript.voice_sample (
     id uuid primary key,
     workspace_id uuid not null,
     profile_id uuid not null references transcript.speaker_profile on delete cascade,
     recording_id uuid,
     speaker_id uuid references transcript.speaker on delete set null,
     origin text not null,
     intervals jsonb not null,
     speech_ms int not null,
     added_by text not null,
     created_at timestamptz not null,
     removed_at timestamptz,
     outdated boolean not null default false)`,
  'create index voice_sample_profile on transcript.voice_sample (profile_id)',
  'create index voice_sample_recording on transcript.voice_sample (recording_id)',
  'create index voice_sample_speaker on transcript.voice_sample (speaker_id)',
  `create table transcript.voice_vector (
     sample_id uuid not null references transcript.voice_sample on delete cascade,
     model text not null,
     workspace_id uuid not null,
     dimensions int not null check (dimensions = vector_dims(embedding)),
     embedding vector not null,
     speech_ms int not null,
     created_at timestamptz not null,
     primary key (sample_id, model))`,
  `create table transcript.profile_centroid (
     profile_id uuid not null references transcript.speaker_profile on delete cascade,
     model text not null,
     workspace_id uuid not null,
     dimensions int not null check (dimensions = vector_dims(embedding)),
     embedding vector not null,
     sample_count int not null,
     primary key (profile_id, model))`,
  `create table transcript.speaker_identification (
     speaker_id uuid primary key references transcript.speaker on delete cascade,
     workspace_id uuid not null,
     recording_id uuid not null,
     outcome text not null,
     profile_id uuid references transcript.speaker_profile on delete cascade,
     confidence double precision not null,
     similarity double precision,
     model text,
     alternatives jsonb not null,
     decided_by text,
     decided_at timestamptz not null)`,
  'create index speaker_identification_profile on transcript.speaker_identification (profile_id)',
  `create table transcript.identification_rejection (
     speaker_id uuid not null references transcript.speaker on delete cascade,
     profile_id uuid not null references transcript.speaker_profile on delete cascade,
     workspace_id uuid not null,
     primary key (speaker_id, profile_id))`,
  'create index identification_rejection_profile on transcript.identification_rejection (profile_id)',
  `create table transcript.profile_change (
     id uuid primary key,
     workspace_id uuid not null,
     profile_id uuid,
     kind text not null,
     author text not null,
     reverts uuid references transcript.profile_change on delete cascade,
     changes jsonb not null,
     created_at timestamptz not null)`,
  'create index profile_change_of on transcript.profile_change (workspace_id, profile_id, id)',
  'create index profile_change_reverts on transcript.profile_change (reverts) where reverts is not null',
];

const DOWN = [
  'drop table transcript.profile_change',
  'drop table transcript.identification_rejection',
  'drop table transcript.speaker_identification',
  'drop table transcript.profile_centroid',
  'drop table transcript.voice_vector',
  'drop table transcript.voice_sample',
  'alter table transcript.speaker drop column profile_id',
  'drop table transcript.speaker_profile',
  'drop table transcript.voice_profile_settings',
];
