import { CollectionMember } from './collection/collection-member.entity.ts';
import { Collection } from './collection/collection.entity.ts';
import { migrations } from './migrations/index.ts';
import { ChunkResult } from './processing/chunk-result.entity.ts';
import { EngineRun } from './processing/engine-run.entity.ts';
import { ProcessingRun } from './processing/processing-run.entity.ts';
import { Recording } from './recording/recording.entity.ts';
import { ShareLink } from './share/share-link.entity.ts';
import { WebhookDelivery } from './webhook/webhook-delivery.entity.ts';
import { Webhook } from './webhook/webhook.entity.ts';

/** What this service keeps in PostgreSQL, for itself and for `npm run migrate`. */
export const migrationConfig = {
  schema: 'ingest',
  entities: [
    Recording,
    ProcessingRun,
    ChunkResult,
    EngineRun,
    ShareLink,
    Webhook,
    WebhookDelivery,
    Collection,
    CollectionMember,
  ],
  migrations,
};
