import type { Diarizer, Recognizer } from '@colloquy/engines';
import { lengthMs } from '@colloquy/speech';
import { StorageError, type Storage } from '@colloquy/storage';
import type { DataSource } from 'typeorm';
import { ProcessingStage } from '../recording/recording-status.ts';
import { ChunkResult } from './chunk-result.entity.ts';
import { comparable, matchVoices } from './match-voices.ts';
import { WAITING_FOR_TURN, type ProcessingRun, type RunEngines } from './processing-run.entity.ts';
import { measuredSpeeds } from './engine-speed.ts';
import { ALIGN_SHARE, at, chunkSpan, engineShares, within, type Span } from './progress.ts';
import type { StepOutcome } from './run.store.ts';
import type { StepContext, StepHandler } from './step-runner.ts';
import { pcmKey } from './storage-keys.ts';

export interface SpeechEngines {
  recognizer: Recognizer;
  diarizer: Diarizer;
}

interface ChunkOptions {
  storage: Storage;
  dataSource: DataSource;
  /** Opened when first needed. Rejects with EngineError when none can be used here. */
  engines: () => Promise<SpeechEngines>;
  diarizationTimeoutMs: number;
  transcriptionTimeoutMs: number;
}

/** Who speaks and what is said in the next piece of a recording. */
export function chunkStep(options: ChunkOptions): StepHandler {
  return async (context) => {
    const engines = await options.engines();
    const audio = pcmKey(context.recording.id, context.run.id);
    try {
      return await options.storage.localPath(audio, (pcmPath) =>
        recognize(context, engines, pcmPath, options),
      );
    } catch (error) {
      // Somebody cleaned the data folder: the source is still there, so the audio is decoded again.
      if (error instanceof StorageError && error.code === 'NOT_FOUND') return { next: 'PREPARE' };
      throw error;
    }
  };
}

async function recognize(
  { recording, run, progress, signal }: StepContext,
  engines: SpeechEngines,
  pcmPath: string,
  options: ChunkOptions,
): Promise<StepOutcome> {
  const used = describe(engines);
  // Pieces of other engines are of no use: voices of different models cannot be compared.
  const startsOver = run.engines !== null && !sameEngines(run.engines, used);
  const index = startsOver ? 0 : run.chunksDone;
  const known = startsOver ? [] : run.voices;
  const chunks = run.chunks ?? [];
  const chunk = chunks[index];
  if (!chunk) return { next: 'PUBLISH' };

  const slice = { pcmPath, ...chunk };
  const span = chunkSpan(chunks, index);
  const part = chunks.length > 1 ? ` (part ${index + 1} of ${chunks.length})` : '';
  const speeds = await measuredSpeeds(options.dataSource, run.workspaceId, used);
  const shares = engineShares(speeds);
  const begin = (stage: ProcessingStage, what: string, share: Span, speed: number) =>
    progress.begin({
      stage,
      message: `${what}${part}`,
      span: within(span, share),
      expectedSeconds: (speed * lengthMs(chunk)) / 1000,
    });

  const diarization = await engines.diarizer.diarize(slice, {
    signal,
    onProgress: begin(ProcessingStage.DIARIZE, 'Working out who speaks', shares.diarize, speeds.diarize),
    timeoutMs: options.diarizationTimeoutMs,
    ...(recording.expectedSpeakers !== null && { expectedSpeakers: recording.expectedSpeakers }),
    ...(recording.language !== null && { language: recording.language }),
    references: comparable(known),
  });

  const recognition = await engines.recognizer.recognize(slice, diarization.regions, {
    signal,
    onProgress: begin(
      ProcessingStage.TRANSCRIBE,
      'Writing down what is said',
      shares.transcribe,
      speeds.transcribe,
    ),
    timeoutMs: options.transcriptionTimeoutMs,
    ...(recording.language !== null && { language: recording.language }),
  });

  begin(ProcessingStage.ALIGN, 'Joining words and speakers', ALIGN_SHARE, 0);
  const { turns, voices, matches } = matchVoices(diarization, known, {
    threshold: engines.diarizer.embedder.similarityThreshold,
    expectedSpeakers: recording.expectedSpeakers,
  });
  const result: ChunkResult = {
    runId: run.id,
    index,
    workspaceId: run.workspaceId,
    interval: chunk,
    turns,
    words: recognition.words,
    language: recognition.language,
    diarizeSeconds: diarization.seconds,
    transcribeSeconds: recognition.seconds,
    createdAt: new Date(),
  };
  const chunksDone = index + 1;
  const more = chunksDone < chunks.length;
  return {
    next: more ? 'CHUNK' : 'PUBLISH',
    run: {
      chunksDone,
      voices,
      voiceMatches: [
        ...(startsOver ? [] : run.voiceMatches),
        ...matches.map((match) => ({ ...chunk, ...match })),
      ],
      engines: used,
      progress: Math.max(run.progress, at(span, 1)),
      ...(more && { message: WAITING_FOR_TURN }),
    },
    save: async (tx) => {
      if (startsOver) await tx.delete(ChunkResult, { runId: run.id, workspaceId: run.workspaceId });
      await tx.upsert(ChunkResult, result, ['runId', 'index']);
    },
  };
}

function describe({ recognizer, diarizer }: SpeechEngines): RunEngines {
  return {
    recognizer: { ...recognizer.info },
    diarizer: { ...diarizer.info },
    embedder: diarizer.embedder.model,
  };
}

function sameEngines(a: NonNullable<ProcessingRun['engines']>, b: RunEngines): boolean {
  const names = ({ recognizer, diarizer, embedder }: RunEngines) =>
    JSON.stringify([
      recognizer.engine,
      recognizer.model,
      recognizer.version,
      diarizer.engine,
      diarizer.model,
      diarizer.version,
      embedder,
    ]);
  return names(a) === names(b);
}
