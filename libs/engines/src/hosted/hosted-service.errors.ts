import { EngineError } from '../engine.error.ts';
import type { HostedService } from './hosted-service.ts';

const MAX_RETRY_AFTER_MS = 3_600_000;

const orNext = ({ nextRung }: HostedService): string[] => [
  nextRung
    ? `Or use the next engine that is ready here: ${nextRung}`
    : 'Or get a local model: npm run models -- list',
];
const where = ({ name, url }: HostedService): string => `The ${name} at ${new URL(url).host}`;

/** What a server said, fit for a log and a screen. */
const excerpt = (text: string): string =>
  text
    .replace(/[^\P{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 300);

export function refused(response: Response, body: string, service: HostedService): EngineError {
  const { status } = response;
  const troubleshooting = [`HTTP ${status} ${response.statusText}`.trim(), ...(body ? [excerpt(body)] : [])];
  const fail = (code: string, message: string, check: string) =>
    new EngineError(`${service.code}_${code}`, `${where(service)} ${message}`, {
      troubleshooting,
      recovery: [check, ...orNext(service)],
    });
  const fails = (code: string, message: string) =>
    new EngineError(`${service.code}_${code}`, `${where(service)} ${message}`, {
      transient: true,
      ...retryAfter(response),
      troubleshooting,
      recovery: ['It is tried again by itself.', ...orNext(service)],
    });
  if (status === 429) return fails('RATE_LIMITED', 'asks to wait: too many requests.');
  if (status >= 500 || status === 408) return fails('SERVER_ERROR', 'failed.');
  if (status === 401 || status === 403)
    return fail('UNAUTHORIZED', 'does not accept the key.', service.checks.key);
  if (status === 404)
    return fail('NOT_FOUND', `does not know ${service.whatIsKnown}.`, service.checks.address);
  if (status >= 300 && status < 400)
    return fail('REDIRECTED', 'sends elsewhere, and redirects are not followed.', service.checks.address);
  return fail('REFUSED', 'refused the audio.', service.checks.request);
}

/** Seconds or an HTTP date, never more than an hour. */
function retryAfter(response: Response): { retryAfterMs?: number } {
  const value = response.headers.get('retry-after');
  if (!value) return {};
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms)
    ? { retryAfterMs: Math.max(0, Math.min(MAX_RETRY_AFTER_MS, Math.round(ms))) }
    : {};
}

/** @param body empty where it says nothing of what is wrong */
export function garbled(body: string, service: HostedService, reason: string): EngineError {
  return new EngineError(
    `${service.code}_GARBLED`,
    `What ${new URL(service.url).host} answered is not ${service.answer}.`,
    {
      troubleshooting: [
        `What is wrong with it: ${excerpt(reason)}`,
        ...(body ? [`It begins: ${excerpt(body).slice(0, 120)}`] : []),
      ],
      recovery: [service.checks.answer, ...orNext(service)],
    },
  );
}

export function tooLarge(maxBytes: number, service: HostedService): EngineError {
  return new EngineError(
    `${service.code}_TOO_LARGE`,
    `${where(service)} answers with more than ${Math.floor(maxBytes / 1e6)} MB.`,
    { recovery: [service.checks.answer, ...orNext(service)] },
  );
}

/** The service did its work and says that it failed. */
export function failedThere(reason: string, service: HostedService): EngineError {
  return new EngineError(`${service.code}_FAILED`, `${where(service)} could not do its work.`, {
    troubleshooting: [`It says: ${excerpt(reason)}`],
    recovery: ['Retry: pieces that were finished are kept.', ...orNext(service)],
  });
}

export function timedOut(timeoutMs: number, service: HostedService): EngineError {
  return new EngineError(
    `${service.code}_TIMEOUT`,
    `${where(service)} did not answer within ${Math.round(timeoutMs / 1000)} s.`,
    { transient: true, recovery: ['It is tried again by itself.', ...orNext(service)] },
  );
}

export function unreachable(error: unknown, service: HostedService): EngineError {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason =
    cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : String(cause);
  return new EngineError(`${service.code}_UNREACHABLE`, `${where(service)} cannot be reached.`, {
    transient: true,
    troubleshooting: [excerpt(reason)],
    recovery: [service.checks.network, ...orNext(service)],
    cause: error,
  });
}
