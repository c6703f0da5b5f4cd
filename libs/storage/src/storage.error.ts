export type StorageErrorCode = 'KEY_INVALID' | 'NOT_FOUND' | 'TOO_LARGE';

export class StorageError extends Error {
  override readonly name = 'StorageError';

  constructor(
    readonly code: StorageErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
