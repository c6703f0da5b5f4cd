import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateChat1794900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createVectorExtension(runner);
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

async function createVectorExtension(runner: QueryRunner): Promise<void> {
  try {
    await runner.query('create extension if not exists vector');
  } catch (cause) {
    throw new Error(
      `The database does not let this user create the extension vector, which keeps passage embeddings (${(cause as Error).message}). ` +
        'Install pgvector on the server (Debian: postgresql-<version>-pgvector) and run `create extension vector` as a ' +
        'superuser, or leave DATABASE_URL unset to use the embedded database.',
      { cause },
    );
  }
}

const UP = [
  `create function chat.term_frequencies_of(body tsvector) returns jsonb
     language sql immutable strict parallel safe
     return (select coalesce(jsonb_object_agg(lexeme, coalesce(array_length(positions, 1), 1)), '{}') from unnest(body))`,
  `create table chat.recording_ref (
     recording_id uuid primary key,
     workspace_id uuid not null,
     title text not null,
     recorded_at timestamptz,
     created_at timestamptz not null,
     hidden boolean not null default false,
     purged boolean not null default false,
     wanted_version int not null default 0,
     indexed_version int not null default 0,
     indexed_transcript_id uuid)`,
  `create index recording_ref_workspace on chat.recording_ref (workspace_id)`,
  `create table chat.passage (
     id uuid primary key,
     workspace_id uuid not null,
     recording_id uuid not null references chat.recording_ref on delete cascade,
     ordinal int not null,
     configuration text not null,
     body text not null,
     content_hash text not null,
     search_vector tsvector not null,
     term_frequencies jsonb not null,
     length int not null,
     word_count int not null,
     speaker_words jsonb not null,
     start_ms int not null,
     end_ms int not null,
     parts jsonb not null)`,
  `create index passage_recording on chat.passage (recording_id, ordinal)`,
  // A pending list would have to be read through by every question until the next vacuum.
  `create index passage_search_vector on chat.passage using gin (search_vector) with (fastupdate = off)`,
  `create table chat.term_statistic (
     workspace_id uuid not null,
     configuration text not null,
     term text not null,
     passages int not null,
     primary key (workspace_id, configuration, term))`,
  `create table chat.corpus_statistic (
     workspace_id uuid not null,
     configuration text not null,
     passages int not null,
     total_length bigint not null,
     primary key (workspace_id, configuration))`,
  // The dimension depends on the model; each model gets a partial HNSW index when it is first used.
  `create table chat.passage_embedding (
     passage_id uuid not null references chat.passage on delete cascade,
     model text not null,
     workspace_id uuid not null,
     dimensions int not null check (dimensions = vector_dims(embedding)),
     embedding vector not null,
     primary key (passage_id, model))`,
  `create table chat.conversation (
     id uuid primary key,
     workspace_id uuid not null,
     created_by uuid not null,
     title text not null,
     recording_ids uuid[] not null,
     created_at timestamptz not null,
     updated_at timestamptz not null)`,
  `create index conversation_recent on chat.conversation (workspace_id, updated_at desc, id desc)`,
  `create table chat.message (
     id uuid primary key,
     workspace_id uuid not null,
     conversation_id uuid not null references chat.conversation on delete cascade,
     position int not null,
     role text not null check (role in ('USER', 'ASSISTANT')),
     status text not null check (status in ('COMPLETE', 'STREAMING', 'STOPPED', 'INTERRUPTED', 'FAILED')),
     text text not null,
     engine text,
     problem jsonb,
     options jsonb,
     -- Whoever writes the answer renews this; an answer whose time has run out has lost its writer.
     leased_until timestamptz,
     created_at timestamptz not null,
     unique (conversation_id, position))`,
  `create index message_streaming on chat.message (leased_until) where status = 'STREAMING'`,
  `create table chat.citation (
     message_id uuid not null references chat.message on delete cascade,
     index int not null,
     workspace_id uuid not null,
     recording_id uuid not null,
     segment_id uuid not null,
     start_ms int not null,
     end_ms int not null,
     quote text not null,
     speaker_name text not null,
     recording_title text not null,
     primary key (message_id, index))`,
  `create index citation_recording on chat.citation (recording_id)`,
];

const DOWN = [
  'drop table chat.citation',
  'drop table chat.message',
  'drop table chat.conversation',
  'drop table chat.passage_embedding',
  'drop table chat.corpus_statistic',
  'drop table chat.term_statistic',
  'drop table chat.passage',
  'drop table chat.recording_ref',
  'drop function chat.term_frequencies_of',
];
