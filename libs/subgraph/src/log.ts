import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Structured logs on standard output, one JSON object a line; secrets that reach a log are cut out. */
export function createLog(name: string, level: string): Log {
  return pino({
    name,
    level,
    redact: {
      paths: [
        '*.authorization',
        '*.cookie',
        '*.password',
        '*.apiKey',
        'headers.authorization',
        'headers.cookie',
      ],
      censor: '[redacted]',
    },
  });
}
