import type { ErrorFields, TransactionStatus } from '../protocol/backend-message.ts';
import type { ListenChange, StatementFacts } from './statement-facts.ts';

/** One round trip of a client: messages up to a Sync, a Flush, or one simple Query with its COPY data. */
export interface Batch {
  /** `settings` only applies the connection's start-up settings. */
  kind: 'query' | 'extended' | 'flush' | 'settings';
  messages: Buffer;
  facts: readonly StatementFacts[];
  copiesFromClient: boolean;
  /** It uses the unnamed statement before parsing one. */
  needsUnnamedStatement: boolean;
  parsesUnnamedStatement: boolean;
  /** Bytes received for it, given back to the budget once it ran. */
  receivedBytes: number;
  /** Sent to the client after the batch's own output. */
  afterwards?: Buffer;
}

/** The connection behind a session, as the scheduler and the backend see it. */
export interface SessionClient {
  deliver(output: readonly Buffer[]): void;
  finished(batch: Batch): void;
  terminate(error: ErrorFields): void;
}

export interface PreparedStatement {
  /** Its name in the engine, where all connections' statements live together. */
  engineName: string;
  facts: StatementFacts;
}

/** What PostgreSQL would keep for a connection, kept by us because the engine has one session for all of them. */
export class Session {
  readonly id: number;
  readonly client: SessionClient;
  applicationName = '';
  readonly batches: Batch[] = [];
  status: TransactionStatus = 'I';

  readonly statements = new Map<string, PreparedStatement>();
  /** The last Parse of the unnamed statement, to repeat it when another connection came in between. */
  unnamedStatement: { parse: Buffer; facts: StatementFacts } | undefined;

  settings: ReadonlyMap<string, string> = new Map();
  readonly customisedOptions = new Set<string>();
  settingsTouched = false;

  readonly channels = new Set<string>();
  /** LISTEN and UNLISTEN of the running transaction; they count once it has committed. */
  pendingListens: ListenChange[] = [];

  constructor(id: number, client: SessionClient) {
    this.id = id;
    this.client = client;
  }

  /** Equal for sessions with equal settings, between which nothing needs to be switched. */
  get settingsKey(): string {
    return this.settings.size === 0 ? '' : JSON.stringify([...this.settings].sort());
  }
}
