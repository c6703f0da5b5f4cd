import { ExpectedError, orProblem, Problem, type Context } from '@colloquy/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ownerIn } from '../collection/collection-owner.ts';
import type { TranscriptImportService } from '../transcript-import/transcript-import.service.ts';
import { Upload } from '../upload/upload.scalar.ts';
import type { IncomingFile, UploadService } from '../upload/upload.service.ts';
import { Recording } from './recording.entity.ts';
import {
  CreateRecordingInput,
  ImportTranscriptInput,
  RecordingResult,
  UploadRecordingInput,
} from './recording.inputs.ts';

@Resolver()
export class RecordingCreationResolver {
  constructor(
    private readonly uploads: UploadService,
    private readonly imports: TranscriptImportService,
  ) {}

  @Mutation(() => RecordingResult, {
    description: 'Makes a recording of a finished upload and queues its processing.',
  })
  createRecording(
    @Arg('input', () => CreateRecordingInput, { description: 'The upload and what is known about it.' })
    input: CreateRecordingInput,
    @Ctx() context: Context,
  ): Promise<Recording | Problem> {
    const { uploadId, ...details } = input;
    return orProblem(() => this.uploads.fromUpload(ownerIn(context), uploadId, details));
  }

  @Mutation(() => RecordingResult, {
    description:
      'Uploads a file in a multipart request and makes a recording of it. Large files are safer by tus on `/upload`.',
  })
  uploadRecording(
    @Arg('file', () => Upload, { description: 'The audio.' }) file: unknown,
    @Arg('input', () => UploadRecordingInput, { nullable: true, description: 'What is known about it.' })
    input: UploadRecordingInput | null,
    @Ctx() context: Context,
  ): Promise<Recording | Problem> {
    return orProblem(async () =>
      this.uploads.fromMultipart(ownerIn(context), await incomingFile(file), input ?? {}),
    );
  }

  @Mutation(() => RecordingResult, {
    description:
      'Brings in an existing transcript, with or without its audio, as a recording. A malformed one is refused with line and reason.',
  })
  importTranscript(
    @Arg('input', () => ImportTranscriptInput, { description: 'The transcript.' })
    input: ImportTranscriptInput,
    @Ctx() { workspaceId }: Context,
  ): Promise<Recording | Problem> {
    return orProblem(() => this.imports.import(workspaceId, input));
  }

  @Mutation(() => RecordingResult, {
    description: 'Makes a recording of the sample conversation that comes with the product.',
  })
  createSampleRecording(@Ctx() { workspaceId }: Context): Promise<Recording | Problem> {
    return orProblem(() => this.uploads.sample(workspaceId));
  }
}

/** The scalar gives a promise, or what it wraps; it rejects when the request breaks off before the file begins. */
async function incomingFile(value: unknown): Promise<IncomingFile> {
  const file = (await value) as Partial<IncomingFile> & { file?: IncomingFile };
  const found = file.file ?? file;
  if (typeof found.createReadStream === 'function') return found as IncomingFile;
  throw new ExpectedError({
    code: 'UPLOAD_MISSING',
    message: 'There is no file in this request.',
    recovery: [
      'Send a multipart request as the GraphQL multipart request specification says, with the header `apollo-require-preflight: true`.',
    ],
  });
}
