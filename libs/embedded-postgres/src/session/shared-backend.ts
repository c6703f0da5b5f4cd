import type { Engine } from '../engine/engine.ts';
import { errorResponse, readyForQuery, type TransactionStatus } from '../protocol/backend-message.ts';
import { BackendSplitter, type Verdict } from '../protocol/backend-splitter.ts';
import { closeStatement, query, sync } from '../protocol/frontend-message.ts';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.ts';
import type { Notifications } from './notifications.ts';
import type { Batch, Session } from './session.ts';
import { readSettings, resetSettings, writeSettings } from './session-settings.ts';

/** Runs batches of many connections on the engine's single session, giving each the state it would have alone. */
export class SharedBackend {
  private readonly engine: Engine;
  private readonly notifications: Notifications;
  private readonly maxResultBytes: number;
  /** Whose settings are in force, as a key; undefined when not known. */
  private activeSettings: string | undefined = '';
  private unnamedStatementOf: Session | undefined;

  constructor(engine: Engine, notifications: Notifications, maxResultBytes: number) {
    this.engine = engine;
    this.notifications = notifications;
    this.maxResultBytes = maxResultBytes;
  }

  /**
   * Runs one batch to its end and delivers its output. Afterwards `session.status` is what PostgreSQL said.
   * Throws EmbeddedPostgresError ENGINE_DIED when the engine did not answer as a living one does.
   */
  run(session: Session, batch: Batch): void {
    const refused = this.useSettings(session);
    if (refused !== undefined) {
      session.client.terminate({ severity: 'FATAL', code: '22023', message: refused });
      return;
    }
    if (batch.kind === 'settings') {
      session.client.deliver([]);
      return;
    }
    if (batch.needsUnnamedStatement && this.unnamedStatementOf !== session && session.unnamedStatement) {
      this.engine.exec(Buffer.concat([session.unnamedStatement.parse, sync()]), () => undefined);
      this.unnamedStatementOf = session;
    }
    const outcome = this.execute(batch);
    if (batch.kind === 'query')
      this.unnamedStatementOf = undefined; // a simple query drops the unnamed statement
    else if (batch.parsesUnnamedStatement) this.unnamedStatementOf = session;

    for (const facts of batch.facts) {
      if (!outcome.failed) session.pendingListens.push(...facts.listens);
      session.settingsTouched ||= facts.touchesSettings;
      for (const name of facts.dottedNames) session.customisedOptions.add(name);
    }
    if (batch.kind !== 'flush') {
      if (outcome.status === undefined)
        throw new EmbeddedPostgresError('ENGINE_DIED', 'The database engine stopped answering.');
      session.status = outcome.status;
      if (session.status === 'I') this.settle(session, !outcome.failed && !outcome.rolledBack);
      outcome.output.push(readyForQuery(outcome.status));
    }
    this.notifications.route(outcome.notifications, session);
    session.client.deliver(outcome.output);
  }

  /** Before work of our own, between transactions: nobody's settings are in force. */
  useOwnSettings(): void {
    if (this.activeSettings !== '') resetSettings(this.engine);
    this.activeSettings = '';
    this.unnamedStatementOf = undefined;
  }

  /** Undoes what a closed connection left in the engine; `inTransaction` when it held the engine. */
  forget(session: Session, inTransaction: boolean): void {
    const cleanUp: Buffer[] = [];
    if (inTransaction) {
      cleanUp.push(sync(), query('ROLLBACK'));
      this.activeSettings = undefined;
    }
    for (const { engineName } of session.statements.values()) cleanUp.push(closeStatement(engineName));
    if (cleanUp.length > 0) this.engine.exec(Buffer.concat([...cleanUp, sync()]), () => undefined);
    if (this.unnamedStatementOf === session) this.unnamedStatementOf = undefined;
    this.notifications.forget(session);
  }

  private execute(batch: Batch) {
    let status: TransactionStatus | undefined;
    let failed = false;
    let rolledBack = false;
    const notifications: Buffer[] = [];
    const inspect = (type: string, bytes: Buffer): Verdict => {
      if (type === 'Z') status = String.fromCharCode(bytes[5] as number) as TransactionStatus;
      else if (type === 'A') notifications.push(bytes);
      else if (type === 'E') failed = true;
      else if (type === 'C') rolledBack = bytes.toString('latin1', 5, bytes.length - 1) === 'ROLLBACK';
      return type === 'E' || type === 'C' || (type === 'G' && !batch.copiesFromClient) ? 'forward' : 'drop';
    };
    const splitter = new BackendSplitter('ZAECG', this.maxResultBytes, inspect);
    this.engine.exec(batch.messages, (view) => splitter.push(view));
    const output = splitter.overflowed
      ? [
          errorResponse({
            severity: 'ERROR',
            code: '54000',
            message: `the result is longer than ${this.maxResultBytes} bytes`,
            hint: 'Use LIMIT or a cursor.',
          }),
        ]
      : splitter.output;
    return { status, failed, rolledBack, notifications, output };
  }

  /** The transaction is over: what it changed for the whole session now counts for this connection. */
  private settle(session: Session, committed: boolean): void {
    if (session.pendingListens.length > 0) {
      if (committed) this.notifications.apply(session, session.pendingListens);
      session.pendingListens = [];
    }
    if (session.settingsTouched) {
      session.settings = readSettings(this.engine, session.customisedOptions);
      session.settingsTouched = false;
      this.unnamedStatementOf = undefined;
      this.activeSettings = session.settingsKey;
    }
  }

  /** Puts the connection's settings in force; gives the reason when PostgreSQL refuses one. */
  private useSettings(session: Session): string | undefined {
    if (this.activeSettings === session.settingsKey) return undefined;
    if (this.activeSettings !== '') resetSettings(this.engine);
    this.activeSettings = undefined;
    this.unnamedStatementOf = undefined; // both run as simple queries
    const refused = writeSettings(this.engine, session.settings);
    if (refused === undefined) this.activeSettings = session.settingsKey;
    return refused;
  }
}
