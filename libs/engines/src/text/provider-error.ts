import { APICallError, JSONParseError, RetryError, TypeValidationError } from 'ai';
import { EngineError } from '../engine.error.ts';

/** Never shown: bodies and addresses of a provider may hold keys. */
const TRANSIENT_STATUS = new Set([408, 409, 425, 429]);

/** What went wrong at a provider, in words for the person asking; says whether trying again can help. */
export function providerError(error: unknown, provider: string): EngineError {
  if (error instanceof EngineError) return error;
  const cause = RetryError.isInstance(error) ? error.lastError : error;
  const name = (cause as Error | undefined)?.name;
  if (name === 'TimeoutError' || name === 'AbortError') return tooSlow(provider, cause);
  if (!APICallError.isInstance(cause) || isUnreadable(cause.cause)) {
    return new EngineError('PROVIDER_ANSWER_UNREADABLE', `${provider} sent something that cannot be read.`, {
      troubleshooting: [
        'Check that the base URL is that of an API of this kind, up to and including its version.',
      ],
      recovery: ['Ask again.', 'Or set ANSWERER=extractive to be answered with quotations.'],
      cause,
    });
  }
  const { statusCode } = cause;
  if (statusCode === undefined) {
    return new EngineError('PROVIDER_UNREACHABLE', `${provider} cannot be reached.`, {
      transient: true,
      troubleshooting: ['Check the base URL and that the server runs.'],
      recovery: ['Ask again.', 'Or set ANSWERER=extractive to be answered with quotations.'],
      cause,
    });
  }
  if (statusCode < 300) {
    return new EngineError('PROVIDER_BROKE_OFF', `${provider} broke off in the middle of its answer.`, {
      transient: true,
      troubleshooting: ['Check that the server still runs, and that no proxy before it ends long answers.'],
      recovery: ['Ask again.'],
      cause,
    });
  }
  // From here on without the cause: its message is the provider's, and some repeat the key.
  if (statusCode === 401 || statusCode === 403) {
    return new EngineError('PROVIDER_REFUSES_KEY', `${provider} does not accept the API key.`, {
      troubleshooting: ['Check the key, and that it may use this model.'],
      recovery: [
        'Set the right key and restart.',
        'Or set ANSWERER=extractive to be answered with quotations.',
      ],
    });
  }
  if (statusCode === 429) {
    return new EngineError('PROVIDER_BUSY', `${provider} takes no more requests for now.`, {
      transient: true,
      troubleshooting: ['Check the limits and the balance of the account.'],
      recovery: ['Wait a minute and ask again.'],
    });
  }
  const transient = TRANSIENT_STATUS.has(statusCode) || statusCode >= 500;
  return new EngineError('PROVIDER_FAILED', `${provider} answered with status ${statusCode}.`, {
    transient,
    troubleshooting: transient
      ? ["Look at the provider's status page."]
      : ['Check the name of the model and the base URL.'],
    recovery: ['Ask again.', 'Or set ANSWERER=extractive to be answered with quotations.'],
  });
}

const isUnreadable = (cause: unknown): boolean =>
  JSONParseError.isInstance(cause) || TypeValidationError.isInstance(cause);

export const tooSlow = (provider: string, cause?: unknown): EngineError =>
  new EngineError('PROVIDER_TOO_SLOW', `${provider} did not answer in time.`, {
    transient: true,
    troubleshooting: ['A local model may still be loading; a hosted one may be overloaded.'],
    recovery: ['Ask again.', 'Or raise LLM_TIMEOUT_SECONDS and LLM_SILENCE_SECONDS.'],
    cause,
  });
