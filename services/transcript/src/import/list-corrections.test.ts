import type { Log } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import { carryOrList } from './list-corrections.ts';

const log = { error: () => undefined } as unknown as Log;
const failing = (code: string): EntityManager =>
  ({
    transaction: () => Promise.reject(Object.assign(new Error(code), { code })),
  }) as unknown as EntityManager;
const carried = (code: string): Promise<string> =>
  carryOrList(
    failing(code),
    log,
    () => Promise.resolve('carried'),
    () => Promise.resolve('listed'),
  );

it.each(['40P01', '08006', 'ECONNRESET'])('leaves %s, which passes, to the next attempt', async (code) => {
  await expect(carried(code)).rejects.toMatchObject({ code });
});

it.each(['23505', 'ERR_INVALID_ARG_TYPE'])('lists what %s keeps from being carried', async (code) => {
  expect(await carried(code)).toBe('listed');
});
