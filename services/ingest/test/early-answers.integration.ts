import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import express from 'express';
import { TusUploads } from '../src/upload/tus-uploads.ts';

const MAX_BYTES = 1 << 20;
const directory = mkdtempSync(join(tmpdir(), 'colloquy-tus-'));
const app = express();
const log = createLog('tus', 'silent');
new TusUploads(directory, { maxBytes: MAX_BYTES, expiryMs: 60_000, log }).routes(app);
const server = createServer(app);
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(directory, { recursive: true, force: true });
});

async function createOfUnknownLength(): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/upload`, {
    method: 'POST',
    headers: { 'Tus-Resumable': '1.0.0', 'Upload-Defer-Length': '1' },
  });
  return response.headers.get('location') ?? '';
}

/**
 * Sends `chunks` of 64 KB, one every few milliseconds, and reads nothing until all are sent or the connection is gone.
 * @returns what was answered, and how many were sent
 */
async function sendDeafly(path: string, chunks: number): Promise<{ answer: string; sent: number }> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.pause();
  socket.on('data', (data) => (answer += data.toString('latin1')));
  socket.on('error', (error) => (answer ||= error.message));
  const headers = {
    Host: 'localhost',
    'Tus-Resumable': '1.0.0',
    'Upload-Offset': '0',
    'Content-Type': 'application/offset+octet-stream',
    'Transfer-Encoding': 'chunked',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`PATCH ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536), Buffer.from('\r\n')]);
  let sent = 0;
  for (; sent < chunks && !socket.destroyed; sent++) {
    socket.write(chunk);
    await sleep(10);
  }
  socket.resume();
  await eventually(() => answer.includes('\r\n') || socket.destroyed);
  socket.destroy();
  return { answer, sent };
}

it('a client that sends more than fits, and goes on sending, hears that it is too much', async () => {
  const { answer } = await sendDeafly(await createOfUnknownLength(), 64);
  expect(answer).toMatch(/^HTTP\/1.1 413 /);
});

it('one that never stops is cut off', async () => {
  const { answer, sent } = await sendDeafly(await createOfUnknownLength(), 2_000);
  expect(answer).not.toMatch(/^HTTP\/1.1 2/);
  expect(sent).toBeLessThan(2_000);
});
