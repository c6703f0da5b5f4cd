import {
  recordingChanged,
  recordingDeleted,
  transcriptApplied,
  transcriptChanged,
} from '@colloquy/contracts';
import { createDataSource, startPlatform, startSubgraph, type RunningSubgraph } from '@colloquy/subgraph';
import { migrationConfig } from './data-source.ts';
import { embedRecording } from './embedding/embed-recording.definition.ts';
import type { ChatEnv } from './env.ts';
import { indexRecording } from './passage/index-recording.definition.ts';
import { embedHandler, indexHandler } from './passage/index-recording.job.ts';
import { buildChatSchema } from './schema.ts';
import { createServices } from './services.ts';

const name = 'chat';

/** The composition root: one running chat service. */
export async function startChat(env: ChatEnv): Promise<RunningSubgraph> {
  const dataSource = createDataSource({ url: env.DATABASE_URL, ...migrationConfig });
  const platform = await startPlatform({
    name,
    env,
    dataSource,
    handles: [indexRecording, embedRecording],
    consumes: [recordingChanged, recordingDeleted, transcriptChanged],
    publishes: [transcriptApplied],
  });
  const { jobs, bus, log } = platform;
  const services = createServices({ env, dataSource, jobs, bus, log });
  const { recordings, index, embedding, runner } = services;
  jobs.subscribe(recordingChanged, (event) => recordings.applyChange(event));
  jobs.subscribe(recordingDeleted, (event) => recordings.purge(event));
  jobs.subscribe(transcriptChanged, (event) => recordings.noteTranscript(event));
  jobs.handle(indexRecording, indexHandler(index));
  jobs.handle(embedRecording, embedHandler(embedding));
  const subgraph = await startSubgraph({
    name,
    env,
    platform,
    schema: await buildChatSchema(() => services),
    onStop: () => runner.close(),
  });
  await runner.open();
  await recordings.catchUp();
  await embedding?.catchUp();
  return subgraph;
}
