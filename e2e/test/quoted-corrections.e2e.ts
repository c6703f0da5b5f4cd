import { eventually, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage } from './browser.ts';
import { importTranscript, reaches } from './recording-actions.ts';

/** An open conversation says of its sources that they were corrected, without being loaded again. */
describe('a conversation whose source is corrected', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let recordingId: string;

  beforeAll(async () => {
    stack = await startStack();
    const content =
      '[0:00] Anna: How much is the boat?\n[0:05] Ben: The boat costs forty pounds a month, and we take it.';
    const imported = await importTranscript(stack, { title: 'The boat', format: 'TEXT', content });
    recordingId = imported.id ?? '';
    await reaches(stack, recordingId, 'READY');
    await eventually(async () => {
      const { retrievePassages } = await stack.graph.query<{ retrievePassages: unknown[] }>(
        'query { retrievePassages(input: { question: "boat" }) { score } }',
      );
      return retrievePassages.length > 0;
    });
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, {
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    }));
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('says so while it is open', async () => {
    await page.goto(`${stack.url}/chat`);
    await page.getByLabel('Your question').fill('What does the boat cost?');
    await page.getByLabel('Your question').press('Enter');
    const sources = page.getByRole('group', { name: 'Sources' });
    await sources.getByText(/forty pounds/).waitFor({ timeout: 30_000 });
    expect(await sources.getByText('Corrected since it was quoted').count()).toBe(0);
    await stack.graph.query(
      'mutation ($input: ReplaceTextInput!) { replaceText(input: $input) { __typename } }',
      { input: { recordingId, find: 'forty', replacement: 'fifty' } },
    );
    await sources.getByText('Corrected since it was quoted').first().waitFor();
    await sources
      .getByText(/forty pounds/)
      .first()
      .waitFor();
    const answer = page.getByRole('article', { name: 'Answer' });
    await answer.getByRole('status').getByText('quote was corrected since').waitFor();
    await answer
      .getByRole('link', { name: /^Source 1: .* Corrected since it was quoted\.$/ })
      .first()
      .waitFor();
    await answer.getByRole('button', { name: 'Copy with sources' }).click();
    const copied =
      'forty pounds a month, and we take it.” (corrected since it was quoted; now Ben: “The boat costs fifty pounds a month, and we take it.”)';
    await eventually(async () =>
      (await page.evaluate(() => navigator.clipboard.readText())).includes(copied),
    );
    expect(errors).toEqual([]);
  }, 90_000);
});
