import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@colloquy/testkit';
import { raw, startAll } from './running.ts';
import type { Running } from './running.ts';
import type { OtherRoutes } from './small-subgraphs.ts';

const audio = randomBytes(3_000_000);

/** What ingest saw of uploads. */
const seen = { sha256: '', bytes: 0, aborted: 0, forwardedHost: '', evil: '' };

const ingestRoutes: OtherRoutes = (req, res) => {
  if (req.url?.startsWith('/audio/')) {
    const range = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '');
    if (!range)
      return res
        .writeHead(200, {
          'content-type': 'audio/mpeg',
          'accept-ranges': 'bytes',
          'content-length': audio.length,
        })
        .end(audio);
    const [start, end] = [Number(range[1]), Number(range[2])];
    return res
      .writeHead(206, {
        'content-range': `bytes ${start}-${end}/${audio.length}`,
        'content-length': end - start + 1,
      })
      .end(audio.subarray(start, end + 1));
  }
  if (req.url === '/upload/refused')
    return res.writeHead(413, { 'content-type': 'text/plain' }).end('too large');
  const hash = createHash('sha256');
  seen.bytes = 0;
  seen.forwardedHost = String(req.headers['x-forwarded-host']);
  seen.evil = String(req.headers['x-remove-me']);
  req.on('data', (chunk: Buffer) => {
    hash.update(chunk);
    seen.bytes += chunk.length;
  });
  req.on('aborted', () => void seen.aborted++);
  req.on('end', () => {
    seen.sha256 = hash.digest('hex');
    res.writeHead(204, { 'upload-offset': seen.bytes, 'tus-resumable': '1.0.0' }).end();
  });
  return undefined;
};

const transcriptRoutes: OtherRoutes = (req, res) =>
  res.writeHead(200, { 'content-disposition': 'attachment; filename="a.srt"' }).end(`export of ${req.url}`);

describe('pipes past the graph', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startAll({ ingestRoutes, transcriptRoutes });
  });
  afterAll(() => running.close());

  it('carry an upload byte for byte', async () => {
    const answer = await raw(running.url, '/upload/1', {
      method: 'PATCH',
      headers: {
        'content-type': 'application/offset+octet-stream',
        'content-length': audio.length,
        connection: 'x-remove-me',
        'x-remove-me': '1',
      },
      body: audio,
    });
    expect(answer).toMatchObject({ status: 204, headers: { 'upload-offset': String(audio.length) } });
    expect(seen.sha256).toBe(createHash('sha256').update(audio).digest('hex'));
    expect(seen.forwardedHost).toBe(new URL(running.url).host);
    expect(seen.evil).toBe('undefined');
  });

  it('pass ranges of audio', async () => {
    const answer = await fetch(`${running.url}/audio/1`, { headers: { range: 'bytes=1000-1999' } });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes 1000-1999/${audio.length}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(audio.subarray(1000, 2000))).toBe(true);
  });

  it('pass exports with their file name', async () => {
    const answer = await raw(running.url, '/exports/42.srt');
    expect(answer).toMatchObject({
      status: 200,
      body: 'export of /exports/42.srt',
      headers: { 'content-disposition': 'attachment; filename="a.srt"' },
    });
  });

  it('tell the service when the client gives up', async () => {
    const before = seen.aborted;
    seen.bytes = 0;
    const { hostname, port } = new URL(running.url);
    const upload = request({
      hostname,
      port,
      path: '/upload/2',
      method: 'PATCH',
      headers: { 'content-length': 50_000_000 },
    }).on('error', () => undefined);
    upload.write(audio);
    await eventually(() => seen.bytes > 0);
    upload.destroy();
    await eventually(() => seen.aborted > before);
    expect(seen.aborted).toBe(before + 1);
  });

  it('deliver an answer that comes before the end of the body', async () => {
    const { hostname, port } = new URL(running.url);
    const status = await new Promise<number>((resolve, reject) => {
      const upload = request(
        {
          hostname,
          port,
          path: '/upload/refused',
          method: 'PATCH',
          headers: { 'content-length': 50_000_000 },
        },
        (res) => resolve(res.statusCode ?? 0),
      );
      upload.on('error', reject);
      upload.write(audio.subarray(0, 100_000));
    });
    expect(status).toBe(413);
  });

  it('read on for a while after such an answer, so that it is not lost with the connection', async () => {
    const { hostname, port } = new URL(running.url);
    const socket = connect(Number(port), hostname);
    const closed: unknown[] = [];
    socket.on('error', (error) => closed.push(error)).on('close', () => closed.push('closed'));
    socket.write(`PATCH /upload/refused HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: 50000000\r\n\r\n`);
    const answered = once(socket, 'data');
    socket.write(audio.subarray(0, 100_000));
    expect(String((await answered)[0])).toContain('413');
    for (let i = 0; i < 10; i++) {
      socket.write(audio.subarray(0, 100_000));
      await sleep(20);
    }
    expect(closed).toEqual([]);
    await once(socket, 'close');
  });

  it('say which service is down', async () => {
    const alone = await startAll();
    await alone.ingest.kill();
    const answer = await raw(alone.url, '/audio/1');
    expect(answer.status).toBe(502);
    expect(JSON.parse(answer.body)).toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
      message: 'The ingest service is not answering.',
      troubleshooting: expect.any(Array),
      recovery: expect.any(Array),
    });
    expect(answer.body).not.toContain(String(alone.ingest.port));
    await alone.close();
  });
});
