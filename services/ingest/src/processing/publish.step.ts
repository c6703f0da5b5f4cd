import { recordingTranscribed, transcriptionResult, type TranscriptionResult } from '@colloquy/contracts';
import type { Storage } from '@colloquy/storage';
import { newId, type JobQueue } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { publishRecordingChanged } from '../recording/recording-event.ts';
import { ProcessingStage, RecordingSource } from '../recording/recording-status.ts';
import { importedResult } from '../transcript-import/imported-result.ts';
import { ChunkResult } from './chunk-result.entity.ts';
import { EngineRun } from './engine-run.entity.ts';
import { PUBLISH_SPAN } from './progress.ts';
import { recognizedResult } from './recognized-result.ts';
import type { StepHandler } from './step-runner.ts';
import { resultKey } from './storage-keys.ts';

interface PublishOptions {
  storage: Storage;
  dataSource: DataSource;
  jobs: JobQueue;
}

/** Puts the result together, stores it beside the audio, and hands it over to the transcript service. */
export function publishStep({ storage, dataSource, jobs }: PublishOptions): StepHandler {
  return async ({ recording, run, progress }) => {
    progress.begin({
      stage: ProcessingStage.PUBLISH,
      message: 'Putting the transcript together',
      span: PUBLISH_SPAN,
    });
    const result: TranscriptionResult =
      recording.source === RecordingSource.IMPORT
        ? await importedResult(storage, recording, run.id)
        : recognizedResult(
            recording,
            run,
            await dataSource.manager.find(ChunkResult, {
              where: { runId: run.id, workspaceId: run.workspaceId },
              order: { index: 'ASC' },
            }),
          );
    const key = resultKey(recording.id, run.id);
    await storage.put(key, JSON.stringify(transcriptionResult.parse(result)));

    const { workspaceId, id: recordingId } = recording;
    const engineRuns = result.engines.map((engine) => ({
      ...engine,
      id: newId(),
      workspaceId,
      recordingId,
      runId: run.id,
    }));
    return {
      next: null,
      run: {
        stage: ProcessingStage.PUBLISH,
        progress: PUBLISH_SPAN.to,
        message: 'Handing over to the transcript',
        etaSeconds: null,
      },
      recording: {
        language: recording.language ?? result.language,
        durationMs: recording.durationMs ?? result.durationMs,
      },
      save: async (tx, changed) => {
        await tx.insert(EngineRun, engineRuns);
        await publishRecordingChanged(tx, jobs, changed);
        await jobs.publish(tx, recordingTranscribed, {
          workspaceId,
          recordingId,
          runId: run.id,
          resultKey: key,
        });
      },
    };
  };
}
