import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who said that a speaker is not a person, and when. */
export class KeepWhoRejected1795368000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table transcript.identification_rejection add column decided_by text, add column decided_at timestamptz',
    );
    await runner.query(
      `update transcript.identification_rejection rejection
          set decided_by = said.author, decided_at = said.created_at
         from (select distinct on (speaker_id, profile_id)
                      (one->>'speakerId')::uuid as speaker_id, (one->>'profileId')::uuid as profile_id,
                      change.author, change.created_at
                 from transcript.profile_change change
                cross join lateral jsonb_array_elements(change.changes->'rejections') one
                where (one->>'after')::boolean
                order by speaker_id, profile_id, change.id desc) said
        where said.speaker_id = rejection.speaker_id and said.profile_id = rejection.profile_id`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table transcript.identification_rejection drop column decided_by, drop column decided_at',
    );
  }
}
