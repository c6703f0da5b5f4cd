import { buildFederatedSchema, subgraphSdlOf } from '@colloquy/subgraph';
import type { GraphQLSchema } from 'graphql';
import { collectionProgressResolver } from './collection/collection-progress.resolver.ts';
import { CollectionChangesResolver } from './collection/collection-changes.resolver.ts';
import { CollectionResolver } from './collection/collection.resolver.ts';
import { RecordingChangesResolver } from './recording/recording-changes.resolver.ts';
import { RecordingCreationResolver } from './recording/recording-creation.resolver.ts';
import { RecordingResolver } from './recording/recording.resolver.ts';
import type { Services } from './services.ts';
import { ShareLinkResolver } from './share/share-link.resolver.ts';
import { SpeechEngineResolver } from './speech-engine/speech-engine.resolver.ts';
import { recordingStatusResolver } from './status/recording-status.resolver.ts';
import { UploadLimitsResolver } from './upload/upload-limits.resolver.ts';
import { WebhookResolver } from './webhook/webhook.resolver.ts';

/** @param services asked for when the first request comes, not before. */
export function buildIngestSchema(services: () => Services): Promise<GraphQLSchema> {
  const status = recordingStatusResolver(
    () => services().feed,
    () => services().loaders,
  );
  const collectionProgress = collectionProgressResolver(() => services().collectionProgress);
  const makers = new Map<Function, (made: Services) => object>([
    [RecordingResolver, (s) => new RecordingResolver(s.dataSource, s.loaders)],
    [RecordingCreationResolver, (s) => new RecordingCreationResolver(s.uploads, s.imports)],
    [
      RecordingChangesResolver,
      (s) => new RecordingChangesResolver(s.recordings, s.processing, s.deletion, s.restoration),
    ],
    [ShareLinkResolver, (s) => new ShareLinkResolver(s.shareLinks)],
    [SpeechEngineResolver, (s) => new SpeechEngineResolver(s.inspectEngines)],
    [UploadLimitsResolver, (s) => new UploadLimitsResolver(s.limits, s.collectionMembers.limits)],
    [CollectionResolver, (s) => new CollectionResolver(s.collections, s.collectionClips)],
    [
      CollectionChangesResolver,
      (s) => new CollectionChangesResolver(s.collections, s.collectionProcessing, s.collectionRemoval),
    ],
    [WebhookResolver, (s) => new WebhookResolver(s.webhooks, s.webhookDeliveries)],
    [status, () => Reflect.construct(status, []) as object],
    [collectionProgress, () => Reflect.construct(collectionProgress, []) as object],
  ]);
  const instances = new Map<Function, object>();
  const instanceOf = (type: Function): object | undefined => {
    const instance = instances.get(type) ?? makers.get(type)?.(services());
    if (instance) instances.set(type, instance);
    return instance;
  };
  return buildFederatedSchema({
    resolvers: [
      RecordingResolver,
      RecordingCreationResolver,
      RecordingChangesResolver,
      ShareLinkResolver,
      SpeechEngineResolver,
      UploadLimitsResolver,
      WebhookResolver,
      status,
      CollectionResolver,
      CollectionChangesResolver,
      collectionProgress,
    ],
    container: { get: instanceOf },
    references: {
      Recording: ({ id }, context) => services().loaders.of(context).recording.load(String(id)),
      Collection: ({ id }, context) => services().collections.of(String(id), context),
    },
  });
}

/** What this service adds to the graph; needs no database. */
export async function subgraphSdl(): Promise<string> {
  const schema = await buildIngestSchema(() => {
    throw new Error('the schema alone answers no requests');
  });
  return subgraphSdlOf(schema);
}
