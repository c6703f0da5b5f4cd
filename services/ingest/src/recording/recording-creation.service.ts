import { copyFile } from 'node:fs/promises';
import type { Storage } from '@colloquy/storage';
import { inTransaction, newId, type Bus, type JobQueue } from '@colloquy/subgraph';
import { IsNull, type DataSource, type EntityManager } from 'typeorm';
import type { ProcessingService } from '../processing/processing.service.ts';
import { recordingPrefix, sourceKey } from '../processing/storage-keys.ts';
import { announce, statusOf } from '../status/recording-status-update.ts';
import { displayFileName, titleFromFileName } from '../upload/file-name.ts';
import { sha256Of } from '../upload/hash-file.ts';
import type { AudioFacts } from '../upload/inspect-audio.ts';
import type { checkDetails } from './recording-details.ts';
import { publishRecordingChanged } from './recording-event.ts';
import { Recording } from './recording.entity.ts';
import { RecordingStatus, type RecordingSource } from './recording-status.ts';

export interface NewRecording {
  workspaceId: string;
  source: RecordingSource;
  details: ReturnType<typeof checkDetails>;
  /** Moved into storage; gone from its place afterwards. */
  audio?: { path: string; facts: AudioFacts; fileName: string | null; uploadId: string | null };
  /** Known without audio, for imported transcripts. */
  durationMs?: number;
  /** Stores what else belongs to the recording before it appears. */
  prepare?: (recordingId: string) => Promise<void>;
  /** What else happens in the transaction in which it appears. */
  join?: (tx: EntityManager, recordingId: string) => Promise<void>;
}

/** The one place where recordings come into being: files first, then row, run, job and event in one transaction. */
export class RecordingCreation {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: JobQueue,
    private readonly bus: Bus,
    private readonly storage: Storage,
    private readonly processing: ProcessingService,
  ) {}

  /** The files of a recording that does not come about are removed. */
  async create(input: NewRecording): Promise<Recording> {
    const { audio, details, workspaceId } = input;
    const id = newId();
    const fileName = displayFileName(audio?.fileName);
    const recording: Recording = Object.assign(new Recording(), {
      id,
      workspaceId,
      title: details.title ?? titleFromFileName(fileName),
      status: RecordingStatus.UPLOADED,
      source: input.source,
      createdAt: new Date(),
      recordedAt: details.recordedAt,
      durationMs: audio?.facts.durationMs ?? input.durationMs ?? null,
      sizeBytes: audio?.facts.sizeBytes ?? null,
      fileName,
      format: audio?.facts.format ?? null,
      mediaType: audio?.facts.mediaType ?? null,
      language: details.language,
      expectedSpeakers: details.expectedSpeakers,
      sha256: audio ? await sha256Of(audio.path) : null,
      duplicateOfId: null,
      uploadId: audio?.uploadId ?? null,
      hasPeaks: false,
      runId: null,
      problem: null,
      deletedAt: null,
    });
    try {
      await input.prepare?.(id);
      if (audio) await this.storage.putFile(sourceKey(id), audio.path);
      const run = await inTransaction(this.dataSource, async (tx) => {
        // A retried transaction begins with what the first try found.
        Object.assign(recording, { status: RecordingStatus.UPLOADED, runId: null });
        recording.duplicateOfId = recording.sha256
          ? await findSameBytes(tx, workspaceId, recording.sha256)
          : null;
        await tx.insert(Recording, recording);
        await input.join?.(tx, id);
        await publishRecordingChanged(tx, this.jobs, recording);
        return this.processing.start(tx, recording, { attempt: 1 });
      });
      announce(this.bus, statusOf(recording, run));
      return recording;
    } catch (error) {
      // The upload goes back to where it was, so that a database that was away does not cost somebody 500 MB again.
      if (audio)
        await this.storage
          .localPath(sourceKey(id), (path) => copyFile(path, audio.path))
          .catch(() => undefined);
      await this.storage.deletePrefix(recordingPrefix(id));
      throw error;
    }
  }
}

/** The first recording with these bytes that was not itself a copy. */
async function findSameBytes(tx: EntityManager, workspaceId: string, sha256: string): Promise<string | null> {
  const first = await tx
    .createQueryBuilder(Recording, 'recording')
    .select('recording.id', 'id')
    .where({ workspaceId, sha256, deletedAt: IsNull() })
    .orderBy('recording.createdAt')
    .limit(1)
    .getRawOne<{ id: string }>();
  return first?.id ?? null;
}
