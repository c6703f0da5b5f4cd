import { createServer, type Server, type Socket } from 'node:net';
import type { Engine } from './engine/engine.ts';
import { EmbeddedPostgresError } from './embedded-postgres.errors.ts';
import type { Limits } from './limits.ts';
import { Scheduler } from './pool/scheduler.ts';
import { errorResponse } from './protocol/backend-message.ts';
import { scramVerifier } from './protocol/scram.ts';
import { Connection, type ConnectionContext } from './session/connection.ts';
import { Notifications } from './session/notifications.ts';
import { SharedBackend } from './session/shared-backend.ts';

/** The database holds private conversations and has one password: other machines never reach it. */
export const HOST = '127.0.0.1';

/** PostgreSQL tells these to every client as it connects. */
const REPORTED = [
  'server_version',
  'server_encoding',
  'client_encoding',
  'DateStyle',
  'IntervalStyle',
  'TimeZone',
  'integer_datetimes',
  'standard_conforming_strings',
];

/** Listens on the loopback address and hands connections to the engine once there is one. */
export class WireServer {
  scheduler: Scheduler | undefined;
  private readonly limits: Limits;
  private readonly server: Server;
  private readonly connections = new Set<Connection>();
  private context: ConnectionContext | undefined;
  private lastId = 1000;

  constructor(limits: Limits) {
    this.limits = limits;
    this.server = createServer((socket) => this.accept(socket));
  }

  /** Takes the port, 0 for a free one, and gives it. Clients are told to wait until `serve`. */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', (error: NodeJS.ErrnoException) => {
        const message =
          error.code === 'EADDRINUSE'
            ? `Port ${port} on ${HOST} is taken.`
            : `Port ${port} on ${HOST} cannot be opened: ${error.message}.`;
        reject(
          new EmbeddedPostgresError(
            'PORT_TAKEN',
            message,
            ['Stop the program that uses it, or set DATABASE_PORT to a free port.'],
            error,
          ),
        );
      });
      this.server.listen({ port, host: HOST }, resolve);
    });
    const address = this.server.address();
    return typeof address === 'object' && address ? address.port : port;
  }

  serve(engine: Engine, password: string, onFailure: (error: unknown) => void): Scheduler {
    const backend = new SharedBackend(engine, new Notifications(engine), this.limits.resultBytes);
    const scheduler = new Scheduler(backend, this.limits.idleInTransactionMs, onFailure);
    const parameters = new Map(
      REPORTED.map((name) => [name, engine.query(`SHOW ${name}`).rows[0]?.[0] ?? '']),
    );
    parameters
      .set('is_superuser', 'on')
      .set('session_authorization', 'postgres')
      .set('in_hot_standby', 'off')
      .set('default_transaction_read_only', 'off');
    this.context = {
      limits: this.limits,
      scheduler,
      verifier: scramVerifier(password),
      received: { held: 0 },
      parameters,
      closed: (connection) => this.connections.delete(connection),
    };
    this.scheduler = scheduler;
    return scheduler;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const connection of [...this.connections])
      connection.terminate({
        severity: 'FATAL',
        code: '57P01',
        message: 'terminating connection: the database is stopping',
      });
    await closed;
  }

  private accept(socket: Socket): void {
    if (!this.context) return refuse(socket, '57P03', 'the database system is starting up');
    if (this.connections.size >= this.limits.connections)
      return refuse(socket, '53300', 'sorry, too many clients already');
    this.connections.add(new Connection(++this.lastId, socket, this.context));
  }
}

function refuse(socket: Socket, code: string, message: string): void {
  socket.on('error', () => socket.destroy());
  socket.on('data', () => undefined);
  // The client has written its start-up packet before it reads; answering at once is still answering first.
  socket.end(errorResponse({ severity: 'FATAL', code, message }));
  setTimeout(() => socket.destroy(), 1000).unref();
}
