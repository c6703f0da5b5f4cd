import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELIVERY_CALL, eventually, speakDialogue, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, openBrowser, openPage } from './browser.ts';

/** What people see when parts of the product stop. */
describe('when a part stops', () => {
  let stack: Stack;
  let folder: string;
  let browser: Browser;
  let page: Page;

  const open = async (path: string) => {
    await page.goto(`${stack.url}${path}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-failures-'));
    // Long enough to be met in the middle of it.
    speakDialogue([...DELIVERY_CALL, ...DELIVERY_CALL], join(folder, 'long call.mp3'));
    stack = await startStack();
    browser = await openBrowser();
    ({ page } = await openPage(browser));
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a killed worker costs time, not the recording', async () => {
    await open('/upload');
    await page.locator('input[type=file]').first().setInputFiles(join(folder, 'long call.mp3'));
    const writing = page.getByRole('status').filter({ hasText: 'Writing down what is said' });
    await writing.waitFor({ timeout: 120_000 });
    stack.kill('worker');
    await page.getByRole('link', { name: 'Open the transcript' }).click({ timeout: 180_000 });
    await page.getByText(/price/i).first().waitFor();
  }, 300_000);

  it('a stopped subgraph costs its own page only, until it goes on', async () => {
    const pid = stack.pid('transcript');
    process.kill(pid, 'SIGSTOP');
    try {
      await open('/library');
      await page.getByRole('link', { name: 'long call' }).first().waitFor({ timeout: 60_000 });
      await page.getByText('Not running: transcripts and search').first().waitFor({ timeout: 60_000 });
      await page.getByRole('link', { name: 'long call' }).first().click();
      await page
        .getByText('The transcript cannot be loaded right now. The recording still plays.')
        .waitFor({ timeout: 60_000 });
      expect(await accessibilityViolations(page)).toEqual([]);
      await open('/upload');
      await page.getByText('Drop recordings here').first().waitFor();
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await open('/library');
    await page.getByRole('link', { name: 'long call' }).first().click();
    await page.getByText(/price/i).first().waitFor({ timeout: 60_000 });
  }, 300_000);

  it('a transcript open while a service comes back later than the gateway stays, with what can be undone', async () => {
    const undo = page.getByRole('button', { name: 'Undo', exact: true });
    const segment = page.getByText(/price/i).first();
    const renamed = page.getByRole('button', { name: 'Rename Edda' });
    await page
      .getByRole('button', { name: /^Rename / })
      .first()
      .click();
    await page.getByLabel(/^New name for /).fill('Edda');
    await page.getByLabel(/^New name for /).press('Enter');
    await renamed.waitFor();
    await eventually(() => undo.isEnabled());
    const pid = stack.pid('ingest');
    process.kill(pid, 'SIGSTOP');
    try {
      const unanswered = page.waitForResponse(
        async (response) =>
          response.url().endsWith('/graphql') && (await response.text()).includes('SUBGRAPH_UNAVAILABLE'),
        { timeout: 60_000 },
      );
      stack.kill('gateway');
      await unanswered;
      expect(await segment.isVisible()).toBe(true);
      expect(await page.getByRole('alert').count()).toBe(0);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await undo.click();
    await renamed.waitFor({ state: 'detached', timeout: 60_000 });
    expect(await page.getByRole('alert').count()).toBe(0);
  }, 150_000);

  it('a page opened while its service is away opens by itself as soon as that is back', async () => {
    const pid = stack.pid('ingest');
    process.kill(pid, 'SIGSTOP');
    try {
      await page.reload();
      await page.getByRole('alert').getByText('is not answering').waitFor({ timeout: 60_000 });
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await page.getByText(/price/i).first().waitFor({ timeout: 60_000 });
  }, 150_000);

  it('a page open while a subgraph is killed goes on by itself', async () => {
    await open('/chat');
    stack.kill('chat');
    const question = page.getByLabel('Your question');
    await question.fill('What is the price of the machine?');
    await eventually(async () => {
      const { data } = await stack.graph.request('query { answerEngines { id } }');
      return data;
    }, 60_000);
    await question.press('Enter');
    await page
      .getByRole('link', { name: /^Source 1/ })
      .first()
      .waitFor({ timeout: 60_000 });
  }, 150_000);

  it('a part of the web app that is missing leaves the others', async () => {
    const { page: broken } = await openPage(browser);
    await broken.route('**/remotes/chat/**', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await broken.goto(`${stack.url}/chat`);
    await broken.getByText('Ask could not be shown').waitFor({ timeout: 30_000 });
    expect(await accessibilityViolations(broken)).toEqual([]);
    await broken.getByRole('link', { name: 'Library', exact: true }).first().click();
    await broken.getByRole('link', { name: 'long call' }).first().waitFor();
    await broken.context().close();
  }, 90_000);
});
