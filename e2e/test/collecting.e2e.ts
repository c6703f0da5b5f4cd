import { eventually, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { hasFocus, isFitEverywhere, openBrowser, openPage } from './browser.ts';
import { importTranscript, reaches } from './recording-actions.ts';

const TITLES = ['Monday call', 'Tuesday call', 'Wednesday call', 'Budget review'] as const;

/** Recordings that are there are put into collections, and somebody in them is told apart from their namesake. */
describe('collecting recordings', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  const isFit = () => isFitEverywhere(page);
  const dialog = () => page.getByRole('dialog');
  const clips = () => page.getByRole('list', { name: 'Recordings in order' }).getByRole('link');
  const people = () => page.getByRole('region', { name: 'Speakers', exact: true }).getByRole('list').first();
  const openPicker = async () => {
    await page.getByRole('button', { name: 'Add from the library' }).click();
    await dialog().getByRole('list', { name: 'Recordings of the library' }).waitFor();
  };
  const pick = (title: string) => dialog().getByRole('checkbox', { name: title });
  const openLibrary = async () => {
    await page.goto(`${stack.url}/library`);
    await page.getByRole('link', { name: 'Budget review', exact: true }).waitFor();
  };

  beforeAll(async () => {
    stack = await startStack({ COLLECTION_MAX_RECORDINGS: '3' });
    for (const title of TITLES) {
      const content = `Anna: This is the ${title}.\nBen: I have heard that.\nAnna: Then we can begin now.`;
      const { id = '' } = await importTranscript(stack, { title, format: 'TEXT', content, language: 'en' });
      await reaches(stack, id, 'READY');
    }
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, { reducedMotion: 'reduce' }));
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('begins on the page of the collection, by keyboard, many at once and in the order they are chosen', async () => {
    await page.goto(`${stack.url}/collections`);
    await page.getByRole('button', { name: 'New collection' }).first().press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).fill('Calls');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Calls' }).waitFor();
    await openPicker();
    await dialog().getByText('Room for 3 more recordings').waitFor();
    await eventually(async () => (await dialog().getByRole('checkbox').count()) === TITLES.length);
    await hasFocus(dialog().getByRole('textbox', { name: 'Search titles' }));
    await page.keyboard.type('call');
    await pick('Budget review').waitFor({ state: 'detached' });
    await pick('Tuesday call').press('Space');
    await dialog().getByRole('textbox', { name: 'Search titles' }).fill('monday');
    await pick('Tuesday call').waitFor({ state: 'detached' });
    await pick('Monday call').press('Space');
    await dialog().getByText('2 chosen · Room for 1 more recording').waitFor();
    await isFit();
    await page.keyboard.press('Enter');
    await clips().nth(1).waitFor();
    expect(await clips().allInnerTexts()).toEqual(['Tuesday call', 'Monday call']);
    await eventually(async () => (await people().locator('> li').count()) === 2);
  }, 60_000);

  it('marks what is in it, and says before when there is no room for more', async () => {
    await openPicker();
    expect(await pick('Monday call').isChecked()).toBe(true);
    expect(await pick('Monday call').isDisabled()).toBe(true);
    await pick('Wednesday call').press('Space');
    await dialog().getByText('There is no room for more.').waitFor();
    expect(await pick('Budget review').isDisabled()).toBe(true);
    await dialog().getByRole('textbox', { name: 'Search titles' }).fill('nothing like it');
    await dialog().getByText('No recording has such a title.').waitFor();
    await isFit();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await clips().count()).toBe(2);
  }, 60_000);

  it('goes on in the library, for one recording or for all that are chosen', async () => {
    await openLibrary();
    await page.getByRole('button', { name: 'Actions for Wednesday call' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Add to collection…' }).press('Enter');
    await dialog().getByRole('button', { name: 'Calls 2 recordings' }).press('Enter');
    await page.getByText('It is in “Calls” now.').waitFor();

    const listed = await page
      .getByRole('checkbox', { name: /^Choose (Wednesday call|Budget review)$/ })
      .all();
    const names = await Promise.all(listed.map((box) => box.getAttribute('aria-label')));
    const chosen = names.map((name) => name?.replace('Choose ', '') ?? '').toReversed();
    for (const title of chosen)
      await page.getByRole('checkbox', { name: `Choose ${title}`, exact: true }).press('Space');
    const bar = page.getByRole('region', { name: 'Chosen recordings' });
    await bar.getByRole('button', { name: 'Add to collection…' }).press('Enter');
    const full = dialog().getByRole('button', { name: 'Calls no room: 3 of 3' });
    await full.waitFor();
    expect(await full.isDisabled()).toBe(true);
    await isFit();
    await dialog().getByRole('textbox', { name: 'Find a collection, or name a new one' }).fill('Money');
    await dialog().getByText('No collection of yours has such a name.').waitFor();
    await dialog().getByRole('button', { name: 'New collection “Money”' }).press('Enter');
    await page.getByText('2 recordings are in “Money” now.').waitFor();
    await bar.waitFor({ state: 'detached' });
    // In the order they were chosen in, whichever stands above in the library.
    const inOrder = await stack.graph.query<{
      collections: { edges: { node: { recordings: { title: string }[] } }[] };
    }>('{ collections(search: "Money", first: 1) { edges { node { recordings { title } } } } }');
    expect(inOrder.collections.edges[0]?.node.recordings.map(({ title }) => title)).toEqual(chosen);
  }, 60_000);

  it('is offered beside the transcript, and leads to the collection', async () => {
    await openLibrary();
    await page.getByRole('link', { name: 'Monday call', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Add to collection…' }).press('Enter');
    const contained = dialog().getByRole('button', { name: 'Calls in it already' });
    await contained.waitFor();
    expect(await contained.isDisabled()).toBe(true);
    await dialog().getByRole('button', { name: 'Money 2 recordings' }).press('Enter');
    await page.getByRole('button', { name: 'Open it' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Money' }).waitFor();
    await clips().nth(2).waitFor();
    await page.getByText('The collection holds 3 recordings: it is full.').waitFor();
  }, 60_000);

  it('tells somebody apart from their namesake, and says what the transcript still calls them', async () => {
    await page.getByRole('button', { name: 'Where Anna speaks' }).press('Enter');
    await page.getByRole('button', { name: 'In Budget review it is not Anna' }).press('Enter');
    await page.getByRole('button', { name: /^Where Speaker \d speaks/ }).press('Enter');
    await page.getByText('The transcript still calls them Anna.').waitFor();
    const transcript = page.getByRole('region', { name: 'Transcript' });
    await transcript
      .getByText(/^Speaker \d$/)
      .first()
      .waitFor();
    await isFit();
    await page.getByRole('link', { name: 'Rename them in the transcript' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Budget review' }).waitFor();
    expect(errors).toEqual([]);
  }, 60_000);

  it('leaves a recording out that comes back when its place was taken, and says so', async () => {
    await openLibrary();
    await page.getByRole('button', { name: 'Actions for Tuesday call' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
    const undo = page.getByRole('button', { name: 'Undo' });
    await undo.waitFor();
    await page.getByRole('button', { name: 'Actions for Budget review' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Add to collection…' }).press('Enter');
    await dialog().getByRole('button', { name: 'Calls 2 recordings' }).press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await undo.press('Enter');
    await page.getByText('“Tuesday call” is back. It was in “Calls”, which is full by now.').waitFor();
    await page.getByRole('link', { name: 'Tuesday call', exact: true }).waitFor();
  }, 60_000);
});
