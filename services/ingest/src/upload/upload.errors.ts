import { EngineError } from '@colloquy/engines';
import { ExpectedError } from '@colloquy/subgraph';

const FORMATS = 'MP3, WAV, M4A, FLAC, OGG, Opus, WebM or AAC';

export const uploadNotFound = () =>
  new ExpectedError({
    code: 'UPLOAD_NOT_FOUND',
    message: 'There is no such upload (any more).',
    troubleshooting: ['Unfinished and unused uploads are removed after a while.'],
    recovery: ['Upload the file again.'],
  });

export const uploadTaken = () =>
  new ExpectedError({
    code: 'UPLOAD_TAKEN',
    message: 'This upload is a recording already, transcribed from its sound.',
    recovery: ['Upload the audio once more and import the transcript with that.'],
  });

export const uploadUnfinished = (received: number, expected: number | undefined) =>
  new ExpectedError({
    code: 'UPLOAD_UNFINISHED',
    message: `Only ${received} of ${expected ?? 'an unknown number of'} bytes have arrived.`,
    recovery: ['Go on with the upload and try again when it is finished.'],
  });

export const uploadEmpty = () =>
  new ExpectedError({
    code: 'UPLOAD_EMPTY',
    message: 'The file is empty.',
    troubleshooting: ['Was the recording stopped before anything was saved?'],
    recovery: ['Choose another file.'],
  });

export const uploadTooLarge = (maxBytes: number) =>
  new ExpectedError({
    code: 'UPLOAD_TOO_LARGE',
    message: `The file is larger than the ${megabytes(maxBytes)} MB allowed here.`,
    recovery: ['Convert it to MP3 or Opus, or split it.', 'Ask the operator to raise MAX_UPLOAD_BYTES.'],
  });

export const uploadTooLong = (maxHours: number) =>
  new ExpectedError({
    code: 'UPLOAD_TOO_LONG',
    message: `The recording is longer than the ${maxHours} hours allowed here.`,
    recovery: [
      'Split it into parts and upload them one by one.',
      'Ask the operator to raise MAX_DURATION_HOURS.',
    ],
  });

export const uploadNotAudio = (found?: string) =>
  new ExpectedError({
    code: 'UPLOAD_NOT_AUDIO',
    message: found
      ? `This is not an audio file: it looks like ${found}.`
      : 'This is not an audio file that can be read.',
    troubleshooting: ['The content counts, not the name of the file.'],
    recovery: [`Upload ${FORMATS}.`],
  });

export const uploadTruncated = (expectedMs: number | null, foundMs: number | null) =>
  new ExpectedError({
    code: 'UPLOAD_TRUNCATED',
    message:
      expectedMs !== null && foundMs !== null
        ? `The file should hold ${seconds(expectedMs)} s of sound but ends after ${seconds(foundMs)}.`
        : 'The file is incomplete: its end is missing.',
    troubleshooting: ['The recording or an earlier transfer was interrupted.'],
    recovery: ['Copy or export it again and upload the whole file.'],
  });

export const uploadEncrypted = () =>
  new ExpectedError({
    code: 'UPLOAD_ENCRYPTED',
    message: 'The audio is encrypted (protected by DRM).',
    recovery: ['Upload an unprotected copy.'],
  });

export const uploadImplausible = () =>
  new ExpectedError({
    code: 'UPLOAD_IMPLAUSIBLE',
    message: 'This small file would unpack to hours of silence.',
    recovery: ['Cut the silence away and upload what is left.'],
  });

export const uploadTooManyChannels = (channels: number, maxChannels: number) =>
  new ExpectedError({
    code: 'UPLOAD_TOO_MANY_CHANNELS',
    message: `The file has ${channels} channels; up to ${maxChannels} can be mixed into one here.`,
    recovery: ['Mix it down to mono or stereo and upload that.'],
  });

export const uploadInterrupted = () =>
  new ExpectedError({
    code: 'UPLOAD_INTERRUPTED',
    message: 'The upload broke off before the file was complete.',
    recovery: ['Upload the file again; large ones are safer by the resumable /upload.'],
  });

/** A refusal by the tools that look at the file, in the words of an upload. What may pass later is thrown on. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof EngineError) || error.transient) return error;
  const code = error.code === 'EMPTY_FILE' ? 'UPLOAD_EMPTY' : `UPLOAD_${error.code}`;
  const { message, troubleshooting, recovery } = error;
  return new ExpectedError({ code, message, troubleshooting, recovery });
}

/** Decimal, to three digits, as the upload page says it. */
const megabytes = (bytes: number): number => Number((bytes / 1e6).toPrecision(3));
const seconds = (ms: number): string => (ms / 1000).toFixed(1);
