import { startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { isFitEverywhere, openBrowser, openPage } from './browser.ts';
import { importTranscript, reaches } from './recording-actions.ts';

/** Who somebody is changes by a correction of a transcript, and is taken back from the person. */
describe('people whom corrections concern', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let id: string;

  const speakers = () => page.getByRole('region', { name: 'Speakers' });
  const changes = () =>
    page.getByRole('region', { name: 'Changes' }).getByRole('listitem').filter({ hasText: 'The boat' });

  beforeAll(async () => {
    stack = await startStack();
    await stack.graph.query(
      `mutation { setVoiceProfiles(input: { enabled: true, reason: "Both callers agreed in writing." }) { __typename } }`,
    );
    const content = '[0:00] Speaker 1: How much is the boat?\n[0:05] Ben: Forty a month. We take it.';
    id = (await importTranscript(stack, { title: 'The boat', format: 'TEXT', content })).id ?? '';
    await reaches(stack, id, 'READY');
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, { reducedMotion: 'reduce' }));
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('are told of it in their changes, and take the whole correction back there', async () => {
    await page.goto(`${stack.url}/recordings/${id}`);
    await speakers()
      .getByRole('button', { name: /^More about/ })
      .first()
      .press('Enter');
    await page.getByRole('menuitem', { name: 'Know this voice…' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).fill('Anna Vogel');
    await page.getByRole('button', { name: 'Know this voice as Anna Vogel' }).waitFor();
    await page.keyboard.press('Enter');
    await speakers().getByRole('button', { name: 'Rename Anna Vogel' }).press('Enter');
    await speakers()
      .getByRole('textbox', { name: /Anna Vogel/ })
      .fill('Carla');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Somebody else, here only' }).press('Enter');
    await speakers().getByRole('button', { name: 'Rename Carla' }).waitFor();

    await page.goto(`${stack.url}/people`);
    await page.getByRole('list', { name: 'People' }).getByRole('link', { name: 'Anna Vogel' }).click();
    await changes().getByText('No longer this person: Carla in “The boat”').waitFor();
    await changes().getByText('A speaker was given another name.').waitFor();
    await isFitEverywhere(page);
    await page.getByRole('button', { name: 'Undo: Transcript corrected Anna Vogel' }).press('Enter');
    await changes().getByText('This person since: Anna Vogel in “The boat”').waitFor();
    await changes().getByText('Taken back', { exact: true }).waitFor();
    await page.goto(`${stack.url}/recordings/${id}`);
    await speakers().getByRole('button', { name: 'Rename Anna Vogel' }).waitFor();
  }, 60_000);

  it('are gone for good when making them is taken back, which their changes say', async () => {
    await speakers().getByRole('button', { name: 'More about Ben' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Know this voice…' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).fill('Benno');
    await page.getByRole('button', { name: 'Know this voice as Benno' }).waitFor();
    await page.keyboard.press('Enter');
    await speakers().getByRole('button', { name: 'Rename Benno' }).waitFor();
    await page.locator('body').press('Control+z');
    await speakers().getByRole('button', { name: 'Rename Ben', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Redo', exact: true }).isDisabled()).toBe(true);

    await page.goto(`${stack.url}/people`);
    const ofBenno = page.getByRole('region', { name: 'Changes' }).getByRole('listitem');
    const [takenBack, made] = [ofBenno.nth(0), ofBenno.nth(1)];
    await takenBack.getByText('This is final: the person is gone.').waitFor();
    for (const entry of [takenBack, made]) await entry.getByText('Benno', { exact: true }).waitFor();
    for (const entry of [takenBack, made]) expect(await entry.getByRole('button').count()).toBe(0);
    await isFitEverywhere(page);
    expect(errors).toEqual([]);
  }, 60_000);
});
