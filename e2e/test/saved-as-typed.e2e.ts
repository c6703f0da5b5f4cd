import { eventually, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, openBrowser, openPage, playback } from './browser.ts';
import { takeInLines, whatWasSaid } from './recording-actions.ts';

const EDITED = 20;

/** A text is saved while it is typed, and whoever types notices nothing of it but a word. */
describe('typing in a transcript', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let recordingId: string;

  const textOf = async (line: number) => (await whatWasSaid(stack, recordingId))[line]?.text;
  const becomes = (text: string) =>
    eventually(async () => {
      expect(await textOf(EDITED)).toBe(text);
      return true;
    });
  const field = () => page.getByRole('textbox', { name: 'Text of this segment' });
  const saved = () => page.locator('.transcript-save[data-editing]', { hasText: 'Saved' });
  const edit = async () => {
    await page
      .getByRole('article')
      .filter({ hasText: `Line number ${EDITED}` })
      .getByRole('button', { name: /^Edit what/ })
      .click();
    await field().waitFor();
  };
  const caret = () => field().evaluate((area) => (area as HTMLTextAreaElement).selectionStart);
  const history = async () => {
    const { recording } = await stack.graph.query<{
      recording: { transcript: { corrections: { edges: { node: { kind: string; undone: boolean } }[] } } };
    }>(
      `query ($id: ID!) { recording(id: $id) { transcript { corrections { edges { node { kind undone } } } } } }`,
      { id: recordingId },
    );
    return recording.transcript.corrections.edges.map(({ node }) => [node.kind, node.undone]);
  };

  beforeAll(async () => {
    stack = await startStack();
    recordingId = await takeInLines(stack, 40);
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, { reducedMotion: 'reduce' }));
    await page.goto(`${stack.url}/recordings/${recordingId}`);
    await page.getByText('Line number 1.').waitFor();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('saves at a pause, with the voice playing on and everything in its place', async () => {
    await page.getByRole('button', { name: 'Play from 0:00' }).click();
    await page.mouse.move(700, 400);
    await page.mouse.wheel(0, 900);
    await edit();
    await field().press('Home');
    await page.keyboard.type('The fine l');
    await page.keyboard.press('Delete');
    expect(await field().inputValue()).toBe(`The fine line number ${EDITED}.`);
    const before = { caret: await caret(), scrollY: await page.evaluate('scrollY') };
    const heard = await playback(page);
    await saved().waitFor();
    expect({ caret: await caret(), scrollY: await page.evaluate('scrollY') }).toEqual(before);
    expect(await playback(page)).toMatchObject({ paused: false });
    expect((await playback(page))?.atMs).toBeGreaterThan(heard?.atMs ?? Infinity);
    expect(await textOf(EDITED)).toBe(`The fine line number ${EDITED}.`);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.type('iv');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Delete');
    await saved().waitFor({ state: 'detached' });
    await saved().waitFor();
    await becomes(`The fine live number ${EDITED}.`);
    expect(await field().inputValue()).toBe(`The fine live number ${EDITED}.`);
    await field().press('Enter');
    await field().waitFor({ state: 'detached' });
  }, 60_000);

  it('keeps all of it as one correction, and takes it back as one', async () => {
    expect(await history()).toEqual([['TEXT_EDITED', false]]);
    await page.locator('body').press('Control+z');
    await becomes(`Line number ${EDITED}.`);
    await page.getByText(`Line number ${EDITED}.`).waitFor();
  }, 60_000);

  it('puts back what the text was when that is discarded', async () => {
    await edit();
    await field().fill('Nonsense.');
    await saved().waitFor();
    await becomes('Nonsense.');
    await field().press('Escape');
    await becomes(`Line number ${EDITED}.`);
    await page.getByText(`Line number ${EDITED}.`).waitFor();
    expect((await history()).slice(0, 2)).toEqual([
      ['UNDONE', false],
      ['TEXT_EDITED', true],
    ]);
  }, 60_000);

  it('never saves a text that is emptied on the way', async () => {
    const corrections = (await history()).length;
    await edit();
    await field().fill('');
    await page.getByText('A segment cannot be without text.').waitFor();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect((await history()).length).toBe(corrections);
    await field().press('Escape');
    expect(errors).toEqual([]);
  }, 60_000);

  it('loses nothing older than the pause when the page dies in the middle of a word', async () => {
    await edit();
    await field().press('End');
    await page.keyboard.type(' And so');
    await saved().waitFor();
    await page.keyboard.type(' fo');
    await page.goto('chrome://crash').catch(() => undefined);
    expect(await textOf(EDITED)).toBe(`Line number ${EDITED}. And so`);
  }, 60_000);
});
