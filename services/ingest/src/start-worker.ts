import { join } from 'node:path';
import { recordingChanged, recordingTranscribed, voiceEmbedded, voiceRequested } from '@colloquy/contracts';
import { decodeAudio, scratchDir, sweepScratch } from '@colloquy/engines';
import { openLocalFolder } from '@colloquy/storage';
import { createDataSource, startPlatform, stopOnSignal, type Platform } from '@colloquy/subgraph';
import { migrationConfig } from './data-source.ts';
import type { WorkerEnv } from './env.ts';
import type { AudioDecoder } from './processing/audio-decoder.ts';
import { chunkStep, type SpeechEngines } from './processing/chunk.step.ts';
import { prepareStep } from './processing/prepare.step.ts';
import { chunkStepJob, shortStepJob } from './processing/processing-step.job.ts';
import { publishStep } from './processing/publish.step.ts';
import { RunStore } from './processing/run.store.ts';
import { StepRunner } from './processing/step-runner.ts';
import { VoiceEmbedding, type VoiceEngines } from './voice/voice-embedding.ts';
import { deliverWebhookJob } from './webhook/deliver-webhook.definition.ts';

export type OpenedEngines = SpeechEngines & VoiceEngines & { close(): Promise<void> };

/**
 * The speech worker: carries out steps of runs until it is told to stop.
 * @param open opens the engines, when the first piece is to be recognised
 */
export async function startWorker(env: WorkerEnv, open: () => Promise<OpenedEngines>): Promise<Platform> {
  await sweepScratch(scratchDir(env));
  const storage = await openLocalFolder(join(env.COLLOQUY_DATA, 'storage'));
  const chunkJob = {
    ...chunkStepJob,
    options: { ...chunkStepJob.options, concurrency: env.WORKER_CONCURRENCY },
  };
  const dataSource = createDataSource({ url: env.DATABASE_URL, ...migrationConfig });
  const platform = await startPlatform({
    name: 'ingest-worker',
    env,
    dataSource,
    handles: [shortStepJob, chunkJob],
    enqueues: [deliverWebhookJob],
    consumes: [voiceRequested],
    publishes: [recordingTranscribed, recordingChanged, voiceEmbedded],
  });
  const { jobs, bus, log } = platform;

  let opened: Promise<OpenedEngines> | undefined;
  const engines = async (): Promise<OpenedEngines> => {
    opened ??= open();
    // Asked again for the next piece: what was missing may have been installed by then.
    opened.catch(() => (opened = undefined));
    return opened;
  };

  const decode: AudioDecoder = (input, pcm, options) =>
    decodeAudio(input, pcm, { ...options, ffmpegPath: env.FFMPEG_PATH });
  const maxDurationMs = env.MAX_DURATION_HOURS * 3_600_000;
  const voices = new VoiceEmbedding({
    dataSource,
    jobs,
    storage,
    decode,
    maxDurationMs,
    engines,
    scratchDir: scratchDir(env),
  });
  const runner = new StepRunner(new RunStore(dataSource, jobs, bus), storage, bus, {
    PREPARE: prepareStep({
      storage,
      jobs,
      scratchDir: scratchDir(env),
      decode,
      maxDurationMs,
      chunkMs: env.PROCESSING_CHUNK_MINUTES * 60_000,
    }),
    CHUNK: chunkStep({
      storage,
      dataSource,
      engines,
      diarizationTimeoutMs: env.DIARIZATION_TIMEOUT_SECONDS * 1000,
      transcriptionTimeoutMs: env.TRANSCRIPTION_TIMEOUT_SECONDS * 1000,
    }),
    PUBLISH: publishStep({ storage, dataSource, jobs }),
  });
  jobs.handle(shortStepJob, (step, context) => runner.run(step, context));
  jobs.handle(chunkJob, (step, context) => runner.run(step, context));
  jobs.subscribe(voiceRequested, (request, { signal }) => voices.answer(request, signal), {
    givenUp: (request) => voices.giveUp(request),
  });
  await jobs.start();
  log.info({ concurrency: env.WORKER_CONCURRENCY }, 'the worker is ready');
  stopOnSignal(log, async () => {
    await platform.close();
    await (await opened)?.close();
  });
  return platform;
}
