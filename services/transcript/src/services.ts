import type { Bus, JobQueue } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { CollectionChangesService } from './collection/collection-changes.service.ts';
import { CollectionDecisionService } from './collection/collection-decision.service.ts';
import { CollectionSegments } from './collection/collection-segments.ts';
import { CollectionSpeakers } from './collection/collection-speakers.ts';
import { CollectionFinder } from './collection/collection.finder.ts';
import { CollectionExportService } from './collection/export/collection-export.service.ts';
import { SpeakingCountsStore } from './collection/speaking-counts.store.ts';
import { UnifyCollectionService } from './collection/unify-collection.service.ts';
import { CorrectionHistory } from './correction/correction.history.ts';
import { Corrector } from './correction/corrector.ts';
import { ReplacementService } from './correction/replacement.service.ts';
import { RestorationService } from './correction/restoration.service.ts';
import { SegmentCorrectionService } from './correction/segment-correction.service.ts';
import { SpeakerCorrectionService } from './correction/speaker-correction.service.ts';
import { ExportService } from './export/export.service.ts';
import { ExportSource } from './export/export-source.ts';
import { ImportFailure } from './import/import-failure.ts';
import { ImportResultService, type OpenResult } from './import/import-result.service.ts';
import { LanguageService } from './language/language.service.ts';
import { LeftBehindService } from './left-behind/left-behind.service.ts';
import { PropagationService } from './propagation/propagation.service.ts';
import { RecordingService } from './recording/recording.service.ts';
import { SearchService } from './search/search.service.ts';
import { SegmentPages } from './segment/segment-page.ts';
import { EnrolmentService } from './speaker-profile/enrolment.service.ts';
import { ReembeddingService } from './speaker-profile/reembedding.service.ts';
import { VoiceAnswerService } from './speaker-profile/voice-answer.service.ts';
import { IdentificationService } from './speaker-profile/identification.service.ts';
import { IdentificationFeed } from './speaker-profile/identification.feed.ts';
import { JudgeFoundService } from './speaker-profile/judge-found.service.ts';
import { RefreshVoices } from './speaker-profile/refresh-voices.service.ts';
import { VoiceFeed } from './speaker-profile/voice.feed.ts';
import { VoiceIndex } from './speaker-profile/voice-index.ts';
import { VoiceSearch } from './speaker-profile/voice-search.ts';
import { ProfileChangeRunner } from './speaker-profile/profile-change.runner.ts';
import { ProfileMergeService } from './speaker-profile/profile-merge.service.ts';
import { ProfileUndoService } from './speaker-profile/profile-undo.service.ts';
import { ProfileTransferService } from './speaker-profile/profile-transfer.service.ts';
import { ProfileEvidence } from './speaker-profile/profile-evidence.ts';
import { RejectionFinder } from './speaker-profile/rejection.finder.ts';
import { ProfileNames } from './speaker-profile/profile-names.service.ts';
import { SpeakerProfileFinder } from './speaker-profile/speaker-profile.finder.ts';
import { SpeakerProfileService } from './speaker-profile/speaker-profile.service.ts';
import { VoiceProfileSettingsService } from './speaker-profile/voice-profile-settings.service.ts';
import { TranscriptChangeFeed } from './transcript/transcript-change.feed.ts';
import { TranscriptEvents } from './transcript/transcript-events.ts';
import { TranscriptFinder } from './transcript/transcript.finder.ts';
import { SpeakerVersions } from './version/speaker-versions.ts';
import { TranscriptVersionService } from './version/transcript-version.service.ts';

export interface ServiceDependencies {
  dataSource: DataSource;
  jobs: Pick<JobQueue, 'publish' | 'enqueue' | 'forget'>;
  bus: Bus;
  openResult: OpenResult;
}

export type Services = ReturnType<typeof createServices>;

/** Everything this service can do, wired up. */
export function createServices({ dataSource, jobs, bus, openResult }: ServiceDependencies) {
  const events = new TranscriptEvents(jobs, bus);
  const finder = new TranscriptFinder(dataSource);
  const versions = new TranscriptVersionService(dataSource, finder);
  const language = new LanguageService(dataSource, jobs, events);
  const voiceIndex = new VoiceIndex(dataSource);
  const voiceSearch = new VoiceSearch(dataSource, voiceIndex);
  const profileChanges = new ProfileChangeRunner(dataSource, events, jobs);
  const profileFinder = new SpeakerProfileFinder(dataSource);
  const refreshVoices = new RefreshVoices(dataSource, bus, jobs);
  const profiles = new SpeakerProfileService(dataSource, profileChanges, jobs, events);
  const corrector = new Corrector(dataSource, events, finder, jobs);
  const profileUndo = new ProfileUndoService(dataSource, profileChanges, jobs, corrector);
  const enrolment = new EnrolmentService(dataSource, profileChanges, jobs, finder, profiles);
  const reembedding = new ReembeddingService(dataSource, jobs, events);
  const importFailure = new ImportFailure(dataSource, jobs);
  const speakerCorrections = new SpeakerCorrectionService(corrector);
  const unify = new UnifyCollectionService(dataSource, new SpeakingCountsStore(dataSource), bus);
  const collections = new CollectionFinder(dataSource);
  const collectionSpeakers = new CollectionSpeakers(collections);
  const collectionSegments = new CollectionSegments(dataSource, collections, collectionSpeakers);
  return {
    dataSource,
    collections,
    collectionSpeakers,
    collectionSegments,
    collectionChanges: new CollectionChangesService(dataSource, unify),
    collectionDecisions: new CollectionDecisionService(dataSource, collections, unify, speakerCorrections),
    collectionExports: new CollectionExportService(collections, collectionSpeakers, collectionSegments),
    bus,
    changes: new TranscriptChangeFeed(finder, bus),
    segmentCorrections: new SegmentCorrectionService(corrector),
    speakerCorrections,
    replacements: new ReplacementService(dataSource, corrector),
    restorations: new RestorationService(dataSource, corrector, versions, profileUndo),
    finder,
    pages: new SegmentPages(dataSource),
    exports: new ExportService(dataSource, finder, versions, new ExportSource(dataSource, openResult)),
    history: new CorrectionHistory(dataSource),
    identificationFeed: new IdentificationFeed(finder, profileFinder, bus),
    identification: new IdentificationService(dataSource, events, jobs, voiceSearch, enrolment),
    judgeFound: new JudgeFoundService(dataSource, events, jobs, voiceSearch),
    importFailure,
    imports: new ImportResultService(
      dataSource,
      openResult,
      events,
      importFailure,
      language,
      jobs,
      voiceIndex,
    ),
    language,
    leftBehind: new LeftBehindService(dataSource),
    profileEvidence: new ProfileEvidence(dataSource),
    profileFinder,
    rejectionFinder: new RejectionFinder(dataSource),
    profileNames: new ProfileNames(dataSource, events, jobs),
    profiles,
    profileUndo,
    profileMerging: new ProfileMergeService(profileChanges),
    profileTransfer: new ProfileTransferService(dataSource, profileChanges),
    voiceFeed: new VoiceFeed(dataSource, reembedding, profileFinder, bus),
    voiceSettings: new VoiceProfileSettingsService(dataSource, jobs, events),
    propagation: new PropagationService(dataSource, finder, bus),
    enrolment,
    reembedding,
    refreshVoices,
    voiceAnswers: new VoiceAnswerService(dataSource, jobs, voiceIndex, reembedding, events),
    recordings: new RecordingService(dataSource, language, refreshVoices, jobs),
    search: new SearchService(dataSource),
    speakerVersions: new SpeakerVersions(dataSource),
    versions,
  };
}
