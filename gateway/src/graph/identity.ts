/** What the runtime keeps about one operation: the client's request, and a WebSocket's opening parameters. */
export interface OperationContext {
  request?: Request;
  connectionParams?: Record<string, unknown>;
}

/**
 * The only headers of a client that reach a subgraph: who asks. Everything else a client sends, `x-forwarded-*` and
 * `host` above all, stays here.
 */
export function identityOf(context: OperationContext | undefined): Record<string, string> {
  const fromParams = context?.connectionParams?.['authorization'];
  const headers = context?.request?.headers;
  const authorization = typeof fromParams === 'string' ? fromParams : headers?.get('authorization');
  const cookie = headers?.get('cookie');
  return { ...(authorization ? { authorization } : {}), ...(cookie ? { cookie } : {}) };
}
