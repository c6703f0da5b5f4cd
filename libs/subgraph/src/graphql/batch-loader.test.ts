import { batchGroupLoader, batchLoader } from './batch-loader.ts';
import type { Context } from './context.ts';

const context = (workspaceId: string): Context => ({ workspaceId }) as Context;

describe('batch loaders', () => {
  it('ask once for what is wanted in the same tick, without repetitions', async () => {
    const asked: [readonly string[], string][] = [];
    const load = batchLoader(
      async (keys, workspaceId) => {
        asked.push([keys, workspaceId]);
        return keys.filter((key) => key !== 'missing').map((key) => ({ key }));
      },
      ({ key }) => key,
    );
    const here = context('w');
    await expect(Promise.all(['a', 'missing', 'b', 'a'].map((key) => load(key, here)))).resolves.toEqual([
      { key: 'a' },
      null,
      { key: 'b' },
      { key: 'a' },
    ]);
    expect(asked).toEqual([[['a', 'missing', 'b'], 'w']]);
  });

  it('forget between ticks and never mix workspaces', async () => {
    let reads = 0;
    const load = batchLoader(
      async (keys, workspaceId) => keys.map((key) => ({ key, workspaceId, read: (reads += 1) })),
      ({ key }) => key,
    );
    const here = context('here');
    const [mine, theirs] = await Promise.all([load('a', here), load('a', context('there'))]);
    expect([mine?.workspaceId, theirs?.workspaceId]).toEqual(['here', 'there']);
    expect((await load('a', here))?.read).toBe(3);
  });

  it('gather several by one key, in the order found', async () => {
    const load = batchGroupLoader(
      async () => [
        { of: 'a', n: 1 },
        { of: 'b', n: 2 },
        { of: 'a', n: 3 },
      ],
      ({ of }) => of,
    );
    const here = context('w');
    await expect(Promise.all(['a', 'c'].map((key) => load(key, here)))).resolves.toEqual([
      [
        { of: 'a', n: 1 },
        { of: 'a', n: 3 },
      ],
      [],
    ]);
  });
});
