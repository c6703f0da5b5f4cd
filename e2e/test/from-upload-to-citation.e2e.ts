import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELIVERY_CALL, eventually, speakDialogue, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, openBrowser, openPage, playback } from './browser.ts';

/** What a newcomer does in the first minutes, in a real browser over the built app. */
describe('from an upload to a citation that plays', () => {
  let stack: Stack;
  let folder: string;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-browser-'));
    speakDialogue(DELIVERY_CALL, join(folder, 'delivery call.mp3'));
    stack = await startStack();
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens on an empty library that says what to do', async () => {
    await page.goto(stack.url);
    await page.getByRole('button', { name: 'Try the sample conversation' }).first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  }, 60_000);

  it('uploads a recording and shows its stages until it is ready', async () => {
    await page.getByRole('link', { name: 'Upload', exact: true }).first().click();
    await page.getByText('Drop recordings here').first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (await choosing).setFiles(join(folder, 'delivery call.mp3'));
    await page.getByRole('progressbar').first().waitFor();
    await page.getByRole('link', { name: 'Open the transcript' }).click({ timeout: 180_000 });
  }, 200_000);

  it('reads who said what', async () => {
    const speakers = page.getByRole('region', { name: 'Speakers' });
    await speakers.getByText('Speaker 2').waitFor();
    expect(await speakers.getByText(/^Speaker \d$/).count()).toBe(2);
    await page.getByText(/price/i).first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  }, 60_000);

  it('plays from a clicked word', async () => {
    await page
      .locator('[data-word]', { hasText: /^price/i })
      .first()
      .click();
    await eventually(async () => {
      const state = await playback(page);
      return state && !state.paused && state.atMs > 500;
    });
  }, 60_000);

  it('searches a word across everything and opens the moment', async () => {
    await page.keyboard.press('Escape');
    await page.getByPlaceholder('Search everything that was said').fill('Friday');
    await page
      .getByRole('link', { name: /Friday/i })
      .or(page.getByRole('option', { name: /Friday/i }))
      .first()
      .click();
    await eventually(async () => page.url().includes('t='));
  }, 60_000);

  it('opens the best moment by Enter, though the list has not come yet', async () => {
    await page.getByRole('link', { name: 'Library', exact: true }).click();
    const search = page.getByPlaceholder('Search everything that was said');
    await search.fill('price');
    await search.press('Enter');
    await page.waitForURL(/\/recordings\/.*t=\d+/);
  }, 60_000);

  it('asks a question and plays the moment a citation quotes', async () => {
    await page.getByRole('link', { name: 'Ask', exact: true }).click();
    const question = page.getByLabel('Your question');
    await question.waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await eventually(async () => {
      const { retrievePassages } = await stack.graph.query<{ retrievePassages: unknown[] }>(
        'query { retrievePassages(input: { question: "price" }) { score } }',
      );
      return retrievePassages.length > 0;
    });
    await question.fill('What is the price of the machine?');
    await question.press('Enter');
    const chip = page.getByRole('link', { name: /^Source 1/ }).first();
    await chip.waitFor({ timeout: 30_000 });
    expect(await page.title()).toBe('What is the price of the machine? · Colloquy');
    expect(await accessibilityViolations(page)).toEqual([]);
    const label = (await chip.getAttribute('aria-label')) ?? '';
    const [minutes = '0', seconds = '0'] = (/at (\d+):(\d+)/.exec(label) ?? []).slice(1);
    const quotedMs = (Number(minutes) * 60 + Number(seconds)) * 1000;
    await chip.click();
    await eventually(async () => {
      const state = await playback(page);
      return state && !state.paused && state.atMs >= quotedMs && state.atMs < quotedMs + 8_000;
    });
  }, 90_000);

  it('made no error on the way', () => {
    expect(errors).toEqual([]);
  });
});
