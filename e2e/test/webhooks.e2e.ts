import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage } from './browser.ts';

/** A webhook's life, as somebody sees it who connects another system. */
describe('webhooks', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let receiver: Server;
  let url: string;
  let status = 500;
  const received: string[] = [];

  const card = () => page.getByRole('list', { name: 'Webhooks' }).getByRole('listitem');
  const chooseAction = async (name: string) => {
    await page.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const dialogGone = () => eventually(async () => (await page.getByRole('dialog').count()) === 0);

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      received.push(String(request.headers['webhook-id']));
      response.writeHead(status).end('{"said":"no"}');
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    stack = await startStack({ WEBHOOK_ALLOW_PRIVATE: 'true', WEBHOOK_RETRY_SECONDS: '1' });
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await page.goto(`${stack.url}/library`);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
    await new Promise((resolve) => receiver.close(resolve));
  });

  it('are made by keyboard, and show their secret once', async () => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await page.getByText('No webhooks yet').waitFor();
    await page.getByRole('button', { name: 'New webhook' }).press('Enter');
    await page.getByLabel('Address').waitFor();
    await page.keyboard.type('ftp://example.com');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('This is no address').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(url);
    await page.getByRole('checkbox', { name: 'Recording failed' }).press('Space');
    await page.getByLabel('Note').fill('The archive');
    await page.keyboard.press('Enter');
    const secret = await page.getByText(/^whsec_/).textContent();
    expect(secret).toMatch(/^whsec_\S{44}$/);
    await page.getByRole('button', { name: 'Done' }).press('Enter');
    await dialogGone();
    await card().getByText('The archive').waitFor();
    await page.reload();
    await card().getByText(url).waitFor();
    expect(await page.getByText('whsec_').count()).toBe(0);
    expect(await card().getByText('Recording failed').count()).toBe(0);
  }, 60_000);

  it('show what was sent and answered, and send again what was given up', async () => {
    await chooseAction('Send a test');
    const log = page.getByRole('dialog').getByRole('list', { name: 'Deliveries' }).getByRole('listitem');
    await log.getByText('Given up').waitFor();
    await log.getByRole('button', { name: /^webhook.test/ }).click();
    await log.getByRole('group', { name: 'Request' }).getByText('"type": "webhook.test"').waitFor();
    await log.getByRole('group', { name: 'Answer' }).getByText('"said": "no"').waitFor();
    status = 204;
    await log.getByRole('button', { name: 'Send again' }).click();
    await log.getByText('Delivered').waitFor();
    await eventually(() => received.length === 3);
    expect(new Set(received).size).toBe(1);
    await page.keyboard.press('Escape');
    await dialogGone();
  }, 60_000);

  it('are changed, switched off, given a new secret, and deleted when it is meant', async () => {
    await chooseAction('Edit');
    await page.getByLabel('Note').fill('The other archive');
    await page.getByRole('button', { name: 'Save' }).click();
    await card().getByText('The other archive').waitFor();
    await chooseAction('Switch off');
    await card().getByText('Off', { exact: true }).waitFor();
    await chooseAction('New secret');
    await page.getByRole('button', { name: 'Make a new secret' }).click();
    await page.getByText(/^whsec_/).waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await card().getByText('The old secret signs too').waitFor();
    await chooseAction('Delete');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await dialogGone();
    expect(await card().count()).toBe(1);
    await chooseAction('Delete');
    // By keyboard: a click may meet the dialog while it is still coming up.
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).press('Enter');
    await page.getByText('No webhooks yet').waitFor();
    expect(errors).toEqual([]);
  }, 60_000);
});
