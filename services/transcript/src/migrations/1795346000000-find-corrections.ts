import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which segments and speakers a correction changed, found without reading every correction of a transcript. */
export class FindCorrections1795346000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const what of ['segment', 'speaker'])
      await runner.query(
        `create index correction_${what}_ids on transcript.correction
           using gin (jsonb_path_query_array(${what}s, '$[*].${what}Id'))`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index transcript.correction_speaker_ids');
    await runner.query('drop index transcript.correction_segment_ids');
  }
}
