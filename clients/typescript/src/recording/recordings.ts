import {
  CreateRecordingDocument,
  ImportTranscriptDocument,
  RecordingDocument,
  RecordingsDocument,
  RecordingStatusDocument,
  type CreateRecordingInput,
  type ImportTranscriptInput,
  type RecordingFieldsFragment,
  type RecordingFilter,
  type RecordingSort,
  type RecordingStatusSubscription,
} from '../gql/graphql.ts';
import { accepted, ColloquyError, missing } from '../graph/colloquy-error.ts';
import type { Abortable, Connection } from '../graph/connection.ts';
import { everyItem, toPage, type Page, type PageOptions } from '../graph/page.ts';
import { upload, type UploadOptions } from '../upload/upload.ts';
import type { UploadSource } from '../upload/upload-source.ts';

export type Recording = RecordingFieldsFragment;
/** Where a recording stands. */
export type RecordingState = RecordingStatusSubscription['recordingStatusChanged'];

export interface RecordingListOptions extends PageOptions, Abortable {
  filter?: RecordingFilter | undefined;
  /** Newest first unless told. */
  sort?: RecordingSort | undefined;
}

export interface NewRecordingOptions extends UploadOptions, Omit<CreateRecordingInput, 'uploadId'> {}

export interface WaitOptions extends Abortable {
  /** Hears of every step on the way. */
  onState?: ((state: RecordingState) => void) | undefined;
}

const ENDS = new Set<RecordingState['status']>(['READY', 'FAILED', 'CANCELLED']);

/** Conversations, from their bytes until they are ready. */
export class Recordings {
  constructor(private readonly connection: Connection) {}

  /** Null when there is none with this id. */
  async get(id: string, options?: Abortable): Promise<Recording | null> {
    return (await this.connection.query(RecordingDocument, { id }, options)).recording;
  }

  async page({ first = 50, after, filter, sort, signal }: RecordingListOptions = {}): Promise<
    Page<Recording>
  > {
    const variables = { first, after, filter, sort };
    const { recordings } = await this.connection.query(RecordingsDocument, variables, { signal });
    if (!recordings) throw missing('recordings');
    return toPage(recordings);
  }

  /** All of them, page after page. */
  list(options: RecordingListOptions = {}): AsyncGenerator<Recording> {
    return everyItem((after) => this.page({ ...options, after: after ?? options.after }));
  }

  /** Uploads a file or a stream and makes a recording of it, which is then processed. */
  async upload(
    source: UploadSource,
    { title, language, recordedAt, expectedSpeakers, ...options }: NewRecordingOptions = {},
  ): Promise<Recording> {
    const uploadId = await upload(this.connection, source, options);
    return this.create({ uploadId, title, language, recordedAt, expectedSpeakers }, options);
  }

  /** Makes a recording of bytes that are on the server already. */
  async create(input: CreateRecordingInput, { signal }: Abortable = {}): Promise<Recording> {
    const { createRecording } = await this.connection.query(CreateRecordingDocument, { input }, { signal });
    return accepted(createRecording);
  }

  /** A transcript made elsewhere, with its audio when `uploadId` names it. */
  async importTranscript(input: ImportTranscriptInput, { signal }: Abortable = {}): Promise<Recording> {
    const { importTranscript } = await this.connection.query(ImportTranscriptDocument, { input }, { signal });
    return accepted(importTranscript);
  }

  /** Sends bytes without making anything of them yet. @returns the id of the upload */
  uploadBytes(source: UploadSource, options?: UploadOptions): Promise<string> {
    return upload(this.connection, source, options);
  }

  /** Where it stands now, then every change, until it is READY, FAILED, CANCELLED or deleted. */
  async *follow(id: string, options?: Abortable): AsyncGenerator<RecordingState> {
    const changes = this.connection.subscribe(RecordingStatusDocument, { recordingId: id }, options);
    for await (const { recordingStatusChanged: state } of changes) {
      yield state;
      if (ENDS.has(state.status) || !state.recording) return;
    }
  }

  /** Waits until its transcript can be read. @throws ColloquyError with the reason when that will not be */
  async ready(id: string, { onState, signal }: WaitOptions = {}): Promise<Recording> {
    for await (const state of this.follow(id, { signal })) {
      onState?.(state);
      if (state.problem && state.status === 'FAILED') throw new ColloquyError(state.problem);
      if (state.recording && state.status === 'READY') return state.recording;
    }
    throw new ColloquyError({
      code: 'PROCESSING_ENDED',
      message: 'The processing of the recording was cancelled, or the recording deleted.',
      troubleshooting: ['Look at the recording in the library.'],
      recovery: ['Have it processed again.'],
    });
  }
}
