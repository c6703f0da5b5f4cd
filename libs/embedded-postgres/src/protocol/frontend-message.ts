/** Reading and making the messages a PostgreSQL client sends. Source: PostgreSQL documentation, "Message Formats". */
import { cstring, message } from './backend-message.ts';

/** The client broke the protocol; the connection ends with this message and SQLSTATE 08P01. */
export class ProtocolViolation extends Error {
  override readonly name = 'ProtocolViolation';
}

/** Walks over the fields of one message body. */
export class FieldReader {
  private readonly message: Buffer;
  private offset: number;

  constructor(message: Buffer, offset: number) {
    this.message = message;
    this.offset = offset;
  }

  get atEnd(): boolean {
    return this.offset >= this.message.length;
  }

  byte(): number {
    const value = this.message[this.offset];
    if (value === undefined) throw new ProtocolViolation('message is shorter than its fields');
    this.offset += 1;
    return value;
  }

  int32(): number {
    if (this.offset + 4 > this.message.length)
      throw new ProtocolViolation('message is shorter than its fields');
    this.offset += 4;
    return this.message.readInt32BE(this.offset - 4);
  }

  cstring(): string {
    const end = this.message.indexOf(0, this.offset);
    if (end < 0) throw new ProtocolViolation('a string in the message has no end');
    const text = this.message.toString('utf8', this.offset, end);
    this.offset = end + 1;
    return text;
  }

  bytes(size: number): Buffer {
    if (this.offset + size > this.message.length)
      throw new ProtocolViolation('message is shorter than its fields');
    this.offset += size;
    return this.message.subarray(this.offset - size, this.offset);
  }

  rest(): Buffer {
    return this.message.subarray(this.offset);
  }
}

export const query = (sql: string): Buffer => message('Q', cstring(sql));
export const parse = (name: string, afterName: Buffer): Buffer => message('P', cstring(name), afterName);
export const bind = (portal: string, statement: string, afterNames: Buffer): Buffer =>
  message('B', cstring(portal), cstring(statement), afterNames);
export const describeStatement = (name: string): Buffer => message('D', Buffer.from('S'), cstring(name));
export const closeStatement = (name: string): Buffer => message('C', Buffer.from('S'), cstring(name));
export const sync = (): Buffer => message('S');
