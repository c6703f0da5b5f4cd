import { eventually, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, openBrowser, openPage } from './browser.ts';
import { act, importTranscript, reaches, whatWasSaid } from './recording-actions.ts';

/** Any version is shown, held against another, and brought back. */
describe('versions of a transcript', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let recordingId: string;

  const replace = (find: string, replacement: string) =>
    stack.graph.query('mutation ($input: ReplaceTextInput!) { replaceText(input: $input) { __typename } }', {
      input: { recordingId, find, replacement },
    });
  const rename = async (from: string, name: string) => {
    const { recording } = await stack.graph.query<{
      recording: { transcript: { speakers: { id: string; displayName: string }[] } };
    }>('query ($id: ID!) { recording(id: $id) { transcript { speakers { id displayName } } } }', {
      id: recordingId,
    });
    const speakerId = recording.transcript.speakers.find(({ displayName }) => displayName === from)?.id;
    await stack.graph.query(
      'mutation ($input: RenameSpeakerInput!) { renameSpeaker(input: $input) { __typename } }',
      { input: { speakerId, name } },
    );
  };
  const told = async () =>
    (await whatWasSaid(stack, recordingId)).map((one) => `${one.speaker.displayName}: ${one.text}`);
  const versionNow = async () => {
    const { recording } = await stack.graph.query<{ recording: { transcript: { version: number } } }>(
      'query ($id: ID!) { recording(id: $id) { transcript { version } } }',
      { id: recordingId },
    );
    return recording.transcript.version;
  };
  const history = () => page.getByRole('dialog', { name: 'History of corrections' });
  const versions = () => page.getByRole('dialog', { name: 'Versions' });
  const text = () => versions().getByRole('region', { name: 'What the version says' });
  const marks = (kind: 'del' | 'ins') => text().locator(kind).allInnerTexts();
  const isFit = async () => expect(await accessibilityViolations(page)).toEqual([]);

  beforeAll(async () => {
    stack = await startStack();
    const content = '[0:00] Anna: How much is the boat?\n[0:05] Ben: Forty a month. We take it.';
    const imported = await importTranscript(stack, { title: 'The boat', format: 'TEXT', content });
    recordingId = imported.id ?? '';
    await reaches(stack, recordingId, 'READY');
    await replace('Forty', 'Fifty');
    await replace('boat', 'ship');
    await rename('Ben', 'Bea');
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, { reducedMotion: 'reduce' }));
    await page.goto(`${stack.url}/recordings/${recordingId}`);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('says in the history where it was, who said it before, and what was taken back', async () => {
    await page.getByRole('button', { name: 'More for what Bea said' }).click();
    await page.getByRole('menuitem', { name: 'Anna' }).click();
    await page.getByText('Up to date everywhere').waitFor();
    await page.locator('body').press('Control+z');
    await page.getByRole('button', { name: 'History of corrections' }).click();
    await history().getByText('Took back “Speaker changed” of version 5').waitFor();
    const [undone, assigned, renamed] = await history().locator('.transcript-history').allInnerTexts();
    expect(undone?.replace(/\s+/g, ' ')).toContain('0:05 Anna Bea');
    expect(assigned?.replace(/\s+/g, ' ')).toContain('0:05 Bea Anna');
    expect(renamed?.replace(/\s+/g, ' ')).toContain('Ben Bea');
    await isFit();
  }, 60_000);

  it('shows a version, marked where it differs by segment and word', async () => {
    await history().getByRole('button', { name: 'Show version 2' }).press('Enter');
    await text().waitFor();
    await versions().getByText('1 segment differs from version 2 to 6.').waitFor();
    await versions().getByText('Speakers who differ:').waitFor();
    // A speaker who is only called otherwise is the same one: the segment does not count.
    expect([await marks('del'), await marks('ins')]).toEqual([
      ['boat', 'Ben'],
      ['ship', 'Bea'],
    ]);
    await text().getByText('Fifty a month.').waitFor();
    await isFit();
    await versions().getByRole('checkbox', { name: 'Only what differs' }).press('Space');
    await text().getByText('Fifty a month.').waitFor({ state: 'detached' });
  }, 60_000);

  it('compares any two', async () => {
    await versions().getByRole('combobox', { name: 'Compared with' }).click();
    await page.getByRole('option', { name: 'Version 1' }).click();
    await versions().getByText('1 segment differs from version 1 to 2.').waitFor();
    expect([await marks('del'), await marks('ins')]).toEqual([['Forty'], ['Fifty']]);
    await versions().getByRole('combobox', { name: 'Compared with' }).click();
    await page.getByRole('option', { name: 'nothing' }).click();
    await text().getByText('How much is the boat?').waitFor();
    expect(await marks('ins')).toEqual([]);
    await text().getByText('Ben', { exact: true }).waitFor();
  }, 60_000);

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 400],
    ['dark', 400],
  ] as const)('is fit for all, %s and %i wide', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 860 });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    await isFit();
  });

  it('goes back to it', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await versions().getByRole('button', { name: 'Go back to version 2' }).press('Enter');
    await versions().waitFor({ state: 'detached' });
    await history().getByText('Earlier version restored').waitFor();
    expect(await told()).toEqual(['Anna: How much is the boat?', 'Ben: Fifty a month. We take it.']);
    await history().getByRole('button', { name: 'Show version 3' }).click();
    await text().waitFor();
    await page.keyboard.press('Escape');
    await versions().waitFor({ state: 'detached' });
    expect(await history().isVisible()).toBe(true);
  }, 60_000);

  it('reaches back past processing again: what made it and when, and what was corrected', async () => {
    const imported = page.getByText('Imported', { exact: true });
    await act(stack, 'retryProcessing', recordingId);
    await eventually(async () => (await versionNow()) === 8, 60_000);
    await page.reload();
    await page.getByRole('button', { name: 'History of corrections' }).click();
    await history().getByText('Words replaced').first().waitFor();
    expect(await history().locator('.transcript-history').first().innerText()).toContain('Imported');
    expect(await history().locator(imported).count()).toBe(2);
    expect(await history().getByRole('button', { name: 'Undo this' }).count()).toBe(0);
    await isFit();
    await history().getByRole('button', { name: 'Show version 4' }).press('Enter');
    await versions().getByText('1 segment differs from version 4 to 8.').waitFor();
    expect(
      await versions()
        .getByText(/^Imported, /)
        .count(),
    ).toBe(2);
    expect([await marks('del'), await marks('ins')]).toEqual([
      ['ship', 'Bea'],
      ['boat', 'Ben'],
    ]);
  }, 90_000);

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 400],
    ['dark', 400],
  ] as const)('says what made them to all, %s and %i wide', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 860 });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    await isFit();
  });

  it('goes back past processing again, and takes that back', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await versions().getByRole('button', { name: 'Go back to version 4' }).press('Enter');
    await versions().waitFor({ state: 'detached' });
    await history().getByText('Earlier version restored').nth(1).waitFor();
    expect(await told()).toEqual(['Anna: How much is the ship?', 'Bea: Fifty a month. We take it.']);
    await page.keyboard.press('Escape');
    await history().waitFor({ state: 'detached' });
    await page.locator('body').press('Control+z');
    await page.getByText('How much is the boat?').waitFor();
    await eventually(async () => {
      expect(await told()).toEqual(['Anna: How much is the boat?', 'Ben: Fifty a month. We take it.']);
      return true;
    });
    await page.getByText('Up to date everywhere').waitFor();
    expect(errors).toEqual([]);
  }, 60_000);
});
