import { CollectionRef } from './collection/collection-ref.entity.ts';
import { Correction } from './correction/correction.entity.ts';
import { CarriedRemoval } from './import/carried-removal.entity.ts';
import { LeftBehindCorrection } from './left-behind/left-behind.entity.ts';
import { RecordingRef } from './recording/recording-ref.entity.ts';
import { migrations } from './migrations/index.ts';
import { Segment } from './segment/segment.entity.ts';
import { Speaker } from './speaker/speaker.entity.ts';
import { SpeakerIdentification } from './speaker-profile/speaker-identification.entity.ts';
import { ProfileEnrolment } from './speaker-profile/profile-enrolment.entity.ts';
import { VoiceReembedding } from './speaker-profile/voice-reembedding.entity.ts';
import { SpeakerProfileChange } from './speaker-profile/speaker-profile-change.entity.ts';
import { SpeakerProfile } from './speaker-profile/speaker-profile.entity.ts';
import { VoiceProfileSettings } from './speaker-profile/voice-profile-settings.entity.ts';
import { VoiceSample } from './speaker-profile/voice-sample.entity.ts';
import { Transcript } from './transcript/transcript.entity.ts';
import { VoiceMatch } from './voice-match/voice-match.entity.ts';

/** What this service keeps in PostgreSQL, for itself and for `npm run migrate`. */
export const migrationConfig = {
  schema: 'transcript',
  entities: [
    RecordingRef,
    Transcript,
    Speaker,
    Segment,
    Correction,
    LeftBehindCorrection,
    CarriedRemoval,
    VoiceProfileSettings,
    SpeakerProfile,
    VoiceSample,
    SpeakerIdentification,
    SpeakerProfileChange,
    CollectionRef,
    ProfileEnrolment,
    VoiceReembedding,
    VoiceMatch,
  ],
  migrations,
};
