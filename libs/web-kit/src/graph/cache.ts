import { cacheExchange, type Cache, type DataFields, type KeyingConfig } from '@urql/exchange-graphcache';

/**
 * A normalised cache (graphcache), not urql's document cache: a status that arrives by subscription, a renamed speaker
 * or an edited segment is one entity shown in several places, and all of them must change at once without asking again.
 */
export function graphCache() {
  return cacheExchange({ keys: valueTypes, possibleTypes, updates: { Mutation: mutations } });
}

/**
 * Unions that fragments are on. Without them the cache would guess, and take a problem, which has no key, for none of them.
 */
const possibleTypes = { CorrectionResult: ['Correction', 'Problem'] };

const none = () => null;

/** Types that are values of their parent: they have no identity to be shared by. */
const valueTypes: KeyingConfig = Object.fromEntries(
  [
    'AnswerDelta',
    'AskAccepted',
    'Citation',
    'CollectionAppearance',
    'CollectionConnection',
    'CollectionEdge',
    'CollectionExport',
    'CollectionMatch',
    'CollectionProgress',
    'CollectionSegment',
    'CollectionSegmentConnection',
    'CollectionSegmentEdge',
    'ComparedSegment',
    'ComparedSegmentConnection',
    'ComparedSegmentEdge',
    'ConfusableProfile',
    'ConversationConnection',
    'ConversationEdge',
    'CorrectionConnection',
    'CorrectionEdge',
    'DeletedCollection',
    'DeletedConversation',
    'DeletedRecording',
    'DeletedSpeakerProfile',
    'DeletedWebhook',
    'EngineRun',
    'IdentificationAlternative',
    'IssuedWebhookSecret',
    'MachineVersion',
    'PageInfo',
    'Problem',
    'ProcessingState',
    'ProfileEnrolment',
    'ProfileHealth',
    'RecordingConnection',
    'RecordingEdge',
    'RecordingStatusUpdate',
    'RedrivenWebhookDeliveries',
    'RenamedCollectionSpeaker',
    'ScoredPassage',
    'SegmentConnection',
    'SegmentDifference',
    'SegmentEdge',
    'SegmentHit',
    'SegmentHitConnection',
    'SegmentHitEdge',
    'SegmentVersion',
    'SegmentVersionConnection',
    'SegmentVersionEdge',
    'SpeakerConnection',
    'SpeakerDifference',
    'SpeakerEdge',
    'SpeakerIdentification',
    'SpeakerProfileChangeConnection',
    'SpeakerProfileChangeEdge',
    'SpeakerProfileConnection',
    'SpeakerProfileDocument',
    'SpeakerProfileEdge',
    'SpeakerVersion',
    'SpeakingStatistics',
    'TextRange',
    'TranscriptChange',
    'TranscriptComparison',
    'TranscriptEngine',
    'TranscriptExport',
    'TranscriptVersion',
    'UndoneSpeakerProfileChange',
    'UploadLimits',
    'VoiceAlternative',
    'VoiceInterval',
    'VoiceMatch',
    'VoiceProfileSettings',
    'VoiceReembedding',
    'WebhookDeliveryConnection',
    'WebhookDeliveryEdge',
    'Word',
  ].map((type) => [type, none]),
);

/** Lists whose members a mutation changes are asked for again; the entities themselves update by their ids. */
const listsChangedBy: Record<string, readonly string[]> = {
  createRecording: ['recordings'],
  importTranscript: ['recordings'],
  createSampleRecording: ['recordings'],
  deleteRecording: ['recordings'],
  restoreRecording: ['recordings'],
  ask: ['conversations'],
  deleteConversation: ['conversations'],
  createShareLink: ['shareLinks'],
  createWebhook: ['webhooks'],
  deleteWebhook: ['webhooks'],
  setVoiceProfiles: ['voiceProfileSettings'],
  assignSpeakerProfile: ['speakersInQuestion', 'speakerProfileHistory'],
  rejectIdentification: ['speakersInQuestion', 'speakerProfileHistory'],
  createSpeakerProfile: ['speakerProfiles', 'speakerProfileHistory'],
  importSpeakerProfile: ['speakerProfiles', 'speakerProfileHistory'],
  mergeSpeakerProfiles: ['speakerProfiles'],
  splitSpeakerProfile: ['speakerProfiles'],
  undoSpeakerProfileChange: ['speakerProfiles', 'speakersInQuestion'],
  deleteSpeakerProfile: ['speakerProfiles'],
  createCollection: ['collections'],
  deleteCollection: ['collections'],
  addToCollection: ['collections'],
};

const mutations = Object.fromEntries(
  Object.entries(listsChangedBy).map(([mutation, lists]) => [
    mutation,
    (result: DataFields, _arguments: unknown, cache: Cache) => {
      const answer = result[mutation] as { __typename?: string } | null;
      if (answer?.__typename !== 'Problem') for (const list of lists) invalidateList(cache, list);
    },
  ]),
);

function invalidateList(cache: Cache, list: string): void {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (fieldName === list) cache.invalidate('Query', fieldName, args ?? undefined);
  }
}
