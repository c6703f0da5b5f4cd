import { Correction } from './correction/correction.entity.ts';
import { LeftBehindCorrection } from './left-behind/left-behind.entity.ts';
import { RecordingRef } from './recording/recording-ref.entity.ts';
import { migrations } from './migrations/index.ts';
import { Segment } from './segment/segment.entity.ts';
import { Speaker } from './speaker/speaker.entity.ts';
import { Transcript } from './transcript/transcript.entity.ts';

/** What this service keeps in PostgreSQL, for itself and for `npm run migrate`. */
export const migrationConfig = {
  schema: 'transcript',
  entities: [RecordingRef, Transcript, Speaker, Segment, Correction, LeftBehindCorrection],
  migrations,
};
