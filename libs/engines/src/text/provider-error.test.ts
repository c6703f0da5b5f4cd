import { APICallError, JSONParseError, RetryError } from 'ai';
import { providerError } from './provider-error.ts';

const refused = (statusCode: number | undefined, cause?: unknown) =>
  new APICallError({
    message: 'the key sk-secret is at its limit',
    url: 'http://127.0.0.1/v1',
    requestBodyValues: {},
    ...(statusCode !== undefined && { statusCode }),
    cause,
  });

it.each([
  ['PROVIDER_UNREACHABLE', true, refused(undefined, new Error('connect ECONNREFUSED'))],
  ['PROVIDER_REFUSES_KEY', false, refused(401)],
  ['PROVIDER_REFUSES_KEY', false, refused(403)],
  ['PROVIDER_BUSY', true, refused(429)],
  ['PROVIDER_FAILED', true, refused(503)],
  ['PROVIDER_FAILED', true, refused(408)],
  ['PROVIDER_FAILED', false, refused(404)],
  ['PROVIDER_BROKE_OFF', true, refused(200, new TypeError('terminated'))],
  ['PROVIDER_ANSWER_UNREADABLE', false, refused(200, new JSONParseError({ text: '<', cause: 'x' }))],
  ['PROVIDER_ANSWER_UNREADABLE', false, new TypeError('x is not iterable')],
  ['PROVIDER_TOO_SLOW', true, new DOMException('late', 'TimeoutError')],
])('%s, transient %p', (code, transient, error) => {
  expect(providerError(error, 'The model')).toMatchObject({ code, transient });
  // The last of several attempts counts.
  const retried = new RetryError({
    message: 'thrice',
    reason: 'maxRetriesExceeded',
    errors: [refused(500), error],
  });
  expect(providerError(retried, 'The model').code).toBe(code);
});

it('does not pass on what a provider says of a request, which may hold the key', () => {
  for (const status of [400, 401, 429, 500]) {
    const error = providerError(refused(status), 'The model');
    expect([error.message, error.cause, ...error.troubleshooting, ...error.recovery].join()).not.toContain(
      'sk-secret',
    );
  }
});
