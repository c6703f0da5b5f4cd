/** Why the database process could not start or had to stop; `exitCode` is what the process ends with. */
export const FAILURES = {
  INVALID_ENVIRONMENT: 2,
  PORT_TAKEN: 3,
  DIRECTORY_LOCKED: 4,
  DIRECTORY_UNUSABLE: 5,
  UNEXPECTED: 6,
  ENGINE_DIED: 70,
} as const;

export type FailureCode = keyof typeof FAILURES;

/** A failure with a sentence for the person who reads it and what they may try. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
  readonly code: FailureCode;
  readonly troubleshooting: readonly string[];

  constructor(code: FailureCode, message: string, troubleshooting: readonly string[] = [], cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.troubleshooting = troubleshooting;
  }

  get exitCode(): number {
    return FAILURES[this.code];
  }
}
