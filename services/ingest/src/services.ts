import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspectEngines, type EngineRung } from '@colloquy/engines';
import type { Storage } from '@colloquy/storage';
import type { Platform } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { CollectionClips } from './collection/collection-clips.ts';
import { CollectionMembers } from './collection/collection-members.ts';
import { CollectionProcessing } from './collection/collection-processing.service.ts';
import { CollectionProgressFeed } from './collection/collection-progress.feed.ts';
import { CollectionRemoval } from './collection/collection-removal.service.ts';
import { CollectionService } from './collection/collection.service.ts';
import type { IngestEnv } from './env.ts';
import { ProcessingService } from './processing/processing.service.ts';
import { RunStore } from './processing/run.store.ts';
import { RecordingCreation } from './recording/recording-creation.service.ts';
import { RecordingDeletion } from './recording/recording-deletion.service.ts';
import { RecordingRestoration } from './recording/recording-restoration.service.ts';
import { LoaderRegistry } from './recording/recording.loader.ts';
import { RecordingService } from './recording/recording.service.ts';
import { RecordingStatusFeed } from './status/recording-status.feed.ts';
import { ShareLinkService } from './share/share-link.service.ts';
import { SharedTranscriptReader } from './share/shared-transcript.reader.ts';
import { TranscriptImportService } from './transcript-import/transcript-import.service.ts';
import type { AudioLimits } from './upload/inspect-audio.ts';
import { TusUploads } from './upload/tus-uploads.ts';
import { UploadService } from './upload/upload.service.ts';
import { SpeakerWebhooks } from './webhook/speaker-webhooks.ts';
import { TranscriptWebhooks } from './webhook/transcript-webhooks.ts';
import { WebhookDeliveryRunner } from './webhook/webhook-delivery.runner.ts';
import { WebhookDeliveryService } from './webhook/webhook-delivery.service.ts';
import { WebhookSender } from './webhook/webhook-sender.ts';
import { WebhookService } from './webhook/webhook.service.ts';

const SAMPLE_PATH = fileURLToPath(new URL('../assets/sample-conversation.mp3', import.meta.url));

/** As the Standard Webhooks specification advises, at its shorter end: an attempt holds one of few places. */
const WEBHOOK_TIMEOUT_MS = 10_000;

/** What the resolvers and routes delegate to. */
export interface Services {
  dataSource: DataSource;
  limits: AudioLimits;
  loaders: LoaderRegistry;
  recordings: RecordingService;
  deletion: RecordingDeletion;
  restoration: RecordingRestoration;
  processing: ProcessingService;
  tus: TusUploads;
  uploads: UploadService;
  imports: TranscriptImportService;
  feed: RecordingStatusFeed;
  shareLinks: ShareLinkService;
  sharedTranscripts: SharedTranscriptReader;
  collections: CollectionService;
  collectionMembers: CollectionMembers;
  collectionClips: CollectionClips;
  collectionProcessing: CollectionProcessing;
  collectionProgress: CollectionProgressFeed;
  collectionRemoval: CollectionRemoval;
  webhooks: WebhookService;
  webhookDeliveries: WebhookDeliveryService;
  transcriptWebhooks: TranscriptWebhooks;
  speakerWebhooks: SpeakerWebhooks;
  webhookRunner: WebhookDeliveryRunner;
  inspectEngines: () => Promise<EngineRung[]>;
}

export function createServices(
  env: IngestEnv,
  { dataSource, jobs, bus, log }: Platform,
  storage: Storage,
): Services {
  const uploadDirectory = join(env.COLLOQUY_DATA, 'uploads');
  const limits = { maxBytes: env.MAX_UPLOAD_BYTES, maxDurationHours: env.MAX_DURATION_HOURS };
  const tools = { ffmpegPath: env.FFMPEG_PATH, ffprobePath: env.FFPROBE_PATH };
  const runs = new RunStore(dataSource, jobs, bus);
  const processing = new ProcessingService(dataSource, jobs, bus, runs, storage);
  const creation = new RecordingCreation(dataSource, jobs, bus, storage, processing);
  const tus = new TusUploads(uploadDirectory, {
    maxBytes: env.MAX_UPLOAD_BYTES,
    expiryMs: env.UPLOAD_EXPIRY_HOURS * 3_600_000,
    log,
  });
  const webhookSender = new WebhookSender({
    allowPrivate: env.WEBHOOK_ALLOW_PRIVATE,
    timeoutMs: WEBHOOK_TIMEOUT_MS,
  });
  const deletion = new RecordingDeletion(
    dataSource,
    jobs,
    bus,
    storage,
    processing,
    env.DELETE_GRACE_SECONDS,
  );
  const collectionMembers = new CollectionMembers(jobs, bus, {
    maxRecordings: env.COLLECTION_MAX_RECORDINGS,
    maxFileBytes: env.COLLECTION_MAX_FILE_BYTES,
  });
  const collectionRemoval = new CollectionRemoval(dataSource, jobs, collectionMembers, deletion);
  const collections = new CollectionService(dataSource, jobs, collectionMembers, collectionRemoval);
  const collectionClips = new CollectionClips(dataSource);
  const uploads = new UploadService(dataSource, tus, creation, collectionMembers, {
    uploadDirectory,
    samplePath: SAMPLE_PATH,
    limits,
    tools,
  });
  return {
    dataSource,
    limits,
    processing,
    tus,
    uploads,
    loaders: new LoaderRegistry(dataSource),
    recordings: new RecordingService(dataSource, jobs, bus, runs, storage),
    deletion,
    restoration: new RecordingRestoration(dataSource, jobs, bus, processing, collectionMembers),
    collections,
    collectionMembers,
    collectionClips,
    collectionRemoval,
    collectionProcessing: new CollectionProcessing(collections, collectionClips, processing),
    collectionProgress: new CollectionProgressFeed(collections, collectionClips, bus),
    imports: new TranscriptImportService(storage, creation, uploads),
    feed: new RecordingStatusFeed(dataSource, bus),
    shareLinks: new ShareLinkService(dataSource, env.SHARE_LINK_SECRET),
    sharedTranscripts: new SharedTranscriptReader(env.GRAPH_URL),
    webhooks: new WebhookService(dataSource, { allowPrivate: env.WEBHOOK_ALLOW_PRIVATE }),
    webhookDeliveries: new WebhookDeliveryService(dataSource, jobs),
    speakerWebhooks: new SpeakerWebhooks(dataSource, jobs),
    transcriptWebhooks: new TranscriptWebhooks(dataSource, jobs, env.WEBHOOK_COALESCE_SECONDS),
    webhookRunner: new WebhookDeliveryRunner(dataSource, jobs, webhookSender, env.WEBHOOK_RETRY_SECONDS),
    inspectEngines: () => inspectEngines(env),
  };
}
