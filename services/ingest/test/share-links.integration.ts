import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELIVERY_CALL, eventually, silentWav, speakDialogue } from '@colloquy/testkit';
import { shareToken } from '../src/share/share-token.ts';
import { RunningIngest } from './running-ingest.ts';
import { createLink, linksOf, revokeLink } from './share-link-calls.ts';
import { answerGraph, type AskedPage } from './shared-graph.ts';

const SECRET = 'a secret that signs share links';

let ingest: RunningIngest;
let graph: Server;
let folder: string;
let bytes: Buffer;
let recordingId: string;
let otherId: string;
/** What was asked of the graph. */
const asked: AskedPage[] = [];

const create = (input: Record<string, unknown> = {}) => createLink(ingest, { recordingId, ...input });
const revoke = (id: string) => revokeLink(ingest, id);
const list = () => linksOf(ingest, recordingId);
let visitors = 0;
/** Every call from an address of its own, so that those who guess do not spoil it for the others. */
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${ingest.url}${path}`, { headers: { 'x-forwarded-for': `10.0.0.${(visitors += 1)}`, ...headers } });
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-share-'));
  speakDialogue(DELIVERY_CALL.slice(0, 2), join(folder, 'call.mp3'));
  bytes = readFileSync(join(folder, 'call.mp3'));
  graph = await answerGraph(asked);
  const { port } = graph.address() as AddressInfo;
  ingest = await RunningIngest.start({
    SHARE_LINK_SECRET: SECRET,
    GRAPH_URL: `http://127.0.0.1:${port}/graphql`,
    DELETE_GRACE_SECONDS: '0',
  });
  const made = await ingest.create(await ingest.upload(bytes, 'call.mp3'), { title: 'The call' });
  recordingId = made.id ?? '';
  otherId = (await ingest.create(await ingest.upload(bytes, 'other.mp3'), { title: 'Another' })).id ?? '';
}, 120_000);

afterAll(async () => {
  await ingest.stop();
  graph.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a share link', () => {
  it('shows its one transcript, and is counted', async () => {
    const link = await create();
    expect(link.url).toMatch(/^\/share\/[\w-]{64}$/);
    const response = await get(`${link.url}/transcript`);
    expect(await response.json()).toMatchObject({
      title: 'The call',
      audio: true,
      transcript: { wordCount: 2, speakers: [{ displayName: 'Anna' }, { displayName: 'Ben' }] },
    });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    });
    const page = await (await get(`${link.url}/segments?first=1&after=here`)).json();
    expect(page).toEqual({
      segments: [{ id: 'g1', startMs: 0, endMs: 900, text: 'Hello there', speakerId: 's1', words: [] }],
      next: 'next',
    });
    expect(asked.at(-1)).toEqual({ recordingId, first: 1, after: 'here' });
    const notThere = await get(`${link.url}/segments?after=garbage`);
    expect([notThere.status, await codeOf(notThere)]).toEqual([400, 'CURSOR_INVALID']);
    const [listed] = await list();
    expect(listed).toMatchObject({ id: link.id, url: link.url, openCount: 1 });
    expect(listed?.lastOpenedAt).not.toBeNull();
  });

  it('plays the audio, any range of it', async () => {
    const { url } = await create();
    const whole = await get(`${url}/audio`);
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    expect(whole.headers.get('cache-control')).toBe('no-store');
    const part = await get(`${url}/audio`, { range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 20))).toBe(true);
  });

  it('keeps audio and names back when told to', async () => {
    const { url } = await create({ audio: false, names: false });
    const shown = await (await get(`${url}/transcript`)).json();
    expect(shown).toMatchObject({
      audio: false,
      transcript: { speakers: [{ displayName: 'Speaker 1' }, { displayName: 'Speaker 2' }] },
    });
    expect(JSON.stringify(shown)).not.toContain('Anna');
    expect((await get(`${url}/audio`)).status).toBe(404);
    expect((await get(`${url}/peaks.json`)).status).toBe(404);
  });

  it.each([
    ['in the past', { expiresAt: new Date(Date.now() - 1).toISOString() }, 'SHARE_LINK_EXPIRY_INVALID'],
    ['in ten years', { expiresAt: '2039-01-01T00:00:00Z' }, 'SHARE_LINK_EXPIRY_INVALID'],
    ['of nothing', { recordingId: 'x' }, 'RECORDING_NOT_FOUND'],
    ['of what is not there', { recordingId: '0198f2f0-0000-7000-8000-000000000001' }, 'RECORDING_NOT_FOUND'],
  ])('is not made %s', async (_what, input, code) => {
    expect(await create(input)).toMatchObject({ __typename: 'Problem', code });
  });
});

describe('a link that is over', () => {
  it('is revoked for everything at once, also for audio under way', async () => {
    const link = await create();
    const under = await get(`${link.url}/audio`, { range: 'bytes=0-99' });
    expect(under.status).toBe(206);
    expect(await revoke(link.id)).toMatchObject({ active: false, url: null });
    for (const what of ['transcript', 'segments', 'audio', 'peaks.json']) {
      const response = await get(`${link.url}/${what}`, { range: 'bytes=100-199' });
      expect([response.status, await codeOf(response)]).toEqual([410, 'SHARE_LINK_REVOKED']);
    }
    expect((await revoke(link.id)).active).toBe(false);
  });

  it('ends a transfer that is under way', async () => {
    const uploadId = await ingest.upload(silentWav(800, 48_000), 'silence.wav');
    const { id } = await ingest.create(uploadId, { title: 'Silence' });
    const link = await create({ recordingId: id });
    const arriving = request(`${ingest.url}${link.url}/audio`);
    const [response] = (await once(arriving.end(), 'response')) as [IncomingMessage];
    arriving.on('error', () => undefined);
    response.on('error', () => undefined);
    // Nobody reads: the rest waits on the other side.
    await once(response, 'readable');
    await revoke(link.id);
    // Nor does anybody see the end. An empty line means nothing between requests, and is refused once it is there.
    const { socket } = response;
    await eventually(() => socket.destroyed || void socket.write('\r\n'));
    expect(response.complete).toBe(false);
  });

  it('expires', async () => {
    const { id, url } = await create();
    expect((await get(`${url}/audio`)).status).toBe(200);
    await ingest.platform.dataSource.query('update ingest.share_link set expires_at = now() where id = $1', [
      id,
    ]);
    const response = await get(`${url}/audio`);
    expect([response.status, await codeOf(response)]).toEqual([410, 'SHARE_LINK_EXPIRED']);
  });

  it('goes with its recording', async () => {
    const { url } = await create({ recordingId: otherId });
    expect((await get(`${url}/audio`)).status).toBe(200);
    await ingest.graph.query('mutation ($id: ID!) { deleteRecording(id: $id) { __typename } }', {
      id: otherId,
    });
    expect((await get(`${url}/audio`)).status).toBe(404);
  });
});

describe('who has no link', () => {
  it('opens nothing with a changed token, or one that was made elsewhere', async () => {
    const { id, url } = await create();
    const token = url?.split('/').at(-1) ?? '';
    const changed = token.slice(0, 20) + (token[20] === 'A' ? 'B' : 'A') + token.slice(21);
    const forged = [
      changed,
      token.slice(0, -1),
      shareToken(id, 'another secret of somebody'),
      id,
      recordingId,
    ];
    for (const one of forged) {
      const response = await get(`/share/${one}/audio`);
      expect([response.status, await codeOf(response)]).toEqual([404, 'SHARE_LINK_UNKNOWN']);
    }
    // Signed, but of no link.
    expect((await get(`/share/${shareToken(recordingId, SECRET)}/transcript`)).status).toBe(404);
  });

  it('comes from a link to nothing else', async () => {
    const { url } = await create();
    for (const what of [
      `audio/../../../audio/${otherId}`,
      `audio%2f..%2f..%2f${otherId}`,
      `segments?recordingId=${otherId}`,
      'graphql',
      'audio/peaks.json',
      '',
    ]) {
      const before = asked.length;
      const response = await get(`${url}/${what}`);
      if (response.ok) expect(asked.slice(before)).toEqual([{ recordingId, first: 200, after: null }]);
      else expect(response.status).toBe(404);
    }
    const post = await fetch(`${ingest.url}${url}/transcript`, { method: 'POST', body: '{}' });
    expect(post.status).toBe(404);
  });

  it('does not take listeners who jump about for somebody who guesses', async () => {
    const { id } = await ingest.create(await ingest.upload(silentWav(400, 48_000), 'long.wav'), {
      title: 'Long',
    });
    const { url } = await create({ recordingId: id });
    const from = { 'x-forwarded-for': '192.0.2.9' };
    for (let i = 0; i < 70; i += 1) {
      const gone = new AbortController();
      const response = await fetch(`${ingest.url}${url}/audio`, {
        headers: { ...from, range: 'bytes=0-' },
        signal: gone.signal,
      });
      expect(response.status).toBe(206);
      gone.abort();
    }
    expect((await get(`${url}/transcript`, from)).status).toBe(200);
  }, 60_000);

  it('is not guessed for long, and opens for others from where somebody guesses', async () => {
    const from = { 'x-forwarded-for': '192.0.2.7' };
    const { url } = await create();
    const guess = () => get(`/share/${'A'.repeat(64)}/audio`, from);
    for (let i = 0; i < 60; i += 1) expect((await guess()).status).toBe(404);
    expect((await guess()).status).toBe(429);
    expect((await get(`${url}/transcript`, from)).status).toBe(200);
  });

  it('stays open for others when one address asks without end', async () => {
    const { url } = await create({ audio: false });
    const ask = async (address: string) => (await get(`${url}/audio`, { 'x-forwarded-for': address })).status;
    for (let i = 0; i < 12; i += 1) await Promise.all(Array.from({ length: 100 }, () => ask('192.0.2.11')));
    expect(await ask('192.0.2.11')).toBe(429);
    expect(await ask('192.0.2.12')).toBe(404);
  }, 60_000);
});
