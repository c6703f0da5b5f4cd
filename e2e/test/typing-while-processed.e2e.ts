import { eventually, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import {
  accessibilityViolations,
  hasFocus,
  isFitEverywhere,
  openBrowser,
  openPage,
  playback,
} from './browser.ts';
import { act, takeInLines, whatWasSaid } from './recording-actions.ts';

/** The transcript is cut anew under the hands of somebody who types in it: nothing typed is lost or out of reach. */
describe('typing while the transcript is cut anew', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let recordingId: string;
  let unreachable = false;

  interface Seen {
    id: string;
    version: number;
    text: string;
  }
  const segments = async (): Promise<Seen[]> => {
    const { recording } = await stack.graph.query<{
      recording: { transcript: { segments: { edges: { node: Seen }[] } } };
    }>(
      `query ($id: ID!) { recording(id: $id) { transcript { segments(first: 100) { edges { node { id version text } } } } } }`,
      { id: recordingId },
    );
    return recording.transcript.segments.edges.map(({ node }) => node);
  };
  const correct = async (mutation: 'mergeSegments' | 'removeSegments', ...texts: string[]) => {
    const type = mutation === 'mergeSegments' ? 'MergeSegmentsInput' : 'RemoveSegmentsInput';
    const known = await segments();
    const input = texts.map((text) => {
      const { id: segmentId, version: expectedVersion } = known.find((one) => one.text === text) ?? {};
      return { segmentId, expectedVersion };
    });
    await stack.graph.query(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, {
      input: { segments: input },
    });
  };
  const field = () => page.getByRole('textbox', { name: /Text of this segment|Your version/ });
  const edit = async (text: string) => {
    await page
      .getByRole('article')
      .filter({ hasText: text })
      .getByRole('button', { name: /^Edit what/ })
      .click();
    await field().waitFor();
  };
  const becomes = (text: string, line: number) =>
    eventually(async () => {
      expect((await whatWasSaid(stack, recordingId))[line]?.text).toBe(text);
      return true;
    });
  const caret = () => field().evaluate((area) => (area as HTMLTextAreaElement).selectionStart);
  const blocksLeaving = () =>
    page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

  beforeAll(async () => {
    stack = await startStack();
    recordingId = await takeInLines(stack, 30);
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, { reducedMotion: 'reduce' }));
    await page.route('**/graphql', (route) =>
      unreachable && route.request().postData()?.includes('EditSegmentText')
        ? route.abort()
        : route.fallback(),
    );
    await page.goto(`${stack.url}/recordings/${recordingId}`);
    await page.getByText('Line number 1.').waitFor();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('goes on with text and caret in the new transcript, with the voice playing on', async () => {
    await page.getByRole('button', { name: 'Play from 0:00' }).click();
    await edit('Line number 8.');
    await field().press('Home');
    await page.keyboard.type('First saved. ');
    await becomes('First saved. Line number 8.', 8);
    unreachable = true;
    await page.keyboard.type('Then not. ');
    const before = new Set((await segments()).map(({ id }) => id));
    await act(stack, 'retryProcessing', recordingId);
    await eventually(async () => (await segments()).every(({ id }) => !before.has(id)), 60_000);
    await page.keyboard.type('And on. ');
    unreachable = false;
    await becomes('First saved. Then not. And on. Line number 8.', 8);
    expect(await field().inputValue()).toBe('First saved. Then not. And on. Line number 8.');
    expect(await caret()).toBe('First saved. Then not. And on. '.length);
    expect(await playback(page)).toMatchObject({ paused: false });
    await field().press('Enter');
    await field().waitFor({ state: 'detached' });
    expect(await blocksLeaving()).toBe(false);
  }, 120_000);

  it('has both compared where the segments were joined', async () => {
    unreachable = true;
    await edit('Line number 4.');
    await field().fill('Mine.');
    await correct('mergeSegments', 'Line number 3.', 'Line number 4.');
    await page.getByText('The transcript was cut anew here meanwhile').waitFor();
    await page.getByText('What stands here now').waitFor();
    await page.getByText('Not saved until you choose.').waitFor();
    expect(await page.getByText('Saved as you type.').count()).toBe(0);
    expect(await field().inputValue()).toBe('Mine.');
    await isFitEverywhere(page);
    unreachable = false;
    await page.getByRole('button', { name: 'Save my version' }).click();
    await becomes('Mine.', 3);
  }, 60_000);

  it('keeps above the transcript what has no segment any more', async () => {
    unreachable = true;
    await edit('Line number 12.');
    await field().fill('What nobody is to lose.');
    await correct('removeSegments', 'Line number 12.');
    await page.getByText(/Your text is kept above the transcript/).waitFor();
    await page.getByRole('button', { name: 'Show it' }).press('Enter');
    const kept = page.locator('#unsaved-texts');
    await kept.getByText('What nobody is to lose.').waitFor();
    await hasFocus(kept);
    expect(await blocksLeaving()).toBe(true);
    await isFitEverywhere(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await kept.getByRole('button', { name: 'Copy' }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await eventually(async () => (await copied()) === 'What nobody is to lose.');
    await kept.getByRole('button', { name: 'Discard' }).press('Enter');
    await kept.waitFor({ state: 'detached' });
    expect(await blocksLeaving()).toBe(false);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(errors.filter((error) => !error.includes('ERR_FAILED'))).toEqual([]);
  }, 60_000);
});
