import { eventually, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, openBrowser, openPage, playback } from './browser.ts';
import { deleteRecording, importTranscript } from './recording-actions.ts';

/** The first minute of a newcomer, then the same without a mouse. */
describe('the sample conversation and the library', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  const focusedName = () =>
    page.evaluate(() => {
      const focused = document.activeElement;
      // With the focus nowhere, the whole page would be the name.
      if (!focused?.matches('a, button, input')) return '';
      return focused.getAttribute('aria-label') ?? focused.textContent;
    });
  /** Presses Tab until what has the focus has this name. */
  const tabTo = async (name: RegExp) => {
    for (let i = 0; i < 80; i++) {
      if (name.test(await focusedName())) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`nothing called ${name.source} can be reached by Tab`);
  };

  beforeAll(async () => {
    stack = await startStack();
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await page.goto(stack.url);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('opens the sample conversation with its two speakers', async () => {
    await page.getByRole('button', { name: 'Try the sample conversation' }).first().click();
    const speakers = page.getByRole('region', { name: 'Speakers' });
    await speakers.waitFor({ timeout: 180_000 });
    await eventually(async () => (await speakers.getByRole('button', { name: /^Rename / }).count()) === 2);
    expect(await accessibilityViolations(page)).toEqual([]);
  }, 200_000);

  it('plays from a moment on a phone', async () => {
    await page.setViewportSize({ width: 400, height: 860 });
    await page
      .getByRole('button', { name: /^Play from/ })
      .nth(1)
      .click();
    await eventually(async () => ((await playback(page))?.atMs ?? 0) > 1_000);
    await page.setViewportSize({ width: 1440, height: 900 });
  }, 60_000);

  it('plays, finds and renames by keyboard alone', async () => {
    await page.goto(`${stack.url}/library`);
    await page.getByRole('link', { name: 'Sample conversation' }).first().waitFor();
    await tabTo(/^Sample conversation/);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Speakers' }).waitFor();
    await page.keyboard.press('Space');
    await eventually(async () => {
      const state = await playback(page);
      return state && !state.paused && state.atMs > 300;
    });
    await page.keyboard.press('Space');
    await eventually(async () => (await playback(page))?.paused);
    await tabTo(/^Find in this transcript$/);
    await page.keyboard.type('price');
    await page.getByText(/^1 of \d+$/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/^2 of \d+$/).waitFor();
    await page.keyboard.press('Escape');
    await tabTo(/^Rename /);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Ana');
    await page.keyboard.press('Enter');
    await eventually(async () => {
      const { recordings } = await stack.graph.query<{
        recordings: { edges: { node: { transcript: { speakers: { displayName: string }[] } } }[] };
      }>('query { recordings { edges { node { transcript { speakers { displayName } } } } } }');
      return recordings.edges[0]?.node.transcript.speakers.some(({ displayName }) => displayName === 'Ana');
    });
  }, 120_000);

  it('tells on a telephone who speaks and what wrote it down, and can be put in another order there', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${stack.url}/library`);
    await page.getByText('Ana', { exact: true }).waitFor();
    await tabTo(/^PocketSphinx/);
    await page.keyboard.press('Enter');
    await page.getByText(/^Words: pocketsphinx/).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByLabel('Order').first().click();
    await page.getByRole('option', { name: 'Title, A to Z' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('option', { name: 'Title, A to Z' }).click();
    await page.getByRole('link', { name: 'Sample conversation' }).first().waitFor();
    await page.setViewportSize({ width: 1440, height: 900 });
  }, 60_000);

  it('lets the end of a transcript be scrolled out from below a toast on a telephone', async () => {
    await page.setViewportSize({ width: 400, height: 844 });
    await page.goto(`${stack.url}/library`);
    await page.getByRole('link', { name: 'Sample conversation' }).first().click();
    await page.getByRole('article').first().waitFor();
    const { id } = await importTranscript(stack, { title: 'Call', content: 'Ann: Hello.', format: 'TEXT' });
    const toast = page.getByRole('alert').filter({ hasText: '“Call” is ready to read.' });
    await toast.waitFor();
    await eventually(async () => {
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      const end = await page.getByRole('article').last().boundingBox();
      const over = await toast.boundingBox();
      return end && over && end.y + end.height <= over.y;
    }, 5_000);
    await deleteRecording(stack, id ?? '');
    await page.setViewportSize({ width: 1440, height: 900 });
  }, 60_000);

  /** Names of what can be pressed and lies below a toast. */
  const belowToasts = () =>
    page.evaluate(() => {
      const boxesOf = (selector: string) =>
        [...document.querySelectorAll(selector)]
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0);
      const toasts = boxesOf('[role=alert]').map(({ box }) => box);
      return boxesOf('a, button, input')
        .filter(({ element }) => !element.closest('[role=alert]'))
        .filter(({ box }) =>
          toasts.some(
            (toast) =>
              box.left < toast.right &&
              box.right > toast.left &&
              box.top < toast.bottom &&
              box.bottom > toast.top,
          ),
        )
        .map(({ element }) => element.getAttribute('aria-label') ?? element.textContent);
    });

  it('deletes with a way back', async () => {
    const remove = async () => {
      await page.goto(`${stack.url}/library`);
      await page.getByRole('button', { name: 'Actions for Sample conversation' }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await page.getByText('“Sample conversation” is deleted.').waitFor();
    };
    await remove();
    expect(await belowToasts()).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'Sample conversation' }).first().waitFor();
    await remove();
    await page.getByText('Nothing here yet').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  }, 90_000);

  it('says of what is not there that it is not there', async () => {
    const nobody = '01a1fc6d-0000-7000-8000-000000000000';
    for (const [path, title] of [
      ['/nowhere', 'There is no page at this address'],
      [`/recordings/${nobody}`, 'There is no such recording'],
      [`/chat/${nobody}`, 'There is no such conversation'],
    ] as const) {
      await page.goto(`${stack.url}${path}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect({ path, violations: await accessibilityViolations(page) }).toEqual({ path, violations: [] });
    }
  }, 90_000);

  it('made no error on the way', () => {
    expect(errors).toEqual([]);
  });
});
