export interface EngineErrorDetails {
  /** May the same call succeed later? True for 429, 5xx, timeouts and a dead engine process. */
  transient?: boolean;
  /** How long the other side asked us to wait. */
  retryAfterMs?: number;
  /** What to look at. */
  troubleshooting?: string[];
  /** What to do about it, best first; names the next rung of the ladder where there is one. */
  recovery?: string[];
  cause?: unknown;
}

/** An engine, decoder or model that cannot do its work, in words for the person who uploaded the recording. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: string;
  readonly transient: boolean;
  readonly retryAfterMs: number | undefined;
  readonly troubleshooting: string[];
  readonly recovery: string[];

  constructor(
    code: string,
    message: string,
    { transient = false, retryAfterMs, troubleshooting = [], recovery = [], cause }: EngineErrorDetails = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.transient = transient;
    this.retryAfterMs = retryAfterMs;
    this.troubleshooting = troubleshooting;
    this.recovery = recovery;
  }
}
