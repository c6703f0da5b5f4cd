import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DataSource } from 'typeorm';
import type { CollectionMembers } from '../collection/collection-members.ts';
import type { CollectionOwner } from '../collection/collection-owner.ts';
import type { NewRecording, RecordingCreation } from '../recording/recording-creation.service.ts';
import { checkDetails, type RecordingDetails } from '../recording/recording-details.ts';
import { Recording } from '../recording/recording.entity.ts';
import { RecordingSource } from '../recording/recording-status.ts';
import { inspectAudio, type AudioFacts, type AudioLimits, type MediaTools } from './inspect-audio.ts';
import { isUploadId, type TusUploads } from './tus-uploads.ts';
import { uploadInterrupted, uploadNotFound, uploadTooLarge } from './upload.errors.ts';

interface UploadOptions {
  /** Where files wait until they are stored. */
  uploadDirectory: string;
  /** The audio of the sample conversation. */
  samplePath: string;
  limits: AudioLimits;
  tools: MediaTools;
}

/** A multipart file as `graphql-upload-ts` hands it over. */
export interface IncomingFile {
  filename: string;
  createReadStream(): Readable;
}

export interface UploadDetails extends RecordingDetails {
  collectionId?: string | null | undefined;
  chosenAt?: Date | null | undefined;
}

/** Turns files that arrive in one way or another into recordings, or refuses them and leaves nothing behind. */
export class UploadService {
  /** A double click, or a client that did not wait, gets the answer of the first request. */
  private readonly inFlight = new Map<string, Promise<Recording>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly uploads: TusUploads,
    private readonly creation: RecordingCreation,
    private readonly collections: CollectionMembers,
    private readonly options: UploadOptions,
  ) {}

  /** Makes a recording of a finished tus upload; asked again, answers the same recording. */
  async fromUpload(owner: CollectionOwner, uploadId: string, details: UploadDetails): Promise<Recording> {
    const checked = checkDetails(details);
    return this.recordingOf(owner.workspaceId, uploadId, (audio) =>
      this.create(owner, details, { source: RecordingSource.UPLOAD, details: checked, audio }),
    );
  }

  /**
   * The one recording of a finished upload: made by `make`, unless it was made before. A refused upload is removed;
   * after other failures it may be tried again.
   */
  async recordingOf(
    workspaceId: string,
    uploadId: string,
    make: (audio: AudioOfUpload) => Promise<Recording>,
  ): Promise<Recording> {
    if (!isUploadId(uploadId)) throw uploadNotFound();
    return this.once(`${workspaceId}/${uploadId}`, async () => {
      const existing = await this.dataSource.manager.findOneBy(Recording, { uploadId, workspaceId });
      if (existing) return existing;
      const { path, fileName } = await this.uploads.finished(uploadId);
      const facts = await this.inspect(path).catch(async (error: unknown) => {
        if (error instanceof Error && error.name === 'ExpectedError') await this.uploads.remove(uploadId);
        throw error;
      });
      const recording = await make({ path, facts, fileName, uploadId });
      await this.uploads.remove(uploadId);
      return recording;
    });
  }

  /** Streams a multipart file to disk, then goes the same way. */
  async fromMultipart(
    owner: CollectionOwner,
    file: IncomingFile,
    details: UploadDetails,
  ): Promise<Recording> {
    const checked = checkDetails(details);
    return this.withTemporaryFile(async (path) => {
      await pipeline(file.createReadStream(), createWriteStream(path, { flags: 'wx' })).catch(
        (error: unknown) => {
          throw this.multipartRefusal(error);
        },
      );
      const audio = { path, facts: await this.inspect(path), fileName: file.filename, uploadId: null };
      return this.create(owner, details, { source: RecordingSource.UPLOAD, details: checked, audio });
    });
  }

  async sample(workspaceId: string): Promise<Recording> {
    const details = checkDetails({ title: 'Sample conversation', language: 'en' });
    return this.withTemporaryFile(async (path) => {
      await copyFile(this.options.samplePath, path);
      const audio = {
        path,
        facts: await this.inspect(path),
        fileName: 'sample-conversation.mp3',
        uploadId: null,
      };
      return this.creation.create({ workspaceId, source: RecordingSource.SAMPLE, details, audio });
    });
  }

  private async create(
    owner: CollectionOwner,
    { collectionId, chosenAt }: UploadDetails,
    recording: Omit<NewRecording, 'workspaceId' | 'audio'> & { audio: NonNullable<NewRecording['audio']> },
  ): Promise<Recording> {
    const { workspaceId } = owner;
    if (!collectionId) return this.creation.create({ ...recording, workspaceId });
    this.collections.checkFile(recording.audio.facts);
    const made = await this.creation.create({
      ...recording,
      workspaceId,
      join: (tx, recordingId) =>
        this.collections.join(tx, owner, recordingId, { collectionId, chosenAt: chosenAt ?? null }),
    });
    this.collections.announce(collectionId);
    return made;
  }

  private inspect(path: string): Promise<AudioFacts> {
    return inspectAudio(path, this.options.limits, this.options.tools);
  }

  private async withTemporaryFile<T>(use: (path: string) => Promise<T>): Promise<T> {
    const path = join(this.options.uploadDirectory, `incoming-${randomUUID()}`);
    try {
      return await use(path);
    } finally {
      await rm(path, { force: true });
    }
  }

  private multipartRefusal(error: unknown): unknown {
    // `graphql-upload-ts` throws HTTP errors: too large, or one of several ways a request can break off.
    const { status } = error as { status?: unknown };
    if (status === 413) return uploadTooLarge(this.options.limits.maxBytes);
    if (typeof status === 'number' && status >= 400 && status < 500) return uploadInterrupted();
    return error;
  }

  private async once(key: string, make: () => Promise<Recording>): Promise<Recording> {
    const running = this.inFlight.get(key);
    if (running) return running;
    const promise = make().finally(() => this.inFlight.delete(key));
    this.inFlight.set(key, promise);
    return promise;
  }
}

export interface AudioOfUpload {
  path: string;
  facts: AudioFacts;
  fileName: string | null;
  uploadId: string;
}
