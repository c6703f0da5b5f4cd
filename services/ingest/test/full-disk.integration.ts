import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createLog } from '@colloquy/subgraph';
import express from 'express';
import { TusUploads } from '../src/upload/tus-uploads.ts';

const directory = mkdtempSync(join(tmpdir(), 'colloquy-full-'));
const app = express();
const log = createLog('tus', 'silent');
new TusUploads(directory, { maxBytes: 1 << 20, expiryMs: 60_000, log }).routes(app);
const server = createServer(app);
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(directory, { recursive: true, force: true });
});

it('says that the disk is full when an upload does not fit any more', async () => {
  const created = await fetch(`${url}/upload`, {
    method: 'POST',
    headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': '1000' },
  });
  const path = created.headers.get('location') ?? '';
  // The kernel's own full disk.
  const file = join(directory, basename(path));
  rmSync(file);
  symlinkSync('/dev/full', file);
  const response = await fetch(`${url}${path}`, {
    method: 'PATCH',
    headers: {
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': '0',
      'Content-Type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(1_000),
  });
  expect(response.status).toBe(507);
  expect(await response.json()).toMatchObject({
    code: 'DISK_FULL',
    message: 'There is no room left where Colloquy keeps its data.',
    recovery: [expect.stringContaining('Make room')],
  });
});
