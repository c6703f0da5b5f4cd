import type { DataSource } from 'typeorm';
import type { RunEngines } from './processing-run.entity.ts';
import type { EngineSpeeds } from './progress.ts';

/** Before anything was measured: small models on one core. */
const ASSUMED: EngineSpeeds = { diarize: 0.04, transcribe: 0.2 };
const RECENT_RUNS = 20;

/** How fast these engines were in the latest runs of this workspace. */
export async function measuredSpeeds(
  dataSource: DataSource,
  workspaceId: string,
  { recognizer, diarizer }: RunEngines,
): Promise<EngineSpeeds> {
  const speedOf = async (
    stage: 'diarize' | 'transcribe',
    { engine, model }: { engine: string; model: string },
  ) => {
    const [row] = await dataSource.query<{ speed: number | null }[]>(
      `select sum(seconds) / nullif(sum(duration_ms) / 1000.0, 0) as speed
         from (select engine_run.seconds, recording.duration_ms
                 from ingest.engine_run join ingest.recording on recording.id = engine_run.recording_id
                where engine_run.workspace_id = $1 and engine_run.stage = $2 and engine_run.engine = $3 and engine_run.model = $4
                order by engine_run.id desc limit ${RECENT_RUNS}) recent`,
      [workspaceId, stage, engine, model],
    );
    return Number(row?.speed) || ASSUMED[stage];
  };
  return { diarize: await speedOf('diarize', diarizer), transcribe: await speedOf('transcribe', recognizer) };
}
