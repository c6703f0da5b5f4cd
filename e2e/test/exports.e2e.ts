import { readFile } from 'node:fs/promises';
import { startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, openBrowser, openPage } from './browser.ts';
import { importTranscript, reaches } from './recording-actions.ts';

/** A transcript is taken away as somebody chooses, and their choice is there the next time. */
describe('exporting with options', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  const dialog = () => page.getByRole('dialog', { name: 'Export with options' });
  const openDialog = async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'With options…' }).click();
    await dialog().waitFor();
  };
  const downloaded = async () => {
    const arriving = page.waitForEvent('download');
    await dialog().getByRole('button', { name: 'Download' }).click();
    const download = await arriving;
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  };

  beforeAll(async () => {
    stack = await startStack();
    const content = '[0:00] Anna: How much is the boat?\n[0:05] Ben: Forty a month.';
    const { id = '' } = await importTranscript(stack, { title: 'The boat', format: 'TEXT', content });
    await reaches(stack, id, 'READY');
    await stack.graph.query(
      'mutation ($input: ReplaceTextInput!) { replaceText(input: $input) { __typename } }',
      { input: { recordingId: id, find: 'Forty', replacement: 'Fifty' } },
    );
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, { reducedMotion: 'reduce', acceptDownloads: true }));
    await page.goto(`${stack.url}/recordings/${id}`);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('leaves out names and times, by the keyboard', async () => {
    await page.getByRole('button', { name: 'Export' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Document to edit' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await dialog().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await dialog().getByRole('combobox', { name: 'Format' }).click();
    await page.getByRole('option', { name: 'Notes and wikis' }).click();
    await dialog().getByRole('checkbox', { name: 'Say who speaks' }).press('Space');
    await dialog().getByRole('checkbox', { name: 'Say when' }).press('Space');
    expect(await downloaded()).toEqual({
      name: 'The boat.md',
      text: '# The boat\n\nHow much is the boat?\n\nFifty a month.\n',
    });
    await dialog().waitFor({ state: 'detached' });
  }, 60_000);

  it('remembers that, and takes what the engine wrote', async () => {
    await page.reload();
    await openDialog();
    expect(await dialog().getByRole('combobox', { name: 'Format' }).inputValue()).toContain('Markdown');
    expect(await dialog().getByRole('checkbox', { name: 'Say who speaks' }).isChecked()).toBe(false);
    await dialog().getByRole('radio', { name: 'As the engine wrote it' }).check();
    expect((await downloaded()).text).toContain('\nForty a month.\n');
  }, 60_000);

  it('takes an earlier version, and says when there is none', async () => {
    await openDialog();
    await dialog().getByRole('radio', { name: 'As it was in an earlier version' }).check();
    const version = dialog().getByRole('textbox', { name: 'Version' });
    expect(await version.inputValue()).toBe('2');
    await version.fill('0');
    expect(await accessibilityViolations(page)).toEqual([]);
    await version.fill('1');
    expect((await downloaded()).text).toContain('\nForty a month.\n');
    await openDialog();
    await dialog().getByRole('radio', { name: 'As it was in an earlier version' }).check();
    await page.route('**/exports/**', (route) =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(/version=\d+/, 'version=77'),
      }),
    );
    await dialog().getByRole('button', { name: 'Download' }).click();
    await dialog().getByText('The transcript has no version 77').waitFor();
    expect(errors.filter((error) => !error.includes('400'))).toEqual([]);
  }, 60_000);
});
