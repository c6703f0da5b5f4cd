import { Agent, request, type Dispatcher } from 'undici';
import { connectToPublic, NotPublicError, type Lookup } from './public-address.ts';

const MAX_READ_BYTES = 64 * 1024;
const MAX_KEPT_LENGTH = 4_000;
const MAX_ERROR_LENGTH = 300;

/** What came of one attempt. */
export interface Attempt {
  delivered: boolean;
  /** Trying again cannot help. */
  hopeless: boolean;
  status: number | null;
  responseBody: string | null;
  error: string | null;
}

interface SenderOptions {
  allowPrivate: boolean;
  timeoutMs: number;
  /** How names are resolved; by the system unless said otherwise. */
  lookup?: Lookup;
}

/** Sends requests to addresses that strangers chose: in little time, reading little, following nothing. */
export class WebhookSender {
  private readonly agent: Agent;

  constructor(private readonly options: SenderOptions) {
    const { allowPrivate, timeoutMs, lookup } = options;
    this.agent = new Agent({
      connect: allowPrivate ? { timeout: timeoutMs } : connectToPublic(timeoutMs, lookup),
      // Every request has a connection of its own, and so an address that was looked at for it.
      pipelining: 0,
    });
  }

  /** @throws only when `stopping` aborts: then nothing is known of the attempt. */
  async send(
    url: string,
    headers: Record<string, string>,
    body: string,
    stopping: AbortSignal,
  ): Promise<Attempt> {
    const timeout = AbortSignal.timeout(this.options.timeoutMs);
    let status: number | null = null;
    try {
      const answer = await request(url, {
        dispatcher: this.agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': 'Colloquy-Webhooks/1', ...headers },
        body,
        signal: AbortSignal.any([timeout, stopping]),
      });
      status = answer.statusCode;
      const responseBody = await readStart(answer.body);
      const delivered = status >= 200 && status < 300;
      return {
        delivered,
        hopeless: false,
        status,
        responseBody,
        error: delivered ? null : refusalOf(status),
      };
    } catch (error) {
      if (stopping.aborted) throw error;
      const seconds = this.options.timeoutMs / 1000;
      return {
        delivered: false,
        hopeless: error instanceof NotPublicError,
        status,
        responseBody: null,
        error: timeout.aborted ? `There was no whole answer within ${seconds} s.` : reasonOf(error),
      };
    }
  }
}

function refusalOf(status: number): string {
  return status >= 300 && status < 400
    ? `The receiver answered ${status}: redirects are not followed.`
    : `The receiver answered ${status}.`;
}

/** The beginning of an answer as text that the database can hold; the rest is not read. */
async function readStart(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MAX_READ_BYTES) break;
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return text.replaceAll('\0', '').slice(0, MAX_KEPT_LENGTH);
}

/** Where several addresses were tried, the reason is that of the last. */
function reasonOf(error: unknown): string {
  const cause = error instanceof AggregateError ? (error.errors.at(-1) as unknown) : error;
  const { message, code } = cause as { message?: string; code?: string };
  return (message || code || 'The request failed.').slice(0, MAX_ERROR_LENGTH);
}
