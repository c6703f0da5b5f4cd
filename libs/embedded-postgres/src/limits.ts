const MIB = 1024 * 1024;

/** What one client, or all of them, may ask of the process. Bytes, milliseconds and counts. */
export interface Limits {
  /** Longest startup packet; PostgreSQL's own limit. */
  startupBytes: number;
  /** Longest message before the password has been checked. */
  authenticationBytes: number;
  /** Longest message afterwards; a value travels in one message, once as text or twice as `\x` bytea. */
  messageBytes: number;
  /** All data of one COPY … FROM STDIN, which is held until the client has sent its end. */
  copyBytes: number;
  /** Everything received from all clients and not yet executed. */
  receivedBytes: number;
  /** The answer to one round trip, held until the engine has produced it whole. */
  resultBytes: number;
  connections: number;
  /** From connect to a checked password. */
  authenticationMs: number;
  /** How long a transaction may sit idle while others wait for the engine. */
  idleInTransactionMs: number;
  /** Round trips one client may have waiting before its socket is no longer read. */
  pipelinedBatches: number;
}

export const DEFAULT_LIMITS: Limits = {
  startupBytes: 10_000,
  authenticationBytes: 4096,
  messageBytes: 256 * MIB,
  copyBytes: 512 * MIB,
  receivedBytes: 1024 * MIB,
  resultBytes: 512 * MIB,
  connections: 200,
  authenticationMs: 10_000,
  idleInTransactionMs: 15_000,
  pipelinedBatches: 64,
};
