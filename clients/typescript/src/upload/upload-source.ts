/** Bytes to upload. Of a `Blob` (a browser's `File`, Node's `openAsBlob(path)`) only what is being sent is in memory. */
export type UploadSource =
  Blob | Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/** A piece of a source; null behind its end. `size` is where tus-js-client looks for the length. */
type Piece = (Uint8Array & { size: number }) | null;

export interface SourceReader {
  /** Null when only the end will tell. */
  readonly size: number | null;
  slice(start: number, end: number): Promise<{ value: Piece; done: boolean }>;
  close(): void;
}

export function readerOf(source: UploadSource): SourceReader {
  if (source instanceof Blob) return new BlobReader(source);
  if (source instanceof Uint8Array) return new BlobReader(new Blob([source]));
  return new StreamReader(Symbol.asyncIterator in source ? source : chunksOf(source));
}

const piece = (bytes: Uint8Array): Piece => Object.assign(bytes, { size: bytes.length });

class BlobReader implements SourceReader {
  readonly size: number;

  constructor(private readonly blob: Blob) {
    this.size = blob.size;
  }

  async slice(start: number, end: number) {
    const bytes = await this.blob.slice(start, end).arrayBuffer();
    return { value: piece(new Uint8Array(bytes)), done: end >= this.size };
  }

  close(): void {}
}

/**
 * Reads forward only, and keeps what was handed out last: the server may have got a part of it before the connection
 * broke. What lies before the first piece asked for is skipped, so that an upload can go on with the same stream read anew.
 */
class StreamReader implements SourceReader {
  readonly size = null;
  private readonly chunks: AsyncIterator<Uint8Array>;
  private kept: Uint8Array = new Uint8Array();
  private keptFrom = 0;
  private ended = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  async slice(start: number, end: number) {
    if (start < this.keptFrom)
      throw new Error('The server lost the beginning of the upload, and a stream cannot be read again.');
    const arrived: Uint8Array[] = [];
    let from = this.keptFrom;
    const keep = (bytes: Uint8Array) => {
      const wanted = bytes.subarray(Math.max(0, start - from));
      if (wanted.length > 0) arrived.push(wanted);
      from += bytes.length;
    };
    keep(this.kept);
    while (from < end && !this.ended) {
      const { done, value } = await this.chunks.next();
      if (done) this.ended = true;
      else keep(value);
    }
    this.kept = joined(arrived);
    this.keptFrom = start;
    const bytes = this.kept.subarray(0, end - start);
    // The end is told apart, with no bytes: should that request get lost, all bytes are there and nothing else is due.
    return bytes.length > 0 ? { value: piece(bytes), done: false } : { value: null, done: true };
  }

  close(): void {
    void this.chunks.return?.();
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Not every browser iterates over streams. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
