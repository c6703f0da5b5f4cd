import { CreateIngest1794900000000 } from './1794900000000-create-ingest.ts';
import { CountRecordingChanges1795150000000 } from './1795150000000-count-recording-changes.ts';
import { AddRecordingUpdatedAt1795276800000 } from './1795276800000-add-recording-updated-at.ts';
import { CreateWebhooks1795302000000 } from './1795302000000-create-webhooks.ts';
import { KeepVoiceMatches1795306000000 } from './1795306000000-keep-voice-matches.ts';
import { CreateShareLinks1795309000000 } from './1795309000000-create-share-links.ts';
import { CreateCollections1795316000000 } from './1795316000000-create-collections.ts';
import { OrderCollectionUploads1795324000000 } from './1795324000000-order-collection-uploads.ts';

export const migrations = [
  CreateIngest1794900000000,
  CountRecordingChanges1795150000000,
  AddRecordingUpdatedAt1795276800000,
  CreateWebhooks1795302000000,
  KeepVoiceMatches1795306000000,
  CreateShareLinks1795309000000,
  CreateCollections1795316000000,
  OrderCollectionUploads1795324000000,
];
