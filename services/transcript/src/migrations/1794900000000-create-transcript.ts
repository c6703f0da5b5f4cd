import type { MigrationInterface, QueryRunner } from 'typeorm';

const EXTENSIONS = {
  vector: 'keeps the voices of speakers',
  pg_trgm: 'finds similar spellings when a search matches nothing',
};

export class CreateTranscript1794900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, purpose] of Object.entries(EXTENSIONS)) await createExtension(runner, name, purpose);
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

async function createExtension(runner: QueryRunner, name: string, purpose: string): Promise<void> {
  try {
    await runner.query(`create extension if not exists ${name}`);
  } catch (cause) {
    throw new Error(
      `The database does not let this user create the extension ${name}, which ${purpose} (${String((cause as Error).message)}). ` +
        `Install it on the server (Debian: postgresql-contrib for pg_trgm, postgresql-<version>-pgvector for vector) and ` +
        `run \`create extension ${name}\` as a superuser, or leave DATABASE_URL unset to use the embedded database.`,
      { cause },
    );
  }
}

const UP = [
  // to_tsvector with the configuration's name is only "stable": names could be redefined. The built-in ones are not.
  `create function transcript.search_vector_of(config text, body text) returns tsvector
     language sql immutable strict parallel safe
     return pg_catalog.to_tsvector(config::pg_catalog.regconfig, body)`,
  `create table transcript.recording_ref (
     recording_id uuid primary key,
     workspace_id uuid not null,
     title text not null,
     language text,
     recorded_at timestamptz,
     created_at timestamptz not null,
     hidden boolean not null default false,
     purged boolean not null default false)`,
  `create index recording_ref_workspace on transcript.recording_ref (workspace_id)`,
  `create table transcript.transcript (
     id uuid primary key,
     workspace_id uuid not null,
     recording_id uuid not null references transcript.recording_ref,
     run_id uuid not null unique,
     version int not null,
     is_current boolean not null,
     language text not null,
     search_config text not null,
     duration_ms int not null,
     segment_count int not null,
     word_count int not null,
     created_at timestamptz not null,
     updated_at timestamptz not null)`,
  `create index transcript_recording on transcript.transcript (recording_id)`,
  `create unique index transcript_one_current on transcript.transcript (recording_id) where is_current`,
  `create table transcript.speaker (
     id uuid primary key,
     workspace_id uuid not null,
     transcript_id uuid not null references transcript.transcript on delete cascade,
     recording_id uuid not null,
     position int not null,
     label text not null,
     name text,
     search_name text not null,
     talk_time_ms int not null,
     share double precision not null,
     segment_count int not null,
     suggested_role text,
     unique (transcript_id, position),
     unique (transcript_id, label))`,
  `create table transcript.segment (
     id uuid primary key,
     workspace_id uuid not null,
     transcript_id uuid not null references transcript.transcript on delete cascade,
     recording_id uuid not null,
     speaker_id uuid not null references transcript.speaker,
     index int not null,
     start_ms int not null,
     end_ms int not null,
     text text not null,
     words jsonb not null,
     version int not null,
     edited_at timestamptz,
     edited_by text,
     search_config text not null,
     search_text text not null,
     search_vector tsvector not null generated always as (transcript.search_vector_of(search_config, search_text)) stored,
     check (start_ms <= end_ms),
     unique (transcript_id, index))`,
  `create index segment_speaker on transcript.segment (speaker_id)`,
  // A pending list would have to be read through by every search until the next vacuum.
  `create index segment_search_vector on transcript.segment using gin (search_vector) with (fastupdate = off)`,
  `create index segment_search_trigrams on transcript.segment using gin (search_text gin_trgm_ops) with (fastupdate = off)`,
  `create table transcript.speaker_embedding (
     speaker_id uuid not null references transcript.speaker on delete cascade,
     model text not null,
     workspace_id uuid not null,
     recording_id uuid not null,
     dimensions int not null check (dimensions = vector_dims(embedding)),
     embedding vector not null,
     speech_ms int not null,
     primary key (speaker_id, model))`,
];

const DOWN = [
  'drop table transcript.speaker_embedding',
  'drop table transcript.segment',
  'drop table transcript.speaker',
  'drop table transcript.transcript',
  'drop table transcript.recording_ref',
  'drop function transcript.search_vector_of',
];
