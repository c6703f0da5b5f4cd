export { collectionChanged, collectionDeleted } from './collection.events.ts';
export type { EventDefinition, EventPayload } from './event.ts';
export { recordingChanged, recordingDeleted, recordingTranscribed } from './recording.events.ts';
export { speakerIdentified } from './speaker.events.ts';
export { voiceEmbedded, voiceRequested } from './voice.events.ts';
export { transcriptApplied, transcriptChanged, transcriptImportFailed } from './transcript.events.ts';
export {
  MAX_SEGMENT_LENGTH,
  transcriptionResult,
  type TranscriptionResult,
  type VoiceMatch,
} from './transcription-result.ts';
