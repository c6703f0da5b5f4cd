import type { Readable } from 'node:stream';

export interface StoredObject {
  key: string;
  sizeBytes: number;
  modifiedAt: Date;
}

/** Bytes `start` to `end`, both included, as in an HTTP Range. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface PutOptions {
  /** The write is given up, and nothing left behind, past this many bytes. */
  maxBytes?: number;
  signal?: AbortSignal;
}

export type Content = Readable | AsyncIterable<Uint8Array> | Uint8Array | string;

/**
 * Where files live. A key is a `/`-separated path of our own making (see `checkKey`), never a name from outside.
 * Writes are atomic: a reader sees the object whole or not at all, and a crash leaves no half of one.
 * One adapter so far, a local folder; the operations are those an object store has too.
 */
export interface Storage {
  put(key: string, content: Content, options?: PutOptions): Promise<StoredObject>;
  /** Takes over a local file: afterwards it is stored under `key` and gone from `path`. */
  putFile(key: string, path: string): Promise<StoredObject>;
  /** @throws StorageError `NOT_FOUND` */
  open(key: string, range?: ByteRange): Promise<Readable>;
  /**
   * The whole object in memory.
   * @throws StorageError `NOT_FOUND`, or `TOO_LARGE` past `maxBytes`
   */
  read(key: string, options?: { maxBytes?: number }): Promise<Buffer>;
  /** Null when there is nothing under `key`. */
  stat(key: string): Promise<StoredObject | null>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  /** Deletes everything under `prefix/`. */
  deletePrefix(prefix: string): Promise<void>;
  /** Everything under `prefix/`, in no order. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /**
   * Gives `use` a local file with the object's content, for tools that need one. Read only, valid until `use` settles.
   * @throws StorageError `NOT_FOUND`
   */
  localPath<T>(key: string, use: (path: string) => Promise<T>): Promise<T>;
}
