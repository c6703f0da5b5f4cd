import { buildFederatedSchema, subgraphSdlOf } from '@colloquy/subgraph';
import type { GraphQLSchema } from 'graphql';
import { CollectionDecisionResolver } from './collection/collection-decision.resolver.ts';
import { collectionSpeakersFeedResolver } from './collection/collection-speakers-feed.resolver.ts';
import { AppearanceResolver, CollectionResolver } from './collection/collection.resolver.ts';
import { Collection } from './collection/collection.stub.ts';
import { CorrectionResolver } from './correction/correction.resolver.ts';
import { SegmentDifferenceResolver } from './correction/segment-difference.resolver.ts';
import { LeftBehindResolver } from './left-behind/left-behind.resolver.ts';
import { propagationResolver } from './propagation/propagation.resolver.ts';
import { Recording } from './recording/recording.stub.ts';
import { RecordingResolver } from './recording/recording.resolver.ts';
import { SearchResolver } from './search/search.resolver.ts';
import { SegmentResolver } from './segment/segment.resolver.ts';
import type { Services } from './services.ts';
import { SpeakerResolver } from './speaker/speaker.resolver.ts';
import {
  IdentificationAlternativeResolver,
  IdentificationRejectionResolver,
  IdentifiedSpeakerResolver,
  SpeakerIdentificationResolver,
} from './speaker-profile/speaker-identification.resolver.ts';
import { ProfileChangeFactsResolver } from './speaker-profile/profile-change-facts.resolver.ts';
import { SpeakerProfileChangeResolver } from './speaker-profile/speaker-profile-change.resolver.ts';
import { EnrolmentResolver } from './speaker-profile/enrolment.resolver.ts';
import { identificationFeedResolver } from './speaker-profile/identification-feed.resolver.ts';
import { ProfileMergeResolver } from './speaker-profile/profile-merge.resolver.ts';
import { ProfileUndoResolver } from './speaker-profile/profile-undo.resolver.ts';
import {
  ConfusableProfileResolver,
  SpeakerProfileResolver,
  VoiceSampleResolver,
} from './speaker-profile/speaker-profile.resolver.ts';
import { ReembeddingResolver } from './speaker-profile/reembedding.resolver.ts';
import { voiceFeedResolver } from './speaker-profile/voice-feed.resolver.ts';
import { transcriptChangeResolver } from './transcript/transcript-change.resolver.ts';
import { TranscriptResolver } from './transcript/transcript.resolver.ts';
import {
  TranscriptComparisonResolver,
  TranscriptVersionResolver,
} from './version/transcript-version.resolver.ts';
import { SpeakerVoiceResolver, VoiceAlternativeResolver } from './voice-match/voice-match.resolver.ts';

/** @param services asked for when the first request comes, not before. */
export function buildTranscriptSchema(services: () => Services): Promise<GraphQLSchema> {
  const makers = new Map<Function, (made: Services) => object>([
    [
      CorrectionResolver,
      ({
        segmentCorrections,
        speakerCorrections,
        replacements,
        restorations,
        history,
        finder,
        speakerVersions,
      }) =>
        new CorrectionResolver(
          segmentCorrections,
          speakerCorrections,
          replacements,
          restorations,
          history,
          finder,
          speakerVersions,
        ),
    ],
    [SegmentDifferenceResolver, ({ finder }) => new SegmentDifferenceResolver(finder)],
    [TranscriptVersionResolver, ({ versions }) => new TranscriptVersionResolver(versions)],
    [TranscriptComparisonResolver, ({ versions }) => new TranscriptComparisonResolver(versions)],
    [LeftBehindResolver, ({ leftBehind }) => new LeftBehindResolver(leftBehind)],
    [RecordingResolver, ({ finder }) => new RecordingResolver(finder)],
    [SearchResolver, ({ search }) => new SearchResolver(search)],
    [
      SegmentResolver,
      ({ segmentCorrections, history, finder }) => new SegmentResolver(segmentCorrections, history, finder),
    ],
    [
      SpeakerResolver,
      ({ speakerCorrections, history, finder }) => new SpeakerResolver(speakerCorrections, history, finder),
    ],
    [SpeakerVoiceResolver, ({ finder }) => new SpeakerVoiceResolver(finder)],
    [VoiceAlternativeResolver, ({ finder }) => new VoiceAlternativeResolver(finder)],
    [
      TranscriptResolver,
      ({ finder, pages, exports, history, leftBehind }) =>
        new TranscriptResolver(finder, pages, exports, history, leftBehind),
    ],
    [IdentifiedSpeakerResolver, ({ profileFinder }) => new IdentifiedSpeakerResolver(profileFinder)],
    [
      SpeakerIdentificationResolver,
      ({ profileFinder, rejectionFinder }) =>
        new SpeakerIdentificationResolver(profileFinder, rejectionFinder),
    ],
    [
      IdentificationRejectionResolver,
      ({ profileFinder }) => new IdentificationRejectionResolver(profileFinder),
    ],
    [
      IdentificationAlternativeResolver,
      ({ profileFinder }) => new IdentificationAlternativeResolver(profileFinder),
    ],
    [
      SpeakerProfileResolver,
      ({ profileFinder, profileEvidence }) => new SpeakerProfileResolver(profileFinder, profileEvidence),
    ],
    [
      ProfileMergeResolver,
      ({ profileMerging, profileTransfer, profileFinder }) =>
        new ProfileMergeResolver(profileMerging, profileTransfer, profileFinder),
    ],
    [
      EnrolmentResolver,
      ({ enrolment, reembedding, profileFinder }) =>
        new EnrolmentResolver(enrolment, reembedding, profileFinder),
    ],
    [ReembeddingResolver, ({ reembedding }) => new ReembeddingResolver(reembedding)],
    [ConfusableProfileResolver, ({ profileFinder }) => new ConfusableProfileResolver(profileFinder)],
    [VoiceSampleResolver, ({ profileEvidence, finder }) => new VoiceSampleResolver(profileEvidence, finder)],
    [
      SpeakerProfileChangeResolver,
      ({ profiles, voiceSettings, profileFinder, finder, enrolment, history }) =>
        new SpeakerProfileChangeResolver(profiles, voiceSettings, profileFinder, finder, enrolment, history),
    ],
    [ProfileChangeFactsResolver, () => new ProfileChangeFactsResolver()],
    [
      ProfileUndoResolver,
      ({ profileUndo, profileFinder }) => new ProfileUndoResolver(profileUndo, profileFinder),
    ],
  ]);
  const changes = transcriptChangeResolver(
    () => services().changes,
    () => services().finder,
  );
  makers.set(changes, () => Reflect.construct(changes, []) as object);
  const propagation = propagationResolver(() => services().propagation);
  makers.set(propagation, () => Reflect.construct(propagation, []) as object);
  const identifications = identificationFeedResolver(() => services().identificationFeed);
  makers.set(identifications, () => Reflect.construct(identifications, []) as object);
  const voices = voiceFeedResolver(() => services().voiceFeed);
  makers.set(voices, () => Reflect.construct(voices, []) as object);

  makers.set(
    CollectionResolver,
    ({ collections, collectionSpeakers, collectionSegments, collectionExports }) =>
      new CollectionResolver(collections, collectionSpeakers, collectionSegments, collectionExports),
  );
  makers.set(AppearanceResolver, ({ finder }) => new AppearanceResolver(finder));
  makers.set(
    CollectionDecisionResolver,
    ({ collectionDecisions }) => new CollectionDecisionResolver(collectionDecisions),
  );
  const collectionFeed = collectionSpeakersFeedResolver(services);
  makers.set(collectionFeed, () => Reflect.construct(collectionFeed, []) as object);

  const instances = new Map<Function, object>();
  const instanceOf = (type: Function): object | undefined => {
    const instance = instances.get(type) ?? makers.get(type)?.(services());
    if (instance) instances.set(type, instance);
    return instance;
  };
  return buildFederatedSchema({
    resolvers: [
      CorrectionResolver,
      LeftBehindResolver,
      RecordingResolver,
      SearchResolver,
      SegmentDifferenceResolver,
      SegmentResolver,
      SpeakerResolver,
      IdentifiedSpeakerResolver,
      SpeakerIdentificationResolver,
      IdentificationRejectionResolver,
      IdentificationAlternativeResolver,
      SpeakerProfileResolver,
      ConfusableProfileResolver,
      ProfileMergeResolver,
      EnrolmentResolver,
      ReembeddingResolver,
      VoiceSampleResolver,
      SpeakerProfileChangeResolver,
      ProfileChangeFactsResolver,
      ProfileUndoResolver,
      SpeakerVoiceResolver,
      VoiceAlternativeResolver,
      TranscriptResolver,
      TranscriptVersionResolver,
      TranscriptComparisonResolver,
      changes,
      propagation,
      identifications,
      voices,
      CollectionResolver,
      AppearanceResolver,
      CollectionDecisionResolver,
      collectionFeed,
    ],
    orphanedTypes: [Recording, Collection],
    container: { get: instanceOf },
    references: {
      Recording: ({ id }) => Recording.of(String(id)),
      Transcript: ({ id }, context) => services().finder.transcript(String(id), context),
      Speaker: ({ id }, context) => services().finder.speaker(String(id), context),
      SpeakerProfile: ({ id }, context) => services().profileFinder.profile(String(id), context),
      Segment: ({ id }, context) => services().finder.segment(String(id), context),
      Collection: async ({ id }, context) => {
        const ref = await services().collections.ref(String(id), context);
        return ref && Collection.of(ref);
      },
    },
  });
}

/** What this service adds to the graph; needs no database. */
export async function subgraphSdl(): Promise<string> {
  const schema = await buildTranscriptSchema(() => {
    throw new Error('the schema alone answers no requests');
  });
  return subgraphSdlOf(schema);
}
