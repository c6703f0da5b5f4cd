import { StorageError } from './storage.error.ts';

const MAX_LENGTH = 512;
/** Letters, digits, `.`, `_`, `-`; never empty, never starting with a dot, so that `.`, `..` and temporary files are out. */
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/**
 * A key is one or more segments joined by `/`. Anything that could mean another place (`..`, a leading `/`, `\`, NUL,
 * an empty segment) is refused rather than repaired.
 * @throws StorageError `KEY_INVALID`
 */
export function checkKey(key: string): string {
  if (key.length <= MAX_LENGTH && key.split('/').every((segment) => SEGMENT.test(segment))) return key;
  throw new StorageError('KEY_INVALID', `${JSON.stringify(key.slice(0, 80))} is not a storage key`);
}
