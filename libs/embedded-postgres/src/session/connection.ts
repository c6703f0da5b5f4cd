import { randomInt } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Limits } from '../limits.ts';
import type { Scheduler } from '../pool/scheduler.ts';
import {
  backendKeyData,
  errorResponse,
  parameterStatus,
  readyForQuery,
  type ErrorFields,
} from '../protocol/backend-message.ts';
import { ProtocolViolation } from '../protocol/frontend-message.ts';
import { MessageReader } from '../protocol/message-reader.ts';
import type { ScramVerifier } from '../protocol/scram.ts';
import { readStartupPacket } from '../protocol/startup.ts';
import { BatchBuilder } from './batch-builder.ts';
import { Handshake, type HandshakeStep } from './handshake.ts';
import { Session, type Batch, type SessionClient } from './session.ts';

/** Bytes received and not yet executed, of all connections. */
export interface ReceivedBytes {
  held: number;
}

/** What every connection of a server shares. */
export interface ConnectionContext {
  limits: Limits;
  scheduler: Scheduler;
  verifier: ScramVerifier;
  received: ReceivedBytes;
  /** ParameterStatus messages every client is told. */
  parameters: ReadonlyMap<string, string>;
  closed(connection: Connection): void;
}

/** `settings`: the password is right, the settings asked for at start-up wait for their turn. */
type Phase = 'handshake' | 'settings' | 'ready' | 'closed';

/** One client's socket, from its first packet through the password to its queries. */
export class Connection implements SessionClient {
  private readonly socket: Socket;
  private readonly context: ConnectionContext;
  private readonly session: Session;
  private readonly reader = new MessageReader();
  private readonly batches: BatchBuilder;
  private readonly handshake: Handshake;
  private readonly authenticationTimer: NodeJS.Timeout;
  private phase: Phase = 'handshake';
  private held = 0;

  constructor(id: number, socket: Socket, context: ConnectionContext) {
    this.socket = socket;
    this.context = context;
    this.session = new Session(id, this);
    this.batches = new BatchBuilder(this.session, context.limits.copyBytes);
    this.handshake = new Handshake(context.verifier);
    this.authenticationTimer = setTimeout(
      () =>
        this.terminate({
          severity: 'FATAL',
          code: '57014',
          message: 'canceling authentication due to timeout',
        }),
      context.limits.authenticationMs,
    );
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    socket.on('drain', () => this.resume());
    socket.on('error', () => socket.destroy());
    socket.on('end', () => this.close());
    socket.on('close', () => this.close());
  }

  deliver(output: readonly Buffer[]): void {
    if (this.phase === 'closed') return;
    if (this.phase === 'settings') return this.welcome();
    this.socket.cork();
    for (const bytes of output) this.socket.write(bytes);
    this.socket.uncork();
    // A client that asks and never reads would fill our memory.
    if (this.socket.writableLength > 2 * this.context.limits.resultBytes) this.close();
  }

  finished(batch: Batch): void {
    this.release(batch.receivedBytes);
    if (batch.afterwards) this.deliver([batch.afterwards]);
    this.resume();
  }

  terminate(error: ErrorFields): void {
    if (this.phase === 'closed') return;
    this.socket.end(errorResponse(error));
    this.close();
  }

  private receive(chunk: Buffer): void {
    if (this.phase === 'closed') return;
    this.held += chunk.length;
    this.context.received.held += chunk.length;
    if (this.context.received.held > this.context.limits.receivedBytes) {
      this.terminate({
        severity: 'FATAL',
        code: '53200',
        message: 'too much data is waiting to be executed',
      });
      return;
    }
    this.reader.push(chunk);
    try {
      while (this.nextMessage());
    } catch (error) {
      if (!(error instanceof ProtocolViolation)) throw error;
      this.terminate({ severity: 'FATAL', code: '08P01', message: error.message });
    }
    if (this.session.batches.length >= this.context.limits.pipelinedBatches) this.socket.pause();
  }

  /** Handles one message; false when there is none. */
  private nextMessage(): boolean {
    const { limits } = this.context;
    if (this.phase === 'closed') return false;
    if (!this.handshake.started) {
      const packet = this.reader.nextStartupPacket(limits.startupBytes);
      if (!packet) return false;
      this.release(packet.length + 4);
      this.proceed(this.handshake.start(readStartupPacket(packet)));
      return true;
    }
    const message = this.reader.nextMessage(
      this.phase === 'ready' ? limits.messageBytes : limits.authenticationBytes,
    );
    if (!message) return false;
    if (this.phase !== 'ready') {
      this.release(message.length);
      if (this.phase === 'settings') throw new ProtocolViolation('a message before the server was ready');
      this.proceed(this.handshake.authenticate(message));
    } else if (message[0] === 'X'.charCodeAt(0)) this.close();
    else {
      const batch = this.batches.accept(message, (prompt) => this.promptForCopy(prompt));
      if (batch) this.context.scheduler.submit(this.session, batch);
    }
    return true;
  }

  private proceed({ reply, refusal, hangUp, admitted }: HandshakeStep): void {
    if (reply) this.socket.write(reply);
    if (refusal) this.terminate(refusal);
    else if (hangUp) this.close();
    if (!admitted) return;
    clearTimeout(this.authenticationTimer);
    this.session.applicationName = admitted.applicationName;
    this.session.settings = admitted.settings;
    this.phase = 'settings';
    if (admitted.settings.size === 0) this.welcome();
    else this.context.scheduler.submit(this.session, SETTINGS_BATCH);
  }

  /** The settings it asked for at start-up are in force: it may send queries. */
  private welcome(): void {
    for (const [name, value] of this.context.parameters) this.socket.write(parameterStatus(name, value));
    this.socket.write(parameterStatus('application_name', this.session.applicationName));
    this.socket.write(backendKeyData(this.session.id, randomInt(2 ** 31)));
    this.socket.write(readyForQuery('I'));
    this.phase = 'ready';
  }

  /** The prompt may not overtake the answers to what was sent before. */
  private promptForCopy(prompt: Buffer): void {
    const before = this.session.batches.at(-1);
    if (before) before.afterwards = prompt;
    else this.deliver([prompt]);
  }

  private resume(): void {
    if (
      this.phase !== 'closed' &&
      this.socket.isPaused() &&
      this.session.batches.length < this.context.limits.pipelinedBatches / 4
    )
      this.socket.resume();
  }

  private release(bytes: number): void {
    this.held -= bytes;
    this.context.received.held -= bytes;
  }

  close(): void {
    if (this.phase === 'closed') return;
    const hadSession = this.phase === 'ready' || this.phase === 'settings';
    this.phase = 'closed';
    clearTimeout(this.authenticationTimer);
    this.release(this.held);
    // What was written, such as the reason, still goes out; a client that does not read it is not waited for.
    this.socket.end();
    setTimeout(() => this.socket.destroy(), 1000).unref();
    if (hadSession) this.context.scheduler.leave(this.session);
    this.context.closed(this);
  }
}

const SETTINGS_BATCH: Batch = {
  kind: 'settings',
  messages: Buffer.alloc(0),
  facts: [],
  copiesFromClient: false,
  needsUnnamedStatement: false,
  parsesUnnamedStatement: false,
  receivedBytes: 0,
};
