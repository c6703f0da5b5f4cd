import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  collectionChanged,
  collectionDeleted,
  recordingChanged,
  recordingDeleted,
  speakerIdentified,
  transcriptChanged,
  transcriptImportFailed,
} from '@colloquy/contracts';
import { openLocalFolder } from '@colloquy/storage';
import { createDataSource, startPlatform, startSubgraph, type RunningSubgraph } from '@colloquy/subgraph';
import { graphqlUploadExpress } from 'graphql-upload-ts';
import { audioRoutes } from './audio/audio.route.ts';
import { expireCollectionJob, removeCollectionJob } from './collection/collection-removal.service.ts';
import { migrationConfig } from './data-source.ts';
import type { IngestEnv } from './env.ts';
import { chunkStepJob, shortStepJob } from './processing/processing-step.job.ts';
import { purgeRecordingJob } from './recording/recording-deletion.service.ts';
import { buildIngestSchema } from './schema.ts';
import { createServices } from './services.ts';
import { shareRoutes } from './share/share.route.ts';
import { startUpkeep } from './upkeep.ts';
import { deliverWebhookJob } from './webhook/deliver-webhook.definition.ts';

const name = 'ingest';
/** An imported transcript of 20 MB, its quotes and line ends escaped. */
const MAX_BODY_BYTES = 48 * 1024 * 1024;

/** The composition root: one running ingest service. The worker is a process of its own. */
export async function startIngest(env: IngestEnv): Promise<RunningSubgraph> {
  const storage = await openLocalFolder(join(env.COLLOQUY_DATA, 'storage'));
  await mkdir(join(env.COLLOQUY_DATA, 'uploads'), { recursive: true });
  const dataSource = createDataSource({ url: env.DATABASE_URL, ...migrationConfig });
  const platform = await startPlatform({
    name,
    env,
    dataSource,
    handles: [purgeRecordingJob, deliverWebhookJob, expireCollectionJob, removeCollectionJob],
    enqueues: [shortStepJob, chunkStepJob],
    consumes: [transcriptChanged, transcriptImportFailed, speakerIdentified],
    publishes: [recordingChanged, recordingDeleted, collectionChanged, collectionDeleted],
  });
  const { jobs, log } = platform;
  const services = createServices(env, platform, storage);
  jobs.handle(purgeRecordingJob, (payload) => services.deletion.purge(payload));
  jobs.handle(expireCollectionJob, (payload) => services.collectionRemoval.expire(payload));
  jobs.handle(removeCollectionJob, (payload) => services.collectionRemoval.remove(payload));
  jobs.handle(deliverWebhookJob, (payload, context) => services.webhookRunner.run(payload, context));
  jobs.subscribe(transcriptChanged, async (event) => {
    await services.recordings.transcriptArrived(event);
    await services.transcriptWebhooks.tell(event);
  });
  jobs.subscribe(speakerIdentified, (event) => services.speakerWebhooks.tell(event));
  jobs.subscribe(transcriptImportFailed, (event) => services.recordings.transcriptFailed(event));
  const stopUpkeep = startUpkeep({
    dataSource,
    storage,
    tus: services.tus,
    uploadExpiryMs: env.UPLOAD_EXPIRY_HOURS * 3_600_000,
    webhookLogDays: env.WEBHOOK_LOG_DAYS,
    log,
  });
  return startSubgraph({
    name,
    env,
    platform,
    schema: await buildIngestSchema(() => services),
    uploads: graphqlUploadExpress({ maxFileSize: env.MAX_UPLOAD_BYTES, maxFiles: 1 }),
    maxBodyBytes: MAX_BODY_BYTES,
    routes: (app) => {
      services.tus.routes(app);
      audioRoutes(app, { storage, loaders: services.loaders, log });
      shareRoutes(app, { storage, links: services.shareLinks, reader: services.sharedTranscripts, log });
    },
    onStop: async () => stopUpkeep(),
  });
}
