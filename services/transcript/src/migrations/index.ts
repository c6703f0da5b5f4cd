import { CreateTranscript1794900000000 } from './1794900000000-create-transcript.ts';
import { OrderRecordingChanges1795150000000 } from './1795150000000-order-recording-changes.ts';
import { Corrections1795300000000 } from './1795300000000-corrections.ts';
import { SpeakerProfiles1795310000000 } from './1795310000000-speaker-profiles.ts';
import { VoiceRequests1795312000000 } from './1795312000000-voice-requests.ts';
import { CreateCollections1795318000000 } from './1795318000000-create-collections.ts';
import { CreateVoiceMatches1795319000000 } from './1795319000000-create-voice-matches.ts';
import { DenyCollectionNames1795325000000 } from './1795325000000-deny-collection-names.ts';
import { KeepSpeakerSuccessors1795326000000 } from './1795326000000-keep-speaker-successors.ts';
import { AwaitConsumers1795340000000 } from './1795340000000-await-consumers.ts';
import { KeepEngines1795345000000 } from './1795345000000-keep-engines.ts';
import { FindCorrections1795346000000 } from './1795346000000-find-corrections.ts';
import { CarriedSpeakers1795350000000 } from './1795350000000-carried-speakers.ts';
import { LinkProfileChanges1795355000000 } from './1795355000000-link-profile-changes.ts';
import { FindSpeakersByRecording1795356000000 } from './1795356000000-find-speakers-by-recording.ts';
import { KeepJoinedSpeakers1795357000000 } from './1795357000000-keep-joined-speakers.ts';
import { CarriedRemovals1795360000000 } from './1795360000000-carried-removals.ts';
import { CarriedNames1795361000000 } from './1795361000000-carried-names.ts';
import { KeepSaves1795362000000 } from './1795362000000-keep-saves.ts';
import { FindVoicesByWorkspace1795363000000 } from './1795363000000-find-voices-by-workspace.ts';
import { KeepRemovedWords1795364000000 } from './1795364000000-keep-removed-words.ts';
import { KeepDeletedWords1795365000000 } from './1795365000000-keep-deleted-words.ts';
import { KeepHeardWords1795366000000 } from './1795366000000-keep-heard-words.ts';
import { CarriedCuts1795367000000 } from './1795367000000-carried-cuts.ts';
import { KeepWhoRejected1795368000000 } from './1795368000000-keep-who-rejected.ts';
import { CarriedParts1795369500000 } from './1795369500000-carried-parts.ts';

export const migrations = [
  CreateTranscript1794900000000,
  OrderRecordingChanges1795150000000,
  Corrections1795300000000,
  SpeakerProfiles1795310000000,
  VoiceRequests1795312000000,
  CreateCollections1795318000000,
  CreateVoiceMatches1795319000000,
  DenyCollectionNames1795325000000,
  KeepSpeakerSuccessors1795326000000,
  AwaitConsumers1795340000000,
  KeepEngines1795345000000,
  FindCorrections1795346000000,
  CarriedSpeakers1795350000000,
  LinkProfileChanges1795355000000,
  FindSpeakersByRecording1795356000000,
  KeepJoinedSpeakers1795357000000,
  CarriedRemovals1795360000000,
  CarriedNames1795361000000,
  KeepSaves1795362000000,
  FindVoicesByWorkspace1795363000000,
  KeepRemovedWords1795364000000,
  KeepDeletedWords1795365000000,
  KeepHeardWords1795366000000,
  CarriedCuts1795367000000,
  KeepWhoRejected1795368000000,
  CarriedParts1795369500000,
];
