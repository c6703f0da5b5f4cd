import { readFile, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import send from 'send';
import type { WebConfig } from './web-config.ts';
import { inlineScriptHashes, securityHeaders } from './security.ts';
import { sendProblem } from '../problem.ts';

/** Out of caches, search engines and the logs of other sites. */
const DISCREET: ReadonlyMap<string, string> = new Map([
  ['cache-control', 'no-store'],
  ['referrer-policy', 'no-referrer'],
  ['x-robots-tag', 'noindex, nofollow, noarchive'],
]);

/** `index.3fa9c1d2.js`: the name changes with the content. */
const HASHED = /[.-][0-9a-f]{8,}\.[a-z0-9.]+$/i;

/**
 * The built web app: the shell at `/`, each remote at `/remotes/<name>/`. A path that is no file belongs to the
 * shell's router and gets its page.
 */
export class WebApp {
  private readonly root: string;
  private readonly remotes: Set<string>;
  private readonly remoteOrigins: string[];
  private index: { changed: number; headers: Map<string, string> } | null = null;

  constructor(root: string, config: WebConfig) {
    this.root = root;
    this.remotes = new Set(config.remotes.map(({ name }) => name));
    this.remoteOrigins = remoteOrigins(config);
  }

  handle(req: IncomingMessage, res: ServerResponse, path: string): void {
    const remote = /^\/remotes\/([^/]+)(\/.*)$/.exec(path);
    if (remote) {
      const [, name = '', rest = '/'] = remote;
      if (!this.remotes.has(name)) return notFound(res);
      return this.file(req, res, join(this.root, name, 'dist'), rest, () => notFound(res));
    }
    const shell = join(this.root, 'shell', 'dist');
    if (path === '/' || path === '/index.html') return void this.page(req, res, shell);
    this.file(req, res, shell, path, () => {
      const isPage =
        !/\.[a-z0-9]+$/i.test(path) && (req.headers.accept ?? '*/*').match(/text\/html|\*\/\*/) !== null;
      if (isPage) void this.page(req, res, shell);
      else notFound(res);
    });
  }

  /** The page for somebody who was given a link: its address is a key, and must stay where it is. */
  sharedPage(req: IncomingMessage, res: ServerResponse): Promise<void> {
    return this.page(req, res, join(this.root, 'shell', 'dist'), DISCREET);
  }

  private file(
    req: IncomingMessage,
    res: ServerResponse,
    root: string,
    path: string,
    missing: () => void,
  ): void {
    send(req, path, { root, index: false, dotfiles: 'deny', cacheControl: false })
      .on('headers', (response: ServerResponse) => {
        if (response.hasHeader('cache-control')) return;
        response.setHeader(
          'cache-control',
          HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      })
      .on('directory', missing)
      .on('error', (error: { status?: number }) => {
        if (error.status === 404) missing();
        else if (error.status === 412 || error.status === 416) res.writeHead(error.status).end();
        else sendProblem(res, error.status === 400 ? 400 : 403, badPath);
      })
      .pipe(res);
  }

  private async page(
    req: IncomingMessage,
    res: ServerResponse,
    shell: string,
    more: ReadonlyMap<string, string> = new Map(),
  ): Promise<void> {
    const file = join(shell, 'index.html');
    if (!existsSync(file)) return sendProblem(res, 503, notBuilt);
    const changed = (await stat(file)).mtimeMs;
    if (this.index?.changed !== changed) {
      const scripts = inlineScriptHashes(await readFile(file, 'utf8'));
      this.index = { changed, headers: securityHeaders({ scripts, remoteOrigins: this.remoteOrigins }) };
    }
    res.setHeaders(new Map([...this.index.headers, ...more]));
    this.file(req, res, shell, '/index.html', () => sendProblem(res, 503, notBuilt));
  }
}

function remoteOrigins(config: WebConfig): string[] {
  const origins = config.remotes
    .filter(({ entry }) => URL.canParse(entry))
    .map(({ entry }) => new URL(entry).origin);
  return [...new Set(origins)];
}

function notFound(res: ServerResponse): void {
  sendProblem(res, 404, {
    code: 'NOT_FOUND',
    message: 'There is nothing at this address.',
    troubleshooting: ['Check the address for a typing mistake.'],
    recovery: ['Start again from the first page.'],
  });
}

const badPath = {
  code: 'BAD_PATH',
  message: 'This path cannot be served.',
  troubleshooting: ['The path leads out of the web app or is not well-formed.'],
  recovery: ['Start again from the first page.'],
};

const notBuilt = {
  code: 'WEB_APP_NOT_BUILT',
  message: 'The web app is not built.',
  troubleshooting: ['Look for frontends/shell/dist/index.html, or check WEB_ROOT.'],
  recovery: ['Run `npm run build`. The graph is at /graphql meanwhile.'],
};
