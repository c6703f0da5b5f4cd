import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Client from '@colloquy/client';
import { rspack } from '@rsbuild/core';
import { startStack, type Stack } from '@colloquy/testkit';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from './browser.ts';

const client = fileURLToPath(new URL('../../clients/typescript/dist/index.js', import.meta.url));

/** The client as a web app would bundle it, in a variable of its own. */
async function bundled(folder: string): Promise<string> {
  const compiler = rspack({
    mode: 'production',
    target: 'web',
    entry: client,
    output: { path: folder, filename: 'client.js', library: { type: 'var', name: 'colloquyClient' } },
  });
  await new Promise<void>((resolve, reject) =>
    compiler.run((error, stats) => {
      if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString('errors-only')));
      else resolve();
    }),
  );
  return readFileSync(join(folder, 'client.js'), 'utf8');
}

describe('the client in a browser', () => {
  let stack: Stack;
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-client-'));
    stack = await startStack();
    browser = await openBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('uploads a file and a stream, follows a recording, reads, searches and asks', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(stack.url);
    await page.evaluate(await bundled(folder));
    const told = await page.evaluate(async (url) => {
      const { Colloquy } = (globalThis as unknown as { colloquyClient: typeof Client }).colloquyClient;
      const { recordings, transcripts, answers } = new Colloquy({ url });
      const bytes = new Uint8Array(300_000);
      const refused = await Promise.allSettled(
        [new File([bytes], 'zeros.mp3'), new Blob([bytes]).stream()].map((source) =>
          recordings.upload(source, { chunkBytes: 100_000 }),
        ),
      );
      const { id } = await recordings.importTranscript({
        title: 'Kick-off',
        format: 'TEXT',
        language: 'en',
        content: 'Anna: When will the lighthouse open?\nBen: The lighthouse opens on the first of May.',
      });
      const { status } = await recordings.ready(id);
      await transcripts.upToDate(id);
      const texts: string[] = [];
      for await (const { text } of transcripts.segments(id, { first: 1 })) texts.push(text);
      const { totalCount } = await transcripts.searchPage('lighthouse');
      const { citations } = await answers.answer('When does the lighthouse open?');
      return {
        refused: refused.map((end) => (end.status === 'rejected' ? end.reason.code : end.value.status)),
        status,
        texts,
        totalCount,
        quotes: citations.map(({ quote }) => quote),
      };
    }, stack.url);
    expect(told).toEqual({
      refused: ['UPLOAD_NOT_AUDIO', 'UPLOAD_NOT_AUDIO'],
      status: 'READY',
      texts: ['When will the lighthouse open?', 'The lighthouse opens on the first of May.'],
      totalCount: 2,
      quotes: ['The lighthouse opens on the first of May.'],
    });
    expect(errors).toEqual([]);
    await page.context().close();
  }, 60_000);
});
