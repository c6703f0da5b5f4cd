import { diskFull, toProblem, unexpectedError, type Log, type Problem } from '@colloquy/subgraph';
import { uploadNotFound, uploadTooLarge } from './upload.errors.ts';

/** What the tus server refuses with `status`, in words of ours. @param said its own words */
export function tusProblem({
  status,
  said,
  maxBytes,
  log,
}: {
  status: number;
  said: string;
  maxBytes: number;
  log: Log;
}): Problem {
  switch (status) {
    case 404:
    case 410:
      return uploadNotFound().problem;
    case 409:
      return toProblem({
        code: 'UPLOAD_OFFSET_CONFLICT',
        message: 'The upload has come to another byte than this request begins with.',
        troubleshooting: ['Another request may have gone on with the same upload.'],
        recovery: ['Ask by HEAD how far it has come (`Upload-Offset`) and go on from there.'],
      });
    case 412:
      return toProblem({
        code: 'UPLOAD_PROTOCOL_REQUIRED',
        message: 'Uploads go by the tus protocol, version 1.0.0.',
        troubleshooting: ['The header `Tus-Resumable` is missing.'],
        recovery: ['Use a tus client, or send `Tus-Resumable: 1.0.0` with every request.'],
      });
    case 413:
      return uploadTooLarge(maxBytes).problem;
    case 500:
      return unexpectedError(log, new Error(said.trim()));
    case 507:
      return diskFull();
    default:
      return toProblem({
        code: 'UPLOAD_REQUEST_INVALID',
        message: `The request is not one of the tus protocol: ${said.trim()}`,
        troubleshooting: ['Look at the headers of the request.'],
        recovery: ['Use a tus client, or correct the request and send it again.'],
      });
  }
}

export const methodNotAllowed = (allowed: string): Problem =>
  toProblem({
    code: 'METHOD_NOT_ALLOWED',
    message: 'Uploads do not take that method.',
    troubleshooting: [`The methods of the tus protocol are ${allowed}; none is named in a header.`],
    recovery: ['Use one of them. What was uploaded is read at the `audioUrl` of its recording.'],
  });

export const metadataTooLong = (maxLength: number): Problem =>
  toProblem({
    code: 'UPLOAD_METADATA_TOO_LONG',
    message: `The header \`Upload-Metadata\` is longer than ${maxLength} characters.`,
    troubleshooting: ['Only the name and the type of the file are needed.'],
    recovery: ['Shorten the name of the file.'],
  });
