import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELIVERY_CALL, eventually, speakDialogue, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, openBrowser, openPage, settled } from './browser.ts';

const SLOW_BYTES_PER_SECOND = 1_000_000;

/** Sends of this page, slowed down as on a poor line until `release` is called. */
async function slowLine(page: Page): Promise<{ release: () => Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  const conditions = { offline: false, latency: 20, downloadThroughput: -1 };
  await session.send('Network.emulateNetworkConditions', {
    ...conditions,
    uploadThroughput: SLOW_BYTES_PER_SECOND,
  });
  return {
    release: async () => {
      await session.send('Network.emulateNetworkConditions', { ...conditions, uploadThroughput: -1 });
      await session.detach();
    },
  };
}

describe('uploads that are interrupted, and files that are no recordings', () => {
  let stack: Stack;
  let folder: string;
  let browser: Browser;
  let page: Page;
  const inFolder = (name: string) => join(folder, name);

  /** The offsets at which the page went on sending to tus. */
  const offsets: number[] = [];
  /** How often the page asked for an upload to be removed. */
  let removals = 0;
  const drop = (...names: string[]) =>
    page
      .locator('input[type=file]')
      .first()
      .setInputFiles(names.map((name) => inFolder(name)));
  const sent = async (name: string) =>
    Number(await page.getByRole('progressbar', { name: `Upload of ${name}` }).getAttribute('aria-valuenow'));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-uploads-'));
    speakDialogue(DELIVERY_CALL, inFolder('call.wav'));
    // About 12 MB: long enough on a slow line to interrupt it.
    for (const name of ['reloaded.wav', 'restarted.wav']) {
      const { status } = spawnSync('ffmpeg', ['-v', 'error', '-i', inFolder('call.wav'), '-ar', '48000', '-ac', '4', '-metadata', `title=${name}`, inFolder(name)]); // prettier-ignore
      expect(status).toBe(0);
    }
    writeFileSync(inFolder('letter.mp3'), 'Dear customer, this is a letter and not a song. '.repeat(500));
    writeFileSync(inFolder('empty.mp3'), '');
    writeFileSync(inFolder('photo.png'), 'not sound');
    stack = await startStack();
    browser = await openBrowser();
    ({ page } = await openPage(browser));
    page.on('request', (request) => {
      if (request.method() === 'DELETE') removals += 1;
      if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
    });
    await page.goto(`${stack.url}/upload`);
    await page.getByText('Drop recordings here').first().waitFor();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says of files that are no recordings what to do, and takes the others', async () => {
    await drop('letter.mp3', 'empty.mp3', 'call.wav');
    await page.getByText('“empty.mp3” is empty.').waitFor();
    await page.getByText('What to do').first().waitFor({ timeout: 30_000 });
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Open the transcript' }).waitFor({ timeout: 120_000 });
    const { recordings } = await stack.graph.query<{ recordings: { totalCount: number } }>(
      'query { recordings { totalCount } }',
    );
    expect(recordings.totalCount).toBe(1);
  }, 150_000);

  it('lets files wait that come before it knows what the server takes', async () => {
    let release = () => {};
    const dropped = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('UploadLimits')) await dropped;
      await route.continue();
    });
    await page.goto(`${stack.url}/upload`);
    await drop('photo.png');
    release();
    await page.getByText('“photo.png” is not audio.').waitFor();
    expect(await page.getByText('Your uploads').count()).toBe(0);
    await page.unroute('**/graphql');
  }, 60_000);

  it('does not offer to go on with what was refused, and leaves its removal to the server', async () => {
    await page.goto(`${stack.url}/upload`);
    await drop('letter.mp3');
    removals = 0;
    await page.getByText('What to do').first().waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Take letter off this list' }).click();
    await page.getByText('What to do').waitFor({ state: 'detached' });
    await settled(page);
    expect(removals).toBe(0);
    await page.reload();
    await page.getByText('Drop recordings here').first().waitFor();
    // What is offered is what tus keeps in the browser.
    const kept = () => Object.keys(localStorage).filter((key) => key.startsWith('tus::'));
    expect(await page.evaluate(kept)).toEqual([]);
    await settled(page);
    expect(await page.getByText('Unfinished uploads').count()).toBe(0);
  }, 60_000);

  it('says at once that the server has no room left', async () => {
    await page.route('**/upload/**', async (route) =>
      route.request().method() === 'PATCH' ? route.fulfill({ status: 507, body: '' }) : route.continue(),
    );
    await page.goto(`${stack.url}/upload`);
    await drop('call.wav');
    await page.getByText('The server has no room left for the file.').waitFor({ timeout: 10_000 });
    await page.unroute('**/upload/**');
  }, 60_000);

  it('goes on where it stopped when the page was reloaded', async () => {
    await page.goto(`${stack.url}/upload`);
    const line = await slowLine(page);
    await drop('reloaded.wav');
    await eventually(async () => (await sent('reloaded')) > 25, 60_000);
    await page.reload();
    await page.getByText('reloaded.wav').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    offsets.length = 0;
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose the file reloaded.wav again to go on' }).click();
    await (await choosing).setFiles(inFolder('reloaded.wav'));
    await eventually(() => offsets.length > 0);
    expect(offsets[0]).toBeGreaterThan(1_000_000);
    await line.release();
    await page.getByRole('link', { name: 'Open the transcript' }).waitFor({ timeout: 120_000 });
  }, 200_000);

  it('goes on by itself when the server was killed and came back', async () => {
    await page.goto(`${stack.url}/upload`);
    const line = await slowLine(page);
    await drop('restarted.wav');
    await eventually(async () => (await sent('restarted')) > 25, 60_000);
    offsets.length = 0;
    stack.kill('ingest');
    await eventually(() => offsets.length > 0, 60_000);
    expect(offsets[0]).toBeGreaterThan(0);
    await line.release();
    await page.getByRole('link', { name: 'Open the transcript' }).waitFor({ timeout: 120_000 });
  }, 200_000);
});
