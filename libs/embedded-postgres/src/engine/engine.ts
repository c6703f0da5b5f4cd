import { PGlite } from '@electric-sql/pglite';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.ts';
import { errorText } from '../protocol/backend-message.ts';
import { BackendSplitter } from '../protocol/backend-splitter.ts';
import { FieldReader, query } from '../protocol/frontend-message.ts';
import { pgliteOptions } from './pglite-options.ts';
import { REFUSE_SESSION_LOCKS } from './refuse-session-locks.ts';

export interface TextResult {
  /** Each value in PostgreSQL's text form. */
  rows: (string | null)[][];
  /** The first error's sentence. */
  error: string | undefined;
}

/** Told when a call into the engine begins and ends; the call blocks this thread. */
export interface CallWatch {
  begin(): void;
  end(): void;
}

const INTERNAL_RESULT_BYTES = 16 * 1024 * 1024;

/** PostgreSQL compiled to WebAssembly: one session, called synchronously with wire-protocol messages. */
export class Engine {
  /** Called before and after every call, by the watchdog. */
  watch: CallWatch | undefined;
  private readonly database: PGlite;
  private failure: unknown;

  private constructor(database: PGlite) {
    this.database = database;
  }

  /** `directory` undefined keeps everything in memory; `template` is a dump of a fresh data directory. */
  static async open(directory: string | undefined, template?: Blob): Promise<Engine> {
    const location = directory ?? 'memory://';
    const database = await PGlite.create(location, {
      ...pgliteOptions(directory !== undefined),
      ...(template ? { loadDataDir: template } : {}),
    });
    const engine = new Engine(database);
    const { error } = engine.query(REFUSE_SESSION_LOCKS);
    if (error !== undefined)
      throw new EmbeddedPostgresError('DIRECTORY_UNUSABLE', `The database cannot be prepared: ${error}.`);
    return engine;
  }

  /**
   * Runs messages to their end. `onOutput` receives pieces of the answer, in memory that is only valid during its
   * call. Throws EmbeddedPostgresError ENGINE_DIED once the engine has failed.
   */
  exec(messages: Buffer, onOutput: (view: Uint8Array) => void): void {
    if (this.failure !== undefined)
      throw new EmbeddedPostgresError('ENGINE_DIED', 'The database engine has failed.', [], this.failure);
    this.watch?.begin();
    // The call is synchronous; its promise only carries what it threw, which the next call reports.
    void this.database
      .execProtocolRawStream(messages, { syncToFs: false, onRawData: onOutput })
      .catch((error: unknown) => {
        this.failure = error;
      });
    this.watch?.end();
  }

  /** Runs SQL of our own and collects what it returns. */
  query(sql: string): TextResult {
    const result: TextResult = { rows: [], error: undefined };
    let answered = false;
    const splitter = new BackendSplitter('DEZ', INTERNAL_RESULT_BYTES, (type, bytes) => {
      if (type === 'D') result.rows.push(readRow(bytes));
      else if (type === 'E') result.error ??= errorText(bytes);
      else answered = true;
      return 'drop';
    });
    this.exec(query(sql), (view) => splitter.push(view));
    if (!answered) throw new EmbeddedPostgresError('ENGINE_DIED', 'The database engine stopped answering.');
    return result;
  }

  /** A dump of the data directory, from which a database in memory opens faster than from nothing. */
  dump(): Promise<Blob> {
    return this.database.dumpDataDir('none');
  }

  async close(): Promise<void> {
    await this.database.close();
  }
}

function readRow(message: Buffer): (string | null)[] {
  const columns = message.readInt16BE(5);
  const fields = new FieldReader(message, 7);
  return Array.from({ length: columns }, () => {
    const size = fields.int32();
    return size < 0 ? null : fields.bytes(size).toString();
  });
}
