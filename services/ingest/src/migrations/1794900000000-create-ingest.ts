import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIngest1794900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['engine_run', 'chunk_result', 'processing_job', 'recording'])
      await runner.query(`drop table ingest.${table}`);
  }
}

const UP = [
  `create table ingest.recording (
     id uuid primary key,
     workspace_id uuid not null,
     title text not null check (length(title) between 1 and 300),
     status text not null check (status in ('UPLOADED', 'QUEUED', 'PROCESSING', 'READY', 'FAILED', 'CANCELLED')),
     source text not null check (source in ('UPLOAD', 'IMPORT', 'SAMPLE')),
     created_at timestamptz(3) not null,
     recorded_at timestamptz(3),
     duration_ms int check (duration_ms >= 0),
     size_bytes bigint check (size_bytes >= 0),
     file_name text,
     format text,
     media_type text,
     language text,
     expected_speakers int check (expected_speakers between 1 and 20),
     sha256 text,
     duplicate_of_id uuid references ingest.recording (id) on delete set null,
     upload_id text unique,
     has_peaks boolean not null default false,
     run_id uuid,
     problem jsonb,
     deleted_at timestamptz(3)
   )`,
  `create index recording_by_creation on ingest.recording (workspace_id, created_at, id)`,
  `create index recording_by_content on ingest.recording (workspace_id, sha256)`,
  `create index recording_duplicates on ingest.recording (duplicate_of_id) where duplicate_of_id is not null`,
  `create table ingest.processing_job (
     id uuid primary key,
     workspace_id uuid not null,
     recording_id uuid not null references ingest.recording (id) on delete cascade,
     stage text not null,
     progress real not null default 0 check (progress between 0 and 1),
     message text not null,
     eta_seconds int,
     attempt int not null,
     started_at timestamptz(3),
     finished_at timestamptz(3),
     created_at timestamptz(3) not null,
     next_step text not null check (next_step in ('PREPARE', 'CHUNK', 'PUBLISH')),
     step_number int not null default 0,
     step_starts int not null default 0,
     step_failures int not null default 0,
     chunks jsonb,
     chunks_done int not null default 0,
     voices jsonb not null default '[]',
     engines jsonb,
     measured_at timestamptz(3),
     measured_progress real not null default 0
   )`,
  `create index processing_job_by_recording on ingest.processing_job (recording_id)`,
  `create table ingest.chunk_result (
     run_id uuid not null references ingest.processing_job (id) on delete cascade,
     index int not null,
     workspace_id uuid not null,
     interval jsonb not null,
     turns jsonb not null,
     words jsonb not null,
     language text,
     diarize_seconds real not null,
     transcribe_seconds real not null,
     created_at timestamptz(3) not null,
     primary key (run_id, index)
   )`,
  `create table ingest.engine_run (
     id uuid primary key,
     workspace_id uuid not null,
     recording_id uuid not null references ingest.recording (id) on delete cascade,
     run_id uuid not null,
     stage text not null,
     engine text not null,
     model text not null,
     version text not null,
     seconds real not null
   )`,
  `create index engine_run_by_run on ingest.engine_run (run_id)`,
  `create index engine_run_by_recording on ingest.engine_run (recording_id)`,
];
