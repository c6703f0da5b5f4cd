import { FieldReader, ProtocolViolation } from './frontend-message.ts';

/** The first packet of a connection, before any password. */
export type StartupPacket =
  | { kind: 'encryption' } // SSLRequest or GSSENCRequest: answered with a plain "no"
  | { kind: 'cancel' } // a running query cannot be interrupted: ignored
  | { kind: 'unsupported'; version: string }
  | {
      kind: 'session';
      minorVersion: number;
      user: string;
      database: string;
      applicationName: string;
      settings: Map<string, string>;
      unknownOptions: string[];
    };

const CANCEL_REQUEST = 80877102;
const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;

/** Parameters that are not settings, or that every connection here shares. */
const NOT_SETTINGS = new Set(['user', 'database', 'replication', 'options', 'application_name']);

export function readStartupPacket(packet: Buffer): StartupPacket {
  const fields = new FieldReader(packet, 0);
  const code = fields.int32();
  if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: 'encryption' };
  if (code === CANCEL_REQUEST) return { kind: 'cancel' };
  if (code >>> 16 !== 3) return { kind: 'unsupported', version: `${code >>> 16}.${code & 0xffff}` };

  const given = new Map<string, string>();
  for (let name = fields.cstring(); name !== ''; name = fields.cstring()) given.set(name, fields.cstring());
  if (!fields.atEnd) throw new ProtocolViolation('the startup packet has bytes after its end');
  const user = given.get('user');
  if (!user) throw new ProtocolViolation('no user name in the startup packet');
  if (given.has('replication') && given.get('replication') !== 'false')
    return { kind: 'unsupported', version: 'replication' };

  const settings = readOptions(given.get('options') ?? '');
  for (const [name, value] of given)
    if (!NOT_SETTINGS.has(name) && !name.startsWith('_pq_.')) settings.set(name.toLowerCase(), value);
  if (/^"?utf-?8"?$/i.test(settings.get('client_encoding') ?? '')) settings.delete('client_encoding');
  return {
    kind: 'session',
    minorVersion: code & 0xffff,
    user,
    database: given.get('database') || user,
    applicationName: given.get('application_name') ?? '',
    settings,
    unknownOptions: [...given.keys()].filter((name) => name.startsWith('_pq_.')),
  };
}

/** `-c name=value` and `--name=value`, blanks escaped by a backslash, as `PGOPTIONS` has them. */
function readOptions(options: string): Map<string, string> {
  const settings = new Map<string, string>();
  const words = (options.match(/(?:\\.|[^\s\\])+/gs) ?? []).map((word) => word.replace(/\\(.)/gs, '$1'));
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    const assignment =
      word === '-c'
        ? words[++index]
        : word.startsWith('-c') || word.startsWith('--')
          ? word.slice(2)
          : undefined;
    const [, name, value] = /^([\w.-]+)=(.*)$/s.exec(assignment ?? '') ?? [];
    if (name === undefined || value === undefined)
      throw new ProtocolViolation(`unsupported connection option ${JSON.stringify(word)}`);
    settings.set(name.replaceAll('-', '_').toLowerCase(), value);
  }
  return settings;
}
