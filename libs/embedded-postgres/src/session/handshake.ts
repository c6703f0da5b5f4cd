import {
  authentication,
  cstring,
  negotiateProtocolVersion,
  type ErrorFields,
} from '../protocol/backend-message.ts';
import { FieldReader, ProtocolViolation } from '../protocol/frontend-message.ts';
import { SCRAM_MECHANISM, ScramExchange, type ScramVerifier } from '../protocol/scram.ts';
import type { StartupPacket } from '../protocol/startup.ts';

const USER = 'postgres';
const DATABASE = 'postgres';

export type SessionPacket = Extract<StartupPacket, { kind: 'session' }>;

/** What the connection does next: sends `reply`, then ends with `refusal`, hangs up, or lets the client in. */
export interface HandshakeStep {
  reply?: Buffer;
  refusal?: ErrorFields;
  hangUp?: true;
  admitted?: SessionPacket;
}

/**
 * From a connection's first packet to a checked password.
 *
 *   SSLRequest ─► N            start-up packet ─► SASL offer ─► first ─► continue ─► final ─► admitted
 */
export class Handshake {
  private readonly exchange: ScramExchange;
  private packet: SessionPacket | undefined;
  private challenged = false;

  constructor(verifier: ScramVerifier) {
    this.exchange = new ScramExchange(verifier);
  }

  /** False until a start-up packet was accepted: packets have no type byte before. */
  get started(): boolean {
    return this.packet !== undefined;
  }

  start(packet: StartupPacket): HandshakeStep {
    if (packet.kind === 'encryption') return { reply: Buffer.from('N') };
    if (packet.kind === 'cancel') return { hangUp: true };
    if (packet.kind === 'unsupported') {
      const message = `unsupported frontend protocol ${packet.version}: this server speaks 3.0`;
      return { refusal: { severity: 'FATAL', code: '0A000', message } };
    }
    this.packet = packet;
    const negotiates = packet.minorVersion > 0 || packet.unknownOptions.length > 0;
    return {
      reply: Buffer.concat([
        ...(negotiates ? [negotiateProtocolVersion(packet.unknownOptions)] : []),
        authentication(10, Buffer.concat([cstring(SCRAM_MECHANISM), Buffer.from([0])])),
      ]),
    };
  }

  authenticate(message: Buffer): HandshakeStep {
    if (message[0] !== 'p'.charCodeAt(0)) throw new ProtocolViolation('expected a password message');
    return this.challenged ? this.check(message) : this.challenge(message);
  }

  private challenge(message: Buffer): HandshakeStep {
    const fields = new FieldReader(message, 5);
    const mechanism = fields.cstring();
    const size = fields.int32();
    if (mechanism !== SCRAM_MECHANISM || size < 0) return this.refuse();
    const reply = this.exchange.first(fields.bytes(size).toString());
    if (reply === undefined) return this.refuse();
    this.challenged = true;
    return { reply: authentication(11, Buffer.from(reply)) };
  }

  private check(message: Buffer): HandshakeStep {
    const proof = this.exchange.final(message.toString('utf8', 5));
    if (proof === undefined || this.packet?.user !== USER) return this.refuse();
    const reply = Buffer.concat([authentication(12, Buffer.from(proof)), authentication(0)]);
    const { database } = this.packet;
    if (database === DATABASE) return { reply, admitted: this.packet };
    const hint = `The embedded database has one, named "${DATABASE}".`;
    return {
      reply,
      refusal: { severity: 'FATAL', code: '3D000', message: `database "${database}" does not exist`, hint },
    };
  }

  private refuse(): HandshakeStep {
    const message = `password authentication failed for user "${this.packet?.user ?? ''}"`;
    return { refusal: { severity: 'FATAL', code: '28P01', message } };
  }
}
