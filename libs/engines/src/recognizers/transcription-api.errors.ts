import { EngineError } from '../engine.error.ts';

interface Endpoint {
  baseUrl: string;
  model: string;
  nextRung: string | null;
}

const MAX_RETRY_AFTER_MS = 3_600_000;

const orNext = ({ nextRung }: Endpoint): string[] => [
  nextRung
    ? `Or use the next engine that is ready here: ${nextRung}`
    : 'Or get a local model: npm run models -- list',
];
const host = ({ baseUrl }: Endpoint): string => new URL(baseUrl).host;

/** What a server said, fit for a log and a screen. */
const excerpt = (text: string): string =>
  text
    .replace(/[^\P{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 300);

export function refused(response: Response, body: string, endpoint: Endpoint): EngineError {
  const { status } = response;
  const troubleshooting = [`HTTP ${status} ${response.statusText}`.trim(), ...(body ? [excerpt(body)] : [])];
  const where = `The transcription service at ${host(endpoint)}`;
  if (status === 429) {
    return new EngineError('TRANSCRIPTION_RATE_LIMITED', `${where} asks to wait: too many requests.`, {
      transient: true,
      ...retryAfter(response),
      troubleshooting,
      recovery: ['It is tried again by itself.', ...orNext(endpoint)],
    });
  }
  if (status >= 500 || status === 408) {
    return new EngineError('TRANSCRIPTION_SERVER_ERROR', `${where} failed.`, {
      transient: true,
      ...retryAfter(response),
      troubleshooting,
      recovery: ['It is tried again by itself.', ...orNext(endpoint)],
    });
  }
  if (status === 401 || status === 403) {
    return new EngineError('TRANSCRIPTION_UNAUTHORIZED', `${where} does not accept the key.`, {
      troubleshooting,
      recovery: ['Check TRANSCRIPTION_API_KEY.', ...orNext(endpoint)],
    });
  }
  if (status === 404) {
    return new EngineError(
      'TRANSCRIPTION_NOT_FOUND',
      `${where} does not know the address or the model ${endpoint.model}.`,
      {
        troubleshooting,
        recovery: [
          'Check TRANSCRIPTION_BASE_URL (it ends in /v1 for most servers) and TRANSCRIPTION_MODEL.',
          ...orNext(endpoint),
        ],
      },
    );
  }
  return new EngineError('TRANSCRIPTION_REFUSED', `${where} refused the audio.`, {
    troubleshooting,
    recovery: [
      'Check TRANSCRIPTION_MODEL: it must support verbose_json with word times.',
      ...orNext(endpoint),
    ],
  });
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

export function garbled(body: string, endpoint: Endpoint): EngineError {
  return new EngineError('TRANSCRIPTION_GARBLED', `What ${host(endpoint)} answered is not a transcription.`, {
    troubleshooting: [`It begins: ${excerpt(body).slice(0, 120)}`],
    recovery: [
      'Check that TRANSCRIPTION_BASE_URL is the address of an OpenAI-compatible API.',
      ...orNext(endpoint),
    ],
  });
}

export function timedOut(timeoutMs: number, endpoint: Endpoint): EngineError {
  return new EngineError(
    'TRANSCRIPTION_TIMEOUT',
    `The transcription service at ${host(endpoint)} did not answer within ${Math.round(timeoutMs / 1000)} s.`,
    { transient: true, recovery: ['It is tried again by itself.', ...orNext(endpoint)] },
  );
}

export function unreachable(error: unknown, endpoint: Endpoint): EngineError {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return new EngineError(
    'TRANSCRIPTION_UNREACHABLE',
    `The transcription service at ${host(endpoint)} cannot be reached.`,
    {
      transient: true,
      troubleshooting: [
        excerpt(
          cause instanceof Error
            ? cause.message || String((cause as NodeJS.ErrnoException).code)
            : String(cause),
        ),
      ],
      recovery: ['Check the network and TRANSCRIPTION_BASE_URL.', ...orNext(endpoint)],
      cause: error,
    },
  );
}
