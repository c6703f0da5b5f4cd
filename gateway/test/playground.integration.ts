import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { startAll } from './running.ts';
import type { Running } from './running.ts';

/** Replaces the open tab's operation, and waits until the page has taken note: its tab then bears the new name. */
async function write(page: Page, name: string, operation: string): Promise<void> {
  await page.locator('.graphiql-query-editor .monaco-editor').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(operation);
  await page.locator('.graphiql-tab-active', { hasText: name }).waitFor({ timeout: 20_000 });
}

describe('the playground in a browser', () => {
  let running: Running;
  let browser: Browser;
  let page: Page;
  const trouble: string[] = [];

  beforeAll(async () => {
    running = await startAll();
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => {
      const elsewhere = !request.url().startsWith(running.url) && !/^(data|blob):/.test(request.url());
      if (elsewhere) trouble.push(`asks another server: ${request.url()}`);
    });
    await page.goto(`${running.url}/graphql`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await running.close();
  });

  const run = () => page.locator('button.graphiql-execute-button').click();
  // The editor writes some spaces as no-break spaces.
  const shows = (text: RegExp) =>
    page.locator('.result-window').filter({ hasText: text }).waitFor({ timeout: 20_000 });

  it('opens an example by a click on its tab', async () => {
    await page.locator('button.graphiql-tab-button', { hasText: 'Engines' }).click();
    await page.locator('.graphiql-query-editor', { hasText: 'speechEngines' }).waitFor({ timeout: 20_000 });
  });

  it('runs a query', async () => {
    await write(page, 'Titles', 'query Titles { recordings(first: 1) { edges { node { title } } } }');
    await run();
    await shows(/"Recording\s1"/);
  });

  it('follows a subscription until it is stopped', async () => {
    await write(page, 'Ticks', 'subscription Ticks { ticks { seq recording { title } } }');
    await run();
    await shows(/"seq":\s3/);
    await run();
  });

  it('needs nothing from elsewhere and breaks no rule of its own policy', () => {
    expect(trouble).toEqual([]);
  });
});
