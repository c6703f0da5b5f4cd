import {
  collectionChanged,
  collectionDeleted,
  recordingChanged,
  recordingDeleted,
  recordingTranscribed,
  speakerIdentified,
  transcriptApplied,
  transcriptChanged,
  transcriptImportFailed,
  voiceEmbedded,
  voiceRequested,
} from '@colloquy/contracts';
import {
  createDataSource,
  startPlatform,
  startSubgraph,
  type RunningSubgraph,
  type SubgraphEnv,
} from '@colloquy/subgraph';
import { mountCollectionExports } from './collection/export/collection-export.route.ts';
import { migrationConfig } from './data-source.ts';
import { unifyRecording } from './collection/unify-recording.definition.ts';
import { mountExports } from './export/export.route.ts';
import { importGivenUp } from './import/import-failure.ts';
import type { OpenResult } from './import/import-result.service.ts';
import { changeLanguage } from './language/change-language.definition.ts';
import { findVoice, identifySpeakers, judgeFound } from './speaker-profile/identification.definitions.ts';
import { refreshVoices } from './speaker-profile/refresh-voices.definition.ts';
import { followProfile } from './speaker-profile/follow-profile.definition.ts';
import { buildTranscriptSchema } from './schema.ts';
import { createServices } from './services.ts';
import { startUpkeep } from './upkeep.ts';

const name = 'transcript';
/** 80 hours of speech take minutes to import; nothing shorter should wait behind it. */
const CONCURRENT_IMPORTS = 2;
/** A profile's document of ten million characters, three bytes each. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** The composition root: one running transcript service. */
export async function startTranscript(env: SubgraphEnv, openResult: OpenResult): Promise<RunningSubgraph> {
  const dataSource = createDataSource({ url: env.DATABASE_URL, ...migrationConfig });
  const platform = await startPlatform({
    name,
    env,
    dataSource,
    handles: [
      changeLanguage,
      followProfile,
      identifySpeakers,
      judgeFound,
      findVoice,
      refreshVoices,
      unifyRecording,
    ],
    consumes: [
      recordingTranscribed,
      recordingChanged,
      recordingDeleted,
      transcriptApplied,
      transcriptChanged,
      voiceEmbedded,
      collectionChanged,
      collectionDeleted,
    ],
    publishes: [transcriptChanged, transcriptImportFailed, speakerIdentified, voiceRequested],
  });
  const { jobs, bus, log } = platform;
  const services = createServices({ dataSource, jobs, bus, openResult });
  jobs.subscribe(
    recordingTranscribed,
    (event, context) => services.imports.import(event, context.signal, context.log),
    {
      concurrency: CONCURRENT_IMPORTS,
      givenUp: (event) => services.importFailure.tell(event, importGivenUp()),
    },
  );
  const { collectionChanges } = services;
  jobs.subscribe(recordingChanged, async (event) => {
    await services.recordings.applyChange(event);
    await collectionChanges.recordingChanged(event);
  });
  jobs.subscribe(recordingDeleted, async (event) => {
    await services.recordings.purge(event);
    await services.voiceAnswers.recordingDeleted(event);
    await collectionChanges.recordingDeleted(event);
  });
  jobs.subscribe(transcriptChanged, (event) => collectionChanges.transcriptChanged(event));
  jobs.subscribe(collectionChanged, (event) => collectionChanges.applyChange(event));
  jobs.subscribe(collectionDeleted, (event) => collectionChanges.purge(event));
  jobs.subscribe(voiceEmbedded, (event) => services.voiceAnswers.receive(event), {
    givenUp: (event) => services.voiceAnswers.giveUp(event),
  });
  jobs.subscribe(transcriptApplied, (event) => services.propagation.note(event));
  jobs.handle(changeLanguage, ({ workspaceId, recordingId }, { signal }) =>
    services.language.apply(workspaceId, recordingId, signal),
  );
  jobs.handle(followProfile, ({ workspaceId, profileId, author }, { signal }) =>
    services.profileNames.follow(workspaceId, profileId, author, signal),
  );
  jobs.handle(identifySpeakers, ({ workspaceId, recordingId }) =>
    services.identification.identify(workspaceId, recordingId),
  );
  jobs.handle(judgeFound, ({ workspaceId, profileId }, { signal }) =>
    services.judgeFound.judge(workspaceId, profileId, signal),
  );
  jobs.handle(findVoice, ({ workspaceId, profileId }) =>
    services.identification.findEverywhere(workspaceId, profileId),
  );
  jobs.handle(refreshVoices, ({ workspaceId, recordingId }) =>
    services.refreshVoices.refresh(workspaceId, recordingId),
  );
  jobs.handle(unifyRecording, (recording) => collectionChanges.recordingChanged(recording));
  const stopUpkeep = startUpkeep({ dataSource, log });
  return startSubgraph({
    name,
    env,
    platform,
    schema: await buildTranscriptSchema(() => services),
    maxBodyBytes: MAX_BODY_BYTES,
    routes: (app) => {
      mountCollectionExports(app, services.collectionExports, log);
      mountExports(app, services.exports, log);
    },
    onStop: async () => stopUpkeep(),
  });
}
