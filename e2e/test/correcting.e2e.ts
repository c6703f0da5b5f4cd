import { eventually, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage } from './browser.ts';
import { importTranscript, reaches, whatWasSaid } from './recording-actions.ts';

/** Who leaves a correction half done finds it done. */
describe('correcting a transcript', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let recordingId: string;

  const texts = async () => (await whatWasSaid(stack, recordingId)).map(({ text }) => text);
  const field = () => page.getByRole('textbox', { name: 'Text of this segment' });
  const correct = async (segment: number, text: string) => {
    await page
      .getByRole('button', { name: /^Edit what/ })
      .nth(segment)
      .click();
    await field().fill(text);
  };
  const becomes = (...expected: string[]) =>
    eventually(async () => {
      expect(await texts()).toEqual(expected);
      return true;
    });

  /** The first segment, by somebody else. */
  const correctElsewhere = async (text: string) => {
    const segments = `query ($id: ID!) { recording(id: $id) { transcript { segments(first: 1) { edges { node { id version } } } } } }`;
    const { recording } = await stack.graph.query<{
      recording: { transcript: { segments: { edges: { node: { id: string; version: number } }[] } } };
    }>(segments, { id: recordingId });
    const { id: segmentId = '', version: expectedVersion = 0 } =
      recording.transcript.segments.edges[0]?.node ?? {};
    await stack.graph.query(
      'mutation ($input: EditSegmentTextInput!) { editSegmentText(input: $input) { __typename } }',
      { input: { segmentId, text, expectedVersion } },
    );
  };

  beforeAll(async () => {
    stack = await startStack();
    const content = 'Anna: Where is the lighthouse?\nBen: Behind the harbour.';
    const imported = await importTranscript(stack, { title: 'The coast', format: 'TEXT', content });
    recordingId = imported.id ?? '';
    await reaches(stack, recordingId, 'READY');
    browser = await openBrowser();
    ({ page } = await openPage(browser));
    await page.goto(`${stack.url}/recordings/${recordingId}`);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('discards what is cancelled, with the mouse and with Escape', async () => {
    await correct(0, 'Nonsense');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await correct(0, 'Nonsense');
    await field().press('Escape');
    await field().waitFor({ state: 'detached' });
    await becomes('Where is the lighthouse?', 'Behind the harbour.');
  }, 60_000);

  it('asks before the window is closed on what is not saved', async () => {
    await correct(0, 'Nonsense');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await field().press('Escape');
  }, 60_000);

  it('saves when another segment is opened, and when another page is', async () => {
    await correct(0, 'Where was the lighthouse?');
    // The only pencil: that of the other segment.
    await correct(0, 'Beyond the harbour.');
    expect(await page.title()).toBe('The coast · Colloquy');
    await page.getByRole('link', { name: 'Ask', exact: true }).click();
    await page.waitForFunction(() => document.title === 'Ask · Colloquy');
    await becomes('Where was the lighthouse?', 'Beyond the harbour.');
  }, 60_000);

  it('keeps what somebody else was faster to change, and says so on the page one went to', async () => {
    await page.goBack();
    const slow = Promise.withResolvers<void>();
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('editSegmentText')) await slow.promise;
      await route.continue();
    });
    await correct(0, 'Mine');
    await page.goForward();
    await correctElsewhere('Theirs');
    slow.resolve();
    await page.getByRole('alert').getByRole('button', { name: 'Open it' }).click();
    await page.getByText('Theirs').waitFor();
    await page
      .getByRole('button', { name: /^Edit what/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Save my version' }).click();
    await becomes('Mine', 'Beyond the harbour.');
  }, 60_000);

  it('says why a correction cannot be taken back', async () => {
    await correctElsewhere('Theirs after all');
    await page.getByText('Theirs after all').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('alert').getByText('has been changed again since').waitFor();
    await becomes('Theirs after all', 'Beyond the harbour.');
  }, 60_000);
});
