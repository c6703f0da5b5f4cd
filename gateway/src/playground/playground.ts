import type { IncomingMessage, ServerResponse } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { inlineScriptHashes, securityHeaders } from '../http/security.ts';
import { examples } from './examples.ts';

export type Playground = (req: IncomingMessage, res: ServerResponse) => void;

/** GraphiQL in one self-contained page: it works without the internet, subscriptions included. */
export function createPlayground(): Playground {
  const page = renderGraphiQL({
    title: 'Colloquy graph',
    subscriptionsProtocol: 'WS',
    defaultTabs: examples,
    schemaDescription: true,
    credentials: 'same-origin',
  });
  const headers = securityHeaders({ scripts: inlineScriptHashes(page) });
  return (req, res) => {
    headers(req, res, () => {
      res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
      res.end(req.method === 'HEAD' ? undefined : page);
    });
  };
}
