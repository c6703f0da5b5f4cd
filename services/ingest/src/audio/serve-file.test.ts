import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { Storage } from '@colloquy/storage';
import type { Log } from '@colloquy/subgraph';
import express from 'express';
import { fileServer } from './serve-file.ts';

it('closes a file whose listener left while it was opened, and finds no fault in that', async () => {
  const opening = Promise.withResolvers<void>();
  const served = Promise.withResolvers<void>();
  const content = Readable.from(['sound']);
  const faults: unknown[] = [];
  const app = express();
  app.get('/audio', async (request, response) => {
    const storage: Pick<Storage, 'stat' | 'open'> = {
      stat: async () => ({ key: 'a', sizeBytes: 5, modifiedAt: new Date() }),
      open: async () => {
        opening.resolve();
        await once(response, 'close');
        return content;
      },
    };
    const serve = fileServer(
      storage as Storage,
      { error: (fault: unknown) => faults.push(fault) } as Partial<Log> as Log,
    );
    const missing = () => ({ code: 'GONE', message: 'Gone.', troubleshooting: [], recovery: [] });
    await serve(request, response, { key: 'a', type: 'audio/flac', tag: '"a"', missing });
    served.resolve();
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const leave = new AbortController();
  const listening = fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/audio`, leave);
  await opening.promise;
  leave.abort();
  await expect(listening).rejects.toThrow('aborted');
  await served.promise;
  server.close();
  expect(content.destroyed).toBe(true);
  expect(faults).toEqual([]);
});
