import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELIVERY_CALL, eventually, speakDialogue, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { hasFocus, isFitEverywhere, openBrowser, openPage } from './browser.ts';
import { act, reaches, stateOf, takeIn, whatWasSaid } from './recording-actions.ts';

/** A recording that is ready is processed again, from its page and from the library; what was corrected stays. */
describe('processing again', () => {
  let stack: Stack;
  let folder: string;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let id: string;

  const versionIs = (version: number) =>
    eventually(async () => {
      const { recording } = await stack.graph.query<{ recording: { transcript: { version: number } } }>(
        'query ($id: ID!) { recording(id: $id) { transcript { version } } }',
        { id },
      );
      return recording.transcript.version >= version;
    }, 60_000);
  const question = () => page.getByRole('dialog', { name: 'Process “The call” again?' });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-again-'));
    speakDialogue(DELIVERY_CALL.slice(0, 2), join(folder, 'call.mp3'));
    stack = await startStack();
    id = await takeIn(stack, readFileSync(join(folder, 'call.mp3')), 'The call');
    await reaches(stack, id, 'READY');
    const [first] = await whatWasSaid(stack, id);
    await stack.graph.query(
      'mutation ($input: ReplaceTextInput!) { replaceText(input: $input) { __typename } }',
      { input: { recordingId: id, find: first?.text, replacement: 'Good day to you all.' } },
    );
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, { reducedMotion: 'reduce' }));
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('asks first on the page, and keeps what was corrected', async () => {
    await page.goto(`${stack.url}/recordings/${id}`);
    await page.getByRole('button', { name: 'Process again' }).press('Enter');
    await question()
      .getByText(/Corrected texts, speakers and names/)
      .waitFor();
    const speakers = question().getByRole('textbox', { name: 'Number of speakers' });
    await speakers.waitFor();
    await hasFocus(speakers);
    await page.keyboard.type('25');
    await page.keyboard.press('Enter');
    await question().getByText('The number of speakers must be between 1 and 20.').waitFor();
    await isFitEverywhere(page);
    await speakers.fill('2');
    await speakers.press('Enter');
    await page.getByText('“The call” is being processed again').waitFor();
    await page.getByText('Good day to you all.').waitFor();
    await versionIs(3);
    await reaches(stack, id, 'READY');
    expect((await whatWasSaid(stack, id))[0]?.text).toBe('Good day to you all.');
    expect((await stateOf(stack, id))?.expectedSpeakers).toBe(2);
  }, 90_000);

  it('says in the history which engine made what', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'History of corrections' }).click();
    const history = page.getByRole('dialog', { name: 'History of corrections' });
    await history.getByText('Words replaced').waitFor();
    const entries = await history.locator('.transcript-history').allInnerTexts();
    expect(entries.map((entry) => entry.split('\n')[0])).toEqual([
      'Written down by PocketSphinx',
      'Words replaced',
      'Written down by PocketSphinx',
    ]);
  }, 60_000);

  it('asks first in the library, with what it was processed with', async () => {
    await page.goto(`${stack.url}/library`);
    await page.getByRole('button', { name: 'Actions for The call' }).click();
    await page.getByRole('menuitem', { name: 'Process again…' }).click();
    await question().getByRole('button', { name: 'Cancel' }).click();
    await question().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Actions for The call' }).click();
    await page.getByRole('menuitem', { name: 'Process again…' }).click();
    const speakers = question().getByRole('textbox', { name: 'Number of speakers' });
    const language = question().getByRole('combobox', { name: 'Language' });
    await eventually(async () => (await speakers.inputValue()) === '2');
    await eventually(async () => (await language.inputValue()) === 'English');
    await speakers.fill('');
    await question().getByRole('button', { name: 'Process again' }).click();
    await page.getByText('“The call” is being processed again').waitFor();
    await versionIs(4);
    expect((await stateOf(stack, id))?.expectedSpeakers).toBeNull();
    expect(errors).toEqual([]);
  }, 90_000);

  it('lets one that was cancelled be processed with other settings', async () => {
    await reaches(stack, id, 'READY');
    const other = await takeIn(stack, readFileSync(join(folder, 'call.mp3')), 'The other call');
    await act(stack, 'cancelProcessing', other);
    await page.goto(`${stack.url}/recordings/${other}`);
    await page.getByRole('button', { name: 'Change settings…' }).click();
    const settings = page.getByRole('dialog', { name: 'Process “The other call” again?' });
    await settings.getByText('It goes on from where it stopped.').waitFor();
    await settings.getByRole('textbox', { name: 'Number of speakers' }).fill('2');
    await settings.getByRole('button', { name: 'Process again' }).click();
    await reaches(stack, other, 'READY');
    expect((await stateOf(stack, other))?.expectedSpeakers).toBe(2);
    expect((await stateOf(stack, id))?.expectedSpeakers).toBeNull();
    expect(errors).toEqual([]);
  }, 90_000);
});
