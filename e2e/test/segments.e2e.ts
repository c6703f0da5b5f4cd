import { eventually, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, focusIsKept, openBrowser, openPage } from './browser.ts';
import { importTranscript, reaches, whatWasSaid } from './recording-actions.ts';

/** Who said what is put right by hand: split, given to somebody else, joined, replaced, and taken back. */
describe('correcting segments', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let recordingId: string;

  const becomes = (...expected: string[]) =>
    eventually(async () => {
      const said = await whatWasSaid(stack, recordingId);
      expect(said.map(({ speaker, text }) => `${speaker.displayName}: ${text}`)).toEqual(expected);
      return true;
    });
  const shows = (...texts: string[]) =>
    eventually(async () => {
      expect(await page.locator('.transcript-text').allInnerTexts()).toEqual(texts);
      return true;
    });
  const field = () => page.getByRole('textbox', { name: 'Text of this segment' });
  const more = (who: string) => page.getByRole('button', { name: new RegExp(`^More for what ${who} said`) });
  const isFit = async () => expect(await accessibilityViolations(page)).toEqual([]);

  beforeAll(async () => {
    stack = await startStack();
    const content = '[0:00] Anna: How much is the boat?\n[0:05] Ben: Forty a month. We take it.';
    const imported = await importTranscript(stack, { title: 'The boat', format: 'TEXT', content });
    recordingId = imported.id ?? '';
    await reaches(stack, recordingId, 'READY');
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, { reducedMotion: 'reduce' }));
    await page.goto(`${stack.url}/recordings/${recordingId}`);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('splits at the cursor by the keyboard, with what was typed', async () => {
    await more('Ben').click();
    await isFit();
    await page.getByRole('menuitem', { name: 'Edit or split' }).click();
    await field().fill('Fifty a month. We take it.');
    await field().press('Home');
    for (let i = 0; i < 'Fifty a month.'.length; i += 1) await field().press('ArrowRight');
    await field().press('Control+Enter');
    // Typing goes on in what was split off, though it is not there yet.
    await page.keyboard.type('Well. ');
    await becomes('Anna: How much is the boat?', 'Ben: Fifty a month.', 'Ben: Well. We take it.');
    await page.keyboard.press('Escape');
    await shows('How much is the boat?', 'Fifty a month.', 'We take it.');
    await becomes('Anna: How much is the boat?', 'Ben: Fifty a month.', 'Ben: We take it.');
  }, 60_000);

  it('moves words and joins by the keyboard, and typing goes on', async () => {
    await more('Ben').nth(1).click();
    await page.getByRole('menuitem', { name: 'Edit or split' }).click();
    await field().press('Home');
    for (let i = 0; i < 'We'.length; i += 1) await field().press('ArrowRight');
    await field().press('Control+Shift+ArrowUp');
    await becomes('Anna: How much is the boat?', 'Ben: Fifty a month. We', 'Ben: take it.');
    await eventually(async () => (await field().inputValue()) === 'take it.');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('can ');
    await becomes('Anna: How much is the boat?', 'Ben: Fifty a month. We can take it.');
    await page.keyboard.press('Escape');
    for (let i = 0; i < 2; i += 1) await page.locator('body').press('Control+z');
    await becomes('Anna: How much is the boat?', 'Ben: Fifty a month.', 'Ben: We take it.');
    await shows('How much is the boat?', 'Fifty a month.', 'We take it.');
  }, 60_000);

  it('gives a segment to one of the speakers, and to somebody new', async () => {
    await more('Ben').nth(1).click();
    await page.getByRole('menuitem', { name: 'Anna' }).click();
    await becomes('Anna: How much is the boat?', 'Ben: Fifty a month.', 'Anna: We take it.');
    await page.locator('.transcript-name', { hasText: 'Anna' }).nth(1).waitFor();
    await more('Anna').nth(1).click();
    await page.getByRole('menuitem', { name: 'Somebody else…' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Cleo');
    await isFit();
    await page.getByRole('button', { name: 'Add speaker' }).click();
    await page.getByRole('button', { name: 'Rename Cleo' }).waitFor();
    await becomes('Anna: How much is the boat?', 'Ben: Fifty a month.', 'Cleo: We take it.');
  }, 60_000);

  it('undoes and redoes by the keyboard', async () => {
    await page.locator('body').press('Control+z');
    await becomes('Anna: How much is the boat?', 'Ben: Fifty a month.', 'Anna: We take it.');
    await page.locator('body').press('Control+z');
    await becomes('Anna: How much is the boat?', 'Ben: Fifty a month.', 'Ben: We take it.');
    await page.locator('body').press('Control+Shift+z');
    await becomes('Anna: How much is the boat?', 'Ben: Fifty a month.', 'Anna: We take it.');
  }, 60_000);

  it('replaces words everywhere, as its preview shows', async () => {
    await page.getByRole('button', { name: 'Find and replace' }).click();
    const dialog = page.getByRole('dialog', { name: 'Find and replace' });
    await dialog.getByRole('textbox', { name: 'Find', exact: true }).fill('a month');
    await dialog.getByRole('textbox', { name: 'Replace with' }).fill('a week');
    // Only the words that differ are marked in the passage.
    await dialog.locator('del', { hasText: /^month$/ }).waitFor();
    await dialog.locator('ins', { hasText: /^week$/ }).waitFor();
    await isFit();
    await dialog.getByRole('button', { name: 'Replace at 1 place' }).click();
    await shows('How much is the boat?', 'Fifty a week.', 'We take it.');
  }, 60_000);

  it('shows who corrected what, and takes any of it back', async () => {
    await page.getByRole('button', { name: 'History of corrections' }).click();
    const history = page.getByRole('dialog', { name: 'History of corrections' });
    await history.getByText('Words replaced').waitFor();
    await isFit();
    await history.getByRole('button', { name: 'Undo this' }).first().click();
    await history.getByText('undone').first().waitFor();
    await page.keyboard.press('Escape');
    await shows('How much is the boat?', 'Fifty a month.', 'We take it.');
  }, 60_000);

  it('goes back to before all corrections, and takes that back', async () => {
    await page.getByRole('button', { name: 'History of corrections' }).click();
    const history = page.getByRole('dialog', { name: 'History of corrections' });
    await history.getByRole('button', { name: 'Go back to before this' }).last().click();
    await history.getByText('Earlier version restored').waitFor();
    await page.keyboard.press('Escape');
    await shows('How much is the boat?', 'Forty a month. We take it.');
    await page.locator('body').press('Control+z');
    await shows('How much is the boat?', 'Fifty a month.', 'We take it.');
  }, 60_000);

  it('says why a text cannot be emptied, removes the segment instead, and brings it back', async () => {
    await more('Anna').nth(1).click();
    await page.getByRole('menuitem', { name: 'Edit or split' }).click();
    await field().fill('');
    await page.getByText('A segment cannot be without text.').waitFor();
    await isFit();
    await page.getByRole('button', { name: 'Remove this segment' }).press('Enter');
    await shows('How much is the boat?', 'Fifty a month.');
    await page.locator('body').press('Control+z');
    await shows('How much is the boat?', 'Fifty a month.', 'We take it.');
    await more('Anna').nth(1).click();
    await page.getByRole('menuitem', { name: 'Remove: nobody speaks here' }).click();
    await becomes('Anna: How much is the boat?', 'Ben: Fifty a month.');
    await focusIsKept(page);
    await page.locator('body').press('Control+z');
    await becomes('Anna: How much is the boat?', 'Ben: Fifty a month.', 'Anna: We take it.');
  }, 60_000);

  it('joins speakers and segments', async () => {
    await page.getByRole('button', { name: 'More about Ben' }).click();
    await page.getByRole('menuitem', { name: 'Anna' }).click();
    await page.getByRole('button', { name: 'Rename Ben' }).waitFor({ state: 'detached' });
    await more('Anna').nth(1).click();
    await page.getByRole('menuitem', { name: 'Join with the next one' }).click();
    await becomes('Anna: How much is the boat?', 'Anna: Fifty a month. We take it.');
  }, 60_000);

  it('looks again at what it would replace when somebody else corrects it meanwhile', async () => {
    await page.getByRole('button', { name: 'Find and replace' }).click();
    const dialog = page.getByRole('dialog', { name: 'Find and replace' });
    await dialog.getByRole('textbox', { name: 'Find', exact: true }).fill('month');
    await dialog.getByRole('textbox', { name: 'Replace with' }).fill('day');
    await dialog.locator('ins', { hasText: /^day$/ }).waitFor();
    await dialog.getByText('. We take it.').waitFor();
    await stack.graph.query(
      'mutation ($input: ReplaceTextInput!) { replaceText(input: $input) { __typename } }',
      { input: { recordingId, find: 'take it', replacement: 'take two' } },
    );
    await dialog.getByText('. We take two.').waitFor();
    await dialog.getByRole('button', { name: 'Replace at 1 place' }).click();
    await shows('How much is the boat?', 'Fifty a day. We take two.');
    await page.getByText('Up to date everywhere').waitFor();
  }, 60_000);

  it('gives words to the next segment, and typing goes on after the space before them', async () => {
    await more('Anna').first().click();
    await page.getByRole('menuitem', { name: 'Edit or split' }).click();
    await field().press('Home');
    for (let i = 0; i < 'How much is '.length; i += 1) await field().press('ArrowRight');
    await field().press('Control+Shift+ArrowDown');
    await becomes('Anna: How much is', 'Anna: the boat? Fifty a day. We take two.');
    await eventually(async () => (await field().inputValue()) === 'How much is ');
    await page.keyboard.type('all of');
    await becomes('Anna: How much is all of', 'Anna: the boat? Fifty a day. We take two.');
    expect(errors).toEqual([]);
  }, 60_000);

  it('replaces one of several places in a segment', async () => {
    await page.getByRole('button', { name: 'Find and replace' }).click();
    const dialog = page.getByRole('dialog', { name: 'Find and replace' });
    await dialog.getByRole('textbox', { name: 'Find', exact: true }).fill('e');
    await dialog.getByRole('textbox', { name: 'Replace with' }).fill('#');
    await dialog.getByRole('checkbox', { name: 'Whole words' }).click();
    await dialog
      .getByRole('button', { name: /^Only here: .* 2 of \d$/ })
      .first()
      .press('Enter');
    await isFit();
    await dialog.getByRole('button', { name: 'Replace at 1 place' }).click();
    await dialog.waitFor({ state: 'detached' });
    await eventually(
      async () =>
        (await whatWasSaid(stack, recordingId))
          .map(({ text }) => text)
          .join('')
          .split('#').length === 2,
    );
  }, 60_000);
});
