/**
 * Messages a PostgreSQL server sends, as bytes: type (1), length including itself (4), body.
 * Source: PostgreSQL documentation, "Message Formats".
 */
export type TransactionStatus = 'I' | 'T' | 'E';

export const cstring = (text: string): Buffer => Buffer.from(`${text}\0`);

export function message(type: string, ...body: readonly Buffer[]): Buffer {
  const length = body.reduce((sum, part) => sum + part.length, 4);
  const header = Buffer.alloc(5);
  header.write(type, 0, 'latin1');
  header.writeInt32BE(length, 1);
  return Buffer.concat([header, ...body]);
}

export interface ErrorFields {
  severity: 'ERROR' | 'FATAL';
  /** Five characters, see "PostgreSQL Error Codes". */
  code: string;
  message: string;
  hint?: string;
}

export function errorResponse({ severity, code, message: text, hint }: ErrorFields): Buffer {
  const fields = [
    `S${severity}`,
    `V${severity}`,
    `C${code}`,
    `M${text}`,
    ...(hint === undefined ? [] : [`H${hint}`]),
  ];
  return message('E', ...fields.map(cstring), Buffer.from([0]));
}

/** The human-readable message of an ErrorResponse. */
export function errorText(response: Buffer): string {
  const fields = response.toString('utf8', 5).split('\0');
  return fields.find((field) => field.startsWith('M'))?.slice(1) ?? 'unknown error';
}

export const readyForQuery = (status: TransactionStatus): Buffer => message('Z', Buffer.from(status));
export const parameterStatus = (name: string, value: string): Buffer =>
  message('S', cstring(name), cstring(value));

export function backendKeyData(processId: number, secret: number): Buffer {
  const body = Buffer.alloc(8);
  body.writeInt32BE(processId, 0);
  body.writeInt32BE(secret, 4);
  return message('K', body);
}

/** `kind`: 0 accepted, 10 the offered SASL mechanisms, 11 SASL continues, 12 SASL is done. */
export function authentication(kind: 0 | 10 | 11 | 12, body: Buffer = Buffer.alloc(0)): Buffer {
  const code = Buffer.alloc(4);
  code.writeInt32BE(kind, 0);
  return message('R', code, body);
}

/** Tells a client that asked for protocol 3.x that it gets 3.0, and which `_pq_.` options are unknown here. */
export function negotiateProtocolVersion(unknownOptions: readonly string[]): Buffer {
  const counts = Buffer.alloc(8);
  counts.writeInt32BE(0, 0);
  counts.writeInt32BE(unknownOptions.length, 4);
  return message('v', counts, ...unknownOptions.map(cstring));
}

/** "Send the data of your COPY": text format, columns left unsaid. */
export const copyInResponse = (): Buffer => message('G', Buffer.from([0, 0, 0]));
