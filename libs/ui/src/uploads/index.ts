// Files on their way to the server. Each remote that takes files has a queue of its own.
export {
  secondsLeft,
  titleFromFileName,
  titlesOf,
  type RecordingDetails,
  type UploadItem,
} from './upload-item.ts';
export { UploadQueue, type CreateRecording, type CreationResult } from './upload-queue.ts';
export { useUploadQueue } from './use-upload-queue.ts';
