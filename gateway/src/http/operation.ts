import type { IncomingMessage, ServerResponse } from 'node:http';
import { Request } from '@whatwg-node/fetch';
import { sendNodeResponse } from '@whatwg-node/server';
import type { Graph } from '../graph/graph.ts';

/** The body of a request as text; null when its client left before it was whole. */
function bodyOf(req: IncomingMessage): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    req
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .once('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
      .once('error', () => resolve(null))
      .once('close', () => resolve(null));
  });
}

/** The data of a query that is asked on behalf of whoever sent the request. */
export async function answerQuery(graph: Graph, query: string, req: IncomingMessage): Promise<unknown> {
  const { authorization, cookie } = req.headers;
  const request = new Request('http://localhost/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization && { authorization }),
      ...(cookie && { cookie }),
    },
  });
  const response = await graph.handleRequest(request, { req, body: JSON.stringify({ query }) });
  const { data } = (await response.json()) as { data?: unknown };
  return data ?? null;
}

/**
 * Answers an operation that came as JSON; its size has been checked. The work ends when the client leaves. The
 * runtime's own listener would do the same at a quarter more processor time per request: it turns bodies into streams.
 */
export async function answerOperation(
  graph: Graph,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const left = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) left.abort();
  });
  const body = await bodyOf(req);
  if (body === null) return;
  // The runtime would hold the length of the body, which is here already, to a limit of its own.
  const { 'content-length': _length, ...headers } = req.headers;
  const request = new Request(`http://${req.headers.host}${req.url}`, {
    method: 'POST',
    headers: headers as Record<string, string>,
    signal: left.signal,
  });
  const response = await graph.handleRequest(request, { req, body });
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await sendNodeResponse(response, res, req, true);
    return;
  }
  const answer = await response.text();
  res.writeHead(response.status, Object.fromEntries(response.headers)).end(answer);
}
