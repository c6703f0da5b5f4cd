import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELIVERY_CALL, speakDialogue, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, openBrowser, openPage } from './browser.ts';
import { reaches, takeIn } from './recording-actions.ts';

/** A recording is worked on in pieces; who wonders why a speaker is the same in all of them is told. */
describe('why a speaker has their label', () => {
  let stack: Stack;
  let folder: string;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  const drawer = () => page.getByRole('dialog', { name: /^Why this is/ });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-why-'));
    speakDialogue(DELIVERY_CALL, join(folder, 'call.mp3'));
    stack = await startStack({ PROCESSING_CHUNK_MINUTES: '0.2' });
    const id = await takeIn(stack, readFileSync(join(folder, 'call.mp3')), 'The delivery');
    await reaches(stack, id, 'READY');
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, { reducedMotion: 'reduce' }));
    await page.goto(`${stack.url}/recordings/${id}`);
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is said piece by piece, by the keyboard', async () => {
    await page
      .getByRole('button', { name: /^More about/ })
      .first()
      .press('Enter');
    await page.getByRole('menuitem', { name: 'Why this label?' }).press('Enter');
    await drawer().getByText('Heard here for the first time.').waitFor();
    await drawer()
      .getByText(/The same voice as before: 0\.\d\d alike, where 0\.60 is enough\./)
      .first()
      .waitFor();
    await drawer()
      .getByText(/^Draft quality/)
      .waitFor();
    await drawer().getByText('Compared by speaker-96.').waitFor();
  }, 60_000);

  it('offers to know a voice that was given a name, and says then who said so', async () => {
    await page.keyboard.press('Escape');
    await stack.graph.query(
      'mutation { setVoiceProfiles(input: { enabled: true, reason: "Both callers agreed in writing." }) { __typename } }',
    );
    await page.reload();
    await page
      .getByRole('region', { name: 'Speakers' })
      .getByRole('button', { name: /^Rename/ })
      .first()
      .press('Enter');
    await page.keyboard.type('Anna Vogel');
    await page.keyboard.press('Enter');
    await page.getByText('They are Anna Vogel in this recording.').waitFor();
    await page.getByRole('button', { name: 'Know this voice…' }).press('Enter');
    await page.getByRole('button', { name: 'Know this voice as Anna Vogel' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Known person' }).waitFor();
    await page.getByRole('button', { name: 'More about Anna Vogel' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Why this label?' }).press('Enter');
    const person = drawer().getByRole('region', { name: 'The person' });
    await person.getByText(/^Owner said on .* that this is Anna Vogel\.$/).waitFor();
    await person.getByRole('link', { name: 'What Anna Vogel is known by' }).waitFor();
    await drawer().getByText('Heard here for the first time.').waitFor();
  }, 60_000);

  it.each([
    ['light', 1440],
    ['dark', 400],
  ] as const)('is fit for all, %s and %i wide', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 860 });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
