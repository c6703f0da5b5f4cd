import type { IncomingMessage } from 'node:http';
import busboy, { type Busboy } from 'busboy';

/** Bytes within which a multipart request must have named its operation. */
const MAX_HEAD_BYTES = 128 * 1024;

export interface MultipartHead {
  /** The field `operations` as it was sent: JSON, if the client is honest. */
  operations: string;
  /** All that was read of the body so far. */
  bytes: Buffer;
}

/**
 * Reads a multipart request up to its `operations`, which come first (GraphQL multipart request specification), and
 * leaves the rest, the files, unread. The parser is the one of the service behind, so that both see the same. Null
 * when the body begins with anything else.
 */
export function readMultipartHead(req: IncomingMessage): Promise<MultipartHead | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let parser: Busboy;
    try {
      parser = busboy({ headers: req.headers, limits: { fieldSize: MAX_HEAD_BYTES } });
    } catch {
      return resolve(null);
    }
    const end = (operations: string | null) => {
      req.off('data', take).off('end', giveUp).off('close', giveUp).pause();
      parser.removeAllListeners().on('error', () => undefined);
      resolve(operations === null ? null : { operations, bytes: Buffer.concat(chunks, bytes) });
    };
    const giveUp = () => end(null);
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      parser.write(chunk);
      if (bytes > MAX_HEAD_BYTES) giveUp();
    };
    parser
      .on('field', (name, value, { valueTruncated }) =>
        end(name === 'operations' && !valueTruncated ? value : null),
      )
      .on('file', giveUp)
      .on('close', giveUp)
      .on('error', giveUp);
    req.on('data', take).on('end', giveUp).on('close', giveUp);
  });
}
