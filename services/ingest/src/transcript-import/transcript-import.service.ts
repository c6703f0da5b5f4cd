import type { Storage } from '@colloquy/storage';
import type { RecordingCreation } from '../recording/recording-creation.service.ts';
import {
  checkDetails,
  checkLanguage,
  checkTitle,
  type RecordingDetails,
} from '../recording/recording-details.ts';
import type { Recording } from '../recording/recording.entity.ts';
import { RecordingSource } from '../recording/recording-status.ts';
import { importKey } from '../processing/storage-keys.ts';
import { uploadTaken } from '../upload/upload.errors.ts';
import type { UploadService } from '../upload/upload.service.ts';
import { spokenLanguage } from './spoken-language.ts';
import type { TranscriptFormat } from './transcript-format.ts';
import { TranscriptReader } from './transcript-reader.ts';

export interface TranscriptImport extends RecordingDetails {
  title: string;
  format: TranscriptFormat;
  content: string;
  uploadId?: string | null | undefined;
}

/** Brings in a transcript made elsewhere: it becomes a recording and travels the same road as a recognised one. */
export class TranscriptImportService {
  private readonly reader = new TranscriptReader();

  constructor(
    private readonly storage: Storage,
    private readonly creation: RecordingCreation,
    private readonly uploads: UploadService,
  ) {}

  /**
   * Asked again with the same upload, answers the same recording.
   * @throws ExpectedError what the transcript or the upload is refused for, or `INPUT_INVALID`
   */
  async import(
    workspaceId: string,
    { format, content, uploadId, ...given }: TranscriptImport,
  ): Promise<Recording> {
    const details = { ...checkDetails(given), title: checkTitle(given.title) };
    const transcript = await this.reader.read({ format, content });
    const language =
      details.language ?? checkLanguage(transcript.language) ?? (await spokenLanguage(transcript.opening));
    const common = {
      workspaceId,
      source: RecordingSource.IMPORT,
      details: { ...details, language },
      prepare: async (recordingId: string) => {
        await this.storage.put(importKey(recordingId), transcript.document);
      },
    };
    if (!uploadId) return this.creation.create({ ...common, durationMs: transcript.endMs });
    const recording = await this.uploads.recordingOf(workspaceId, uploadId, (audio) =>
      this.creation.create({ ...common, audio }),
    );
    if (recording.source !== RecordingSource.IMPORT) throw uploadTaken();
    return recording;
  }
}
