import type { IncomingMessage, ServerResponse } from 'node:http';
import { inlineScriptHashes, securityHeaders } from '../http/security.ts';
import { examples } from './examples.ts';
import { findKnownIds, type AskGraph } from './known-ids.ts';

export type Playground = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/**
 * GraphiQL moves a tab to where it believes the tab belongs as soon as the tab has the focus; with tabs given from the
 * start it is mistaken by hundreds of pixels, so that the tab leaves the pointer between press and release and no click
 * ever happens. Without the movement tabs work; dragging them about shows its result only when they are let go.
 */
const STYLE = '<style>.graphiql-tab { transform: none !important; }</style>';

interface Page {
  body: Buffer;
  headers: Map<string, string>;
}

async function render(): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const rendered = renderGraphiQL({
    title: 'Colloquy',
    subscriptionsProtocol: 'WS',
    defaultTabs: examples,
    schemaDescription: true,
    credentials: 'same-origin',
  });
  return rendered.replace('</head>', () => `${STYLE}</head>`);
}

function pageWith(ids: ReadonlyMap<string, string>, rendered: string): Page {
  let page = rendered;
  for (const [placeholder, id] of ids) page = page.replaceAll(placeholder, id);
  return { body: Buffer.from(page), headers: securityHeaders({ scripts: inlineScriptHashes(page) }) };
}

/**
 * GraphiQL in one self-contained page: it works without the internet, subscriptions included. It is made when somebody
 * first asks for it, because its 9 MB of script take 50 MB of memory, and again when there is something else to show.
 */
export function createPlayground(ask: AskGraph): Playground {
  let rendered: Promise<string> | undefined;
  let made: { ids: string; page: Page } | undefined;
  return async (req, res) => {
    rendered ??= render();
    const ids = await findKnownIds(ask, req);
    const key = [...ids.values()].join();
    if (made?.ids !== key) made = { ids: key, page: pageWith(ids, await rendered) };
    const { body, headers } = made.page;
    res.setHeaders(headers);
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    res.end(req.method === 'HEAD' ? undefined : body);
  };
}
