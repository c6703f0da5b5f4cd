import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELIVERY_CALL, eventually, speakDialogue, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, openBrowser, openPage, settled } from './browser.ts';
import { act, importTranscript, reaches, takeIn, uploadByTus } from './recording-actions.ts';

interface Look {
  colorScheme: 'light' | 'dark';
  width: number;
}
const LIGHT_WIDE = { colorScheme: 'light', width: 1440 } as const;
const DARK_NARROW = { colorScheme: 'dark', width: 390 } as const;
const LOOKS: readonly Look[] = [
  LIGHT_WIDE,
  { colorScheme: 'dark', width: 1440 },
  DARK_NARROW,
  { colorScheme: 'light', width: 390 },
] as const;

/** Every screen, light and dark, on a desk and on a telephone: nothing axe objects to, nothing wider than the page. */
describe('every screen', () => {
  let stack: Stack;
  let folder: string;
  let browser: Browser;
  let page: Page;

  const open = async (path: string) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${stack.url}${path}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  };

  const isFitForAll = async (screen: string, looks: readonly Look[] = LOOKS) => {
    for (const { colorScheme, width } of looks) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
      await settled(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      const look = `${screen}, ${colorScheme}, ${width} wide`;
      const violations = await accessibilityViolations(page);
      expect({ look, violations, tooWide: overflow > 0 }).toEqual({
        look,
        violations: [],
        tooWide: false,
      });
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-screens-'));
    speakDialogue(DELIVERY_CALL, join(folder, 'call.mp3'));
    stack = await startStack();
    browser = await openBrowser();
    ({ page } = await openPage(browser));
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['/library', 'Try the sample conversation'],
    ['/upload', 'Drop recordings here'],
    ['/chat', 'Try the sample conversation'],
    ['/collections', 'New collection'],
    ['/webhooks', 'No webhooks yet'],
  ])(
    'of an empty installation: %s',
    async (path, text) => {
      await open(path);
      await page.getByText(text).first().waitFor();
      await isFitForAll(`${path}, empty`);
    },
    60_000,
  );

  it.each([
    ['the shortcuts', '/library', 'Keyboard shortcuts', 'dialog'],
    ['the engines', '/library', 'Engines', 'dialog'],
    ['an import', '/upload', 'Import a transcript', 'dialog'],
    ['a new webhook', '/webhooks', 'New webhook', 'dialog'],
  ] as const)(
    'over the page: %s',
    async (what, path, button, role) => {
      await open(path);
      await page.getByRole('button', { name: button }).first().click();
      await page.getByRole(role).waitFor();
      await isFitForAll(what, [LIGHT_WIDE, DARK_NARROW]);
    },
    60_000,
  );

  it('webhooks, a new secret, and what was given up', async () => {
    await open('/webhooks');
    await page.getByRole('button', { name: 'New webhook' }).click();
    // A name of this machine: given up at the first attempt.
    await page.getByLabel('Address').fill('http://localhost/a/rather/long/address/for/a/telephone');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText('whsec_').waitFor();
    await isFitForAll('secret', [LIGHT_WIDE, DARK_NARROW]);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: /^Deliveries to/ }).click();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByRole('button', { name: 'Send again' }).waitFor();
    await page.getByRole('button', { name: /^webhook.test/ }).click();
    await page.getByRole('group', { name: 'Request' }).waitFor();
    await isFitForAll('deliveries', [LIGHT_WIDE, DARK_NARROW]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await isFitForAll('webhooks');
  }, 90_000);

  describe('with recordings', () => {
    let ready: string;
    let failed: string;

    beforeAll(async () => {
      const call = readFileSync(join(folder, 'call.mp3'));
      const content = DELIVERY_CALL.map(({ voice, text }) => `${voice}: ${text}`).join('\n');
      const uploadId = await uploadByTus(stack, call, 'call.mp3');
      const imported = await importTranscript(stack, {
        title: 'Imported',
        content,
        format: 'TEXT',
        uploadId,
      });
      ready = imported.id ?? '';
      await reaches(stack, ready, 'READY');
      failed = await takeIn(stack, call, 'Lost');
      await act(stack, 'cancelProcessing', failed);
      const cancelled = await takeIn(stack, call, 'Cancelled');
      await act(stack, 'cancelProcessing', cancelled);
      // What a failing disk does.
      writeFileSync(join(stack.dataDir, 'storage', 'recordings', failed, 'source'), 'no longer audio');
      await act(stack, 'retryProcessing', failed);
      await reaches(stack, failed, 'FAILED');
    }, 120_000);

    it('the library, with what is ready, failed and cancelled', async () => {
      await open('/library');
      await page.getByRole('link', { name: 'Lost' }).first().waitFor();
      await isFitForAll('library');
    }, 60_000);

    it('the library, searched for what it does not hold', async () => {
      await open('/library');
      await page.getByRole('searchbox', { name: 'Search titles' }).fill('zebra');
      await page.getByText('Nothing matches').waitFor();
      await isFitForAll('library, nothing found');
    }, 60_000);

    it('a transcript', async () => {
      await open(`/recordings/${ready}`);
      await page.getByRole('region', { name: 'Speakers' }).waitFor();
      await isFitForAll('transcript');
    }, 60_000);

    it("a segment's menu, over the player of a telephone", async () => {
      await open(`/recordings/${ready}`);
      await page.setViewportSize({ width: 390, height: 844 });
      await page
        .getByRole('button', { name: /^More for what/ })
        .first()
        .click();
      const last = page.getByRole('menuitem', { name: 'Somebody else…' });
      await last.waitFor();
      await settled(page);
      await page.getByRole('region', { name: 'Player' }).evaluate((player) => {
        player.style.height = '70vh';
      });
      const isOnTop = await last.evaluate((item) => {
        const { left, top, width, height } = item.getBoundingClientRect();
        return item.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
      expect(isOnTop).toBe(true);
      await page.keyboard.press('Escape');
    }, 60_000);

    it('a recording that failed', async () => {
      await open(`/recordings/${failed}`);
      await page.getByText('What to do').first().waitFor();
      await isFitForAll('failed recording');
    }, 60_000);

    it('a conversation, with its answer', async () => {
      await open('/chat');
      await isFitForAll('chat');
      await page.setViewportSize({ width: 1440, height: 900 });
      await eventually(async () => {
        const { retrievePassages } = await stack.graph.query<{ retrievePassages: unknown[] }>(
          'query { retrievePassages(input: { question: "price" }) { score } }',
        );
        return retrievePassages.length > 0;
      });
      const question = page.getByLabel('Your question');
      await question.fill('What is the price of the machine?');
      await question.press('Enter');
      await page
        .getByRole('link', { name: /^Source 1/ })
        .first()
        .waitFor({ timeout: 30_000 });
      await isFitForAll('conversation');
    }, 90_000);
  });
});
