export { openLocalFolder } from './local-folder.storage.ts';
export { StorageError, type StorageErrorCode } from './storage.error.ts';
export type { ByteRange, Content, PutOptions, Storage, StoredObject } from './storage.ts';
