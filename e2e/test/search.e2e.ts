import { eventually, silentWav, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, hasFocus, openBrowser, openPage, playback } from './browser.ts';
import { importTranscript, reaches, uploadByTus } from './recording-actions.ts';

/** What was said in two conversations, found again without listening to either. */
describe('the page of search results', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  const open = async (address: string) => {
    await page.goto(`${stack.url}${address}`);
    await page.getByRole('heading', { level: 1, name: 'Search' }).waitFor();
  };
  const results = () => page.getByRole('region', { name: 'Moments found' });
  const hits = () => results().getByRole('listitem');
  const found = (count: number) => results().getByText(`${count} moments`, { exact: true }).waitFor();
  const narrowed = () => page.getByRole('button', { name: 'Do not search in Delivery call' });
  const query = () => new URL(page.url()).search;

  beforeAll(async () => {
    stack = await startStack();
    const bring = async (title: string, names: string[], recordedAt: string, uploadId?: string) => {
      const lines = Array.from({ length: 15 }, (_, i) => `${names[i % 2]}: The price of part ${i} goes up.`);
      const content = lines.join('\n');
      const { id } = await importTranscript(stack, { title, content, format: 'TEXT', recordedAt, uploadId });
      await reaches(stack, id ?? '', 'READY');
    };
    const audio = await uploadByTus(stack, silentWav(120), 'call.wav');
    await bring('Delivery call', ['Ann', 'Bob'], '2026-03-01T10:00:00Z', audio);
    await bring('Interview', ['Ann', 'Cid'], '2026-05-01T10:00:00Z');
    await eventually(async () => {
      const { searchSegments } = await stack.graph.query<{ searchSegments: { totalCount: number } }>(
        'query { searchSegments(input: { query: "price" }) { totalCount } }',
      );
      return searchSegments.totalCount === 30;
    });
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('is reached from the search box, by keyboard and by its last entry', async () => {
    await page.goto(`${stack.url}/library`);
    const search = page.getByPlaceholder('Search everything that was said');
    await search.fill('price');
    await page.getByRole('option', { name: 'Show all 30 results' }).click();
    await found(30);
    await page.goBack();
    await page.waitForURL('**/library');
    await search.fill('price');
    await page.getByRole('option', { name: 'Show all 30 results' }).waitFor();
    await search.press('ArrowDown');
    await search.press('Control+Enter');
    await found(30);
    expect(query()).toBe('?q=price');
    expect(await page.title()).toBe('price · Search · Colloquy');
  }, 60_000);

  it('shows more, goes on there by keyboard, and shows as much again after Back', async () => {
    await open('/search?q=price');
    await page.getByText('20 of 30').waitFor();
    await page.getByRole('button', { name: 'Show more' }).press('Enter');
    await hasFocus(hits().nth(20).getByRole('link'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/recordings/**');
    await page.goBack();
    await hits().nth(29).waitFor();
  }, 60_000);

  it('looks only where it is told, says so in its address, and takes it back by Back', async () => {
    await open('/search?q=price');
    await page.getByRole('textbox', { name: 'Speaker' }).fill('bob');
    await found(7);
    await page.getByRole('combobox', { name: 'Recordings' }).click();
    await page.getByRole('option', { name: 'Delivery call' }).click();
    await narrowed().waitFor();
    await page.reload();
    await found(7);
    await narrowed().click();
    await narrowed().waitFor({ state: 'hidden' });
    await page.goBack();
    await narrowed().waitFor();
    await open('/search?q=price');
    await page.getByLabel('Until').fill('2026-04-01');
    await found(15);
    expect(query()).toBe('?q=price&to=2026-04-01');
    expect(await hits().first().innerText()).toContain('Delivery call');
    await page.goBack();
    await found(30);
    expect(await page.getByLabel('Until').inputValue()).toBe('');
  }, 60_000);

  it('marks what was found, and plays its moment where there is audio', async () => {
    await open('/search?q=part+14');
    const hit = (title: string) => hits().filter({ hasText: title }).first();
    await hit('Delivery call').waitFor();
    expect(await hit('Delivery call').locator('mark').allInnerTexts()).toEqual(['part', '14']);
    await hit('Delivery call').getByRole('link').click();
    await page.waitForURL(/\/recordings\/[^?]+\?t=\d+&segment=[^&]+&play=1/);
    const atMs = Number(new URL(page.url()).searchParams.get('t'));
    expect(atMs).toBeGreaterThan(10_000);
    await eventually(async () => {
      const state = await playback(page);
      return state && !state.paused && state.atMs >= atMs;
    });
    await page.goBack();
    await hit('Interview').getByRole('link').click();
    await page.getByText('imported without audio').waitFor();
    expect(await page.getByRole('button', { name: /^Play/ }).count()).toBe(0);
  }, 60_000);

  it('says what to do where nothing is found, and offers similar spellings', async () => {
    await open('/search?q=price&speaker=nobody');
    await page.getByText('Nobody said “price” where you looked.').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove the filters' }).click();
    await found(30);
    await page.getByRole('searchbox', { name: 'What was said' }).fill('prise');
    await page.getByText('No exact match. Similar spellings:').waitFor();
    await page.getByRole('searchbox', { name: 'What was said' }).fill('');
    await page.getByText('What was said, and where?').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  }, 60_000);

  it('says that the search did not answer, and tries again', async () => {
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('SearchMoments')
        ? route.fulfill({ json: { errors: [{ message: 'Not now.' }], data: null } })
        : route.continue(),
    );
    await open('/search?q=price');
    const retry = page.getByRole('main').getByRole('button', { name: 'Try again' });
    await retry.waitFor();
    await page.unroute('**/graphql');
    await retry.click();
    await found(30);
  }, 60_000);

  it('is fit for all, wide and light, narrow and dark', async () => {
    await open('/search?q=part+14&speaker=a');
    await found(2);
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [400, 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 844 });
      if (width === 400) await page.getByRole('button', { name: 'Filters (1)' }).click();
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect({ width, tooWide, violations: await accessibilityViolations(page) }).toEqual({
        width,
        tooWide: false,
        violations: [],
      });
    }
  }, 60_000);

  it('made no error on the way', () => {
    expect(errors).toEqual([]);
  });
});
