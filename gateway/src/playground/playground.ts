import type { IncomingMessage, ServerResponse } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { inlineScriptHashes, securityHeaders } from '../http/security.ts';
import { examples } from './examples.ts';

export type Playground = (req: IncomingMessage, res: ServerResponse) => void;

/**
 * GraphiQL moves a tab to where it believes the tab belongs as soon as the tab has the focus; with tabs given from the
 * start it is mistaken by hundreds of pixels, so that the tab leaves the pointer between press and release and no click
 * ever happens. Without the movement tabs work; dragging them about shows its result only when they are let go.
 */
const STYLE = '<style>.graphiql-tab { transform: none !important; }</style>';

/** GraphiQL in one self-contained page: it works without the internet, subscriptions included. */
export function createPlayground(): Playground {
  const rendered = renderGraphiQL({
    title: 'Colloquy',
    subscriptionsProtocol: 'WS',
    defaultTabs: examples,
    schemaDescription: true,
    credentials: 'same-origin',
  });
  const page = rendered.replace('</head>', () => `${STYLE}</head>`);
  const headers = securityHeaders({ scripts: inlineScriptHashes(page) });
  return (req, res) => {
    headers(req, res, () => {
      res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
      res.end(req.method === 'HEAD' ? undefined : page);
    });
  };
}
