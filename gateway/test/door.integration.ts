import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { raw, startAll } from './running.ts';
import type { Running } from './running.ts';

/** A built web app: a shell, one remote, and a file next to them that must never be served. */
function builtWebApp(): string {
  const root = mkdtempSync(join(tmpdir(), 'colloquy-web-'));
  mkdirSync(join(root, 'shell/dist/static'), { recursive: true });
  mkdirSync(join(root, 'chat/dist'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'shell/secret.txt'), 'secret');
  writeFileSync(join(root, 'shell/dist/.env'), 'secret');
  writeFileSync(
    join(root, 'shell/dist/index.html'),
    '<!doctype html><script>window.theme = 1;</script><div id="root"></div>',
  );
  writeFileSync(join(root, 'shell/dist/static/index.3fa9c1d2.js'), `console.log(1);${' '.repeat(20_000)}`);
  writeFileSync(join(root, 'chat/dist/mf-manifest.json'), '{"name":"chat"}');
  return root;
}

const OPERATION = JSON.stringify({ query: '{ recording(id: "1") { id } }' });
const JSON_TYPE = { 'content-type': 'application/json' };

describe('the front door', () => {
  let running: Running;
  beforeAll(async () => {
    const remotes = JSON.stringify([
      { name: 'chat', entry: 'https://remotes.example/chat/mf-manifest.json' },
    ]);
    running = await startAll({
      env: { WEB_ROOT: builtWebApp(), CORS_ORIGINS: 'https://friend.example', REMOTES: remotes },
    });
  });
  afterAll(() => running.close());

  describe('who may come in', () => {
    const post = (headers: Record<string, string>) =>
      raw(running.url, '/graphql', {
        method: 'POST',
        headers: { ...JSON_TYPE, ...headers },
        body: OPERATION,
      });

    it.each(['evil.example', 'evil.example:4000', '127.0.0.1.evil.example', 'localhost.evil.example'])(
      'refuses the host %s',
      async (host) => {
        const before = running.ingest.hits();
        const answer = await post({ host });
        expect(answer.status).toBe(403);
        expect(JSON.parse(answer.body)).toMatchObject({
          code: 'HOST_NOT_ALLOWED',
          recovery: expect.any(Array),
        });
        expect(running.ingest.hits()).toBe(before);
      },
    );

    it.each(['localhost', '127.0.0.1:4000', '[::1]:4000'])('answers the host %s', async (host) => {
      expect((await post({ host })).status).toBe(200);
    });

    it('refuses operations from pages of other origins', async () => {
      for (const origin of ['https://evil.example', 'null', `${running.url}.evil.example`]) {
        expect(await post({ origin })).toMatchObject({
          status: 403,
          body: expect.stringContaining('ORIGIN_NOT_ALLOWED'),
        });
      }
      expect((await post({ origin: running.url })).status).toBe(200);
    });

    it('opens to the origins it was told of, preflight included', async () => {
      const answer = await post({ origin: 'https://friend.example' });
      expect(answer).toMatchObject({
        status: 200,
        headers: { 'access-control-allow-origin': 'https://friend.example' },
      });
      const preflight = (origin: string) =>
        raw(running.url, '/upload', {
          method: 'OPTIONS',
          headers: { origin, 'access-control-request-method': 'PATCH' },
        });
      expect(await preflight('https://friend.example')).toMatchObject({ status: 204 });
      expect(
        (await preflight('https://evil.example')).headers['access-control-allow-origin'],
      ).toBeUndefined();
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', ''])(
      'refuses what a form could send: %s',
      async (type) => {
        const before = running.ingest.hits();
        const answer = await raw(running.url, '/graphql', {
          method: 'POST',
          headers: { 'content-type': type },
          body: OPERATION,
        });
        expect(answer).toMatchObject({ status: 415, body: expect.stringContaining('CSRF_PREVENTED') });
        expect(running.ingest.hits()).toBe(before);
      },
    );

    it('refuses a multipart body without the header no form can send', async () => {
      const answer = await raw(running.url, '/graphql', {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: '--x--',
      });
      expect(answer).toMatchObject({ status: 400, body: expect.stringContaining('CSRF_PREVENTED') });
    });

    it('runs no operation by GET', async () => {
      const before = running.ingest.hits();
      expect(
        (await raw(running.url, `/graphql?query=${encodeURIComponent('{recording(id:"1"){id}}')}`)).status,
      ).toBe(405);
      expect(running.ingest.hits()).toBe(before);
    });
  });

  describe('the web app', () => {
    it('gives the page for every route of the shell, its inline scripts allowed by hash', async () => {
      for (const path of ['/', '/recordings/123', '/chat?x=1', '/upload', '/upload/']) {
        const answer = await raw(running.url, path, { headers: { accept: 'text/html' } });
        expect(answer).toMatchObject({
          status: 200,
          body: expect.stringContaining('id="root"'),
          headers: { 'cache-control': 'no-cache' },
        });
        const policy = String(answer.headers['content-security-policy']);
        expect(policy).toMatch(/script-src 'self' 'sha256-[^']+' https:\/\/remotes\.example;/);
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).not.toMatch(/script-src[^;]*unsafe/);
        expect(answer.headers['x-content-type-options']).toBe('nosniff');
      }
    });

    it('serves hashed files for ever, compressed, and remotes under their names', async () => {
      const asset = await raw(running.url, '/static/index.3fa9c1d2.js', {
        headers: { 'accept-encoding': 'br' },
      });
      expect(asset).toMatchObject({
        status: 200,
        headers: { 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'br' },
      });
      expect(await raw(running.url, '/remotes/chat/mf-manifest.json')).toMatchObject({
        status: 200,
        body: '{"name":"chat"}',
        headers: { 'cache-control': 'no-cache' },
      });
      expect((await raw(running.url, '/static/gone.js', { headers: { accept: '*/*' } })).status).toBe(404);
      expect((await raw(running.url, '/remotes/nobody/x.js')).status).toBe(404);
    });

    it.each([
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/static/%2e%2e/%2e%2e/secret.txt',
      '/..%5csecret.txt',
      '/remotes/chat/../../secret.txt',
      '/remotes/../secret.txt',
      '/remotes/chat/%2e%2e/%2e%2e/secret.txt',
      '/remotes/%2e%2e/secret.txt',
      '//secret.txt',
      '/secret.txt%00',
      '/.env',
      '/%c0%ae%c0%ae/secret.txt',
      '/audio/..%2f..%2fsecret.txt',
      'http://evil.example/secret.txt',
    ])('never leaves its folder: %s', async (path) => {
      const answer = await raw(running.url, path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.body).not.toBe('secret');
    });

    it('tells the shell where everything is', async () => {
      const config = JSON.parse((await raw(running.url, '/config.json')).body) as {
        remotes: { name: string; entry: string }[];
      };
      expect(config).toMatchObject({ graphqlUrl: '/graphql', wsUrl: '/graphql', uploadUrl: '/upload' });
      expect(config.remotes.map(({ name }) => name)).toEqual([
        'upload',
        'library',
        'transcript',
        'chat',
        'people',
        'collections',
      ]);
      expect(config.remotes.find(({ name }) => name === 'library')?.entry).toBe(
        '/remotes/library/mf-manifest.json',
      );
      expect(config.remotes.find(({ name }) => name === 'chat')?.entry).toBe(
        'https://remotes.example/chat/mf-manifest.json',
      );
    });

    it('offers the playground without any address of another server', async () => {
      const page = await raw(running.url, '/graphql', { headers: { accept: 'text/html' } });
      expect(page.status).toBe(200);
      expect(page.body).toContain('subscription RecordingStatus');
      expect(page.body).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/);
    });

    it('reports health and metrics', async () => {
      expect(await raw(running.url, '/healthz')).toMatchObject({ status: 200, body: '{"status":"ok"}' });
      expect((await raw(running.url, '/readyz')).body).toContain('"ingest":{"answers":true');
      expect((await raw(running.url, '/metrics')).body).toContain('colloquy_gateway_request_seconds_count');
    });
  });
});
