import type { z } from 'zod';
import { EngineError } from '../engine.error.ts';
import { garbled, refused, timedOut, tooLarge, unreachable } from './hosted-service.errors.ts';

/** A service on the network that does an engine's work, and what its errors advise. */
export interface HostedService {
  url: string;
  /** What error codes begin with: `TRANSCRIPTION`. */
  code: string;
  /** As in "The transcription service at …". */
  name: string;
  /** As in "… is not a transcription". */
  answer: string;
  /** As in "… does not know the address". */
  whatIsKnown: string;
  /** What to check, by what went wrong. */
  checks: Record<'key' | 'address' | 'network' | 'request' | 'answer', string>;
  /** What to choose when it cannot be used: `RECOGNIZER=whisper-small`. */
  nextRung: string | null;
}

interface RequestOptions {
  signal: AbortSignal;
  timeoutMs: number;
}

const MAX_RESPONSE_BYTES = 32 << 20;

/**
 * Sends one request and reads its JSON answer. Retrying is the caller's business: errors say whether it can help and
 * how long to wait.
 * @throws EngineError; the signal's reason when aborted
 */
export async function ask<T>(
  service: HostedService,
  { path = '', ...request }: { path?: string } & Pick<RequestInit, 'method' | 'headers' | 'body'>,
  schema: z.ZodType<T>,
  { signal, timeoutMs }: RequestOptions,
): Promise<T> {
  const patience = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(`${service.url.replace(/\/+$/, '')}${path}`, {
      ...request,
      signal: AbortSignal.any([signal, patience]),
      // The recording goes to the configured address and nowhere else.
      redirect: 'manual',
    });
    const text = await limitedText(response, service);
    if (!response.ok) throw refused(response, text, service);
    return read(text, schema, service);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    signal.throwIfAborted();
    throw patience.aborted ? timedOut(timeoutMs, service) : unreachable(error, service);
  }
}

function read<T>(text: string, schema: z.ZodType<T>, service: HostedService): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw garbled(text, service, notJson(error));
  }
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  throw garbled(text, service, `${issue?.path.join('.')}: ${issue?.message}`);
}

/** A server that never stops sending must not fill our memory. */
async function limitedText(response: Response, service: HostedService): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_RESPONSE_BYTES) throw tooLarge(MAX_RESPONSE_BYTES, service);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What is wrong with a text that `JSON.parse` refused, as Python's NaN. */
export const notJson = (error: unknown): string => `it is no JSON: ${(error as Error).message}`;
