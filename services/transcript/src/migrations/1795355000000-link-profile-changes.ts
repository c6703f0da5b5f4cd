import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which correction says in a transcript what a change of a profile says: both are taken back as one. */
export class LinkProfileChanges1795355000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table transcript.profile_change drop column correction_id');
  }
}

const UP = [
  `alter table transcript.profile_change
     add column correction_id uuid references transcript.correction on delete set null`,
  // Until now they were written one after the other in a transaction, about one speaker.
  `update transcript.profile_change change set correction_id = correction.id
     from transcript.correction
    where correction.workspace_id = change.workspace_id and correction.kind = 'speaker-identified'
      and correction.author = change.author
      and jsonb_array_length(correction.speakers) = 1 and jsonb_array_length(change.changes->'speakers') = 1
      and correction.speakers->0->'speakerId' = change.changes->'speakers'->0->'speakerId'
      and correction.speakers->0->'after' = change.changes->'speakers'->0->'after'
      and correction.created_at between change.created_at - interval '1 second' and change.created_at + interval '1 second'
      and change.kind in ('CREATED', 'ASSIGNED', 'UNASSIGNED', 'REJECTED', 'IDENTIFIED', 'UNDONE')`,
  'create index profile_change_correction on transcript.profile_change (correction_id) where correction_id is not null',
];
