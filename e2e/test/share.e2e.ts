import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELIVERY_CALL, eventually, speakDialogue, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, openBrowser, openPage, playback } from './browser.ts';
import { importTranscript, reaches, uploadByTus } from './recording-actions.ts';

/** All that the page of a link may ask for: a proxy in front can let exactly this through. */
const OPEN_TO_GUESTS = /^\/(share\/[\w-]{64}(\/|$)|static\/|remotes\/transcript\/|config\.json$|mark\.svg$)/;

/** Somebody makes a link, somebody else reads and hears by it, until it is taken back. */
describe('sharing a transcript', () => {
  let stack: Stack;
  let folder: string;
  let browser: Browser;
  let page: Page;
  let guest: Page;
  let errors: string[];
  let guestErrors: string[];
  let address: string;
  const visited = new Set<string>();

  const isFit = async (where: Page) => expect(await accessibilityViolations(where)).toEqual([]);
  const dialog = () => page.getByRole('dialog', { name: 'Share this transcript' });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-share-'));
    speakDialogue(DELIVERY_CALL.slice(0, 6), join(folder, 'call.mp3'));
    stack = await startStack();
    const uploadId = await uploadByTus(stack, readFileSync(join(folder, 'call.mp3')), 'call.mp3');
    const { id = '' } = await importTranscript(stack, {
      title: 'The boat',
      format: 'TEXT',
      content: '[0:00] Anna: How much is the boat?\n[0:02] Ben: Forty a month.\n[0:04] Anna: We take it.',
      uploadId,
    });
    await reaches(stack, id, 'READY');
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, { reducedMotion: 'reduce' }));
    ({ page: guest, errors: guestErrors } = await openPage(browser, { reducedMotion: 'reduce' }));
    guest.on('request', (request) => visited.add(new URL(request.url()).pathname));
    await page.goto(`${stack.url}/recordings/${id}`);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a link, by the keyboard', async () => {
    await page.getByRole('button', { name: 'Share' }).press('Enter');
    await dialog().waitFor();
    await isFit(page);
    await dialog().getByRole('checkbox', { name: 'Show the names of speakers' }).press('Space');
    await dialog().getByRole('button', { name: 'Create link' }).press('Enter');
    address = await dialog().getByRole('textbox', { name: 'Address of the link' }).inputValue();
    expect(address).toMatch(new RegExp(`^${stack.url}/share/[\\w-]{64}$`));
    await dialog().getByText('not opened yet').waitFor();
    await dialog().getByText('without names').waitFor();
    await isFit(page);
  }, 60_000);

  it('reads by it, without the way to anything else', async () => {
    const response = await guest.goto(address);
    expect(response?.headers()).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    });
    await guest.getByRole('heading', { level: 1, name: 'The boat' }).waitFor();
    await guest.getByText('Forty a month.').waitFor();
    // Whoever made the link sees it in the dialog that is still open.
    await dialog().getByText('opened once').waitFor({ timeout: 20_000 });
    expect(await guest.locator('.transcript-name').allInnerTexts()).toEqual([
      'Speaker 1',
      'Speaker 2',
      'Speaker 1',
    ]);
    expect(await guest.getByText('Anna').count()).toBe(0);
    expect((await fetch(`${address}/segments?after=garbage`)).status).toBe(400);
    expect(await guest.getByRole('link').count()).toBe(0);
    expect(await guest.getByRole('button', { name: /Edit|More|Export|Replace|Ask/ }).count()).toBe(0);
  }, 60_000);

  it('hears it and follows the words', async () => {
    await guest.getByRole('button', { name: 'Play from 0:02' }).click();
    await eventually(async () => ((await playback(guest))?.atMs ?? 0) > 2_000);
    await guest.locator('[aria-current] [data-lit]').first().waitFor();
    await guest.getByRole('button', { name: 'Pause' }).click();
  }, 60_000);

  it('finds words in it', async () => {
    await guest.keyboard.press('Control+f');
    await guest.keyboard.type('take');
    await guest.getByText('1 of 1').waitFor();
    await guest.locator('mark', { hasText: 'take' }).waitFor();
  }, 60_000);

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 400],
    ['dark', 400],
  ] as const)('is fit for all, %s and %i wide', async (colorScheme, width) => {
    await guest.emulateMedia({ colorScheme });
    await guest.setViewportSize({ width, height: 860 });
    await guest.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    await isFit(guest);
    expect(await guest.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });

  it('asked for what a link shows and for nothing else', () => {
    expect([...visited].filter((path) => !OPEN_TO_GUESTS.test(path))).toEqual([]);
    expect([...visited].some((path) => path.endsWith('/audio'))).toBe(true);
    expect(guestErrors).toEqual([]);
  });

  it('leads neither to the graph nor to changes', async () => {
    const { pathname } = new URL(address);
    for (const path of [pathname, `${pathname}/transcript`, `${pathname}/graphql`]) {
      const response = await fetch(stack.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ recordings { totalCount } }"}',
      });
      expect(response.status).toBe(405);
    }
    for (const path of ['graphql', 'exports', 'audio/peaks.json', '..%2f..%2fgraphql'])
      expect([400, 404]).toContain((await fetch(`${address}/${path}`)).status);
  });

  it('says how often it was opened, and takes it back', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Share' }).click();
    await dialog().getByText('opened once').waitFor();
    await dialog().getByRole('button', { name: 'Take back' }).click();
    const sure = page.getByRole('dialog', { name: 'Take this link back?' });
    await sure.waitFor();
    await isFit(page);
    await sure.getByRole('button', { name: 'Take back' }).click();
    await dialog().getByText('Taken back').waitFor();
    expect((await fetch(`${address}/audio`, { headers: { range: 'bytes=0-9' } })).status).toBe(410);
    await guest.goto(address);
    await guest.getByRole('heading', { name: 'This link has been taken back.' }).waitFor();
    await isFit(guest);
    expect(errors).toEqual([]);
  }, 60_000);
});
