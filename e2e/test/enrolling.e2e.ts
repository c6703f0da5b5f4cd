import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELIVERY_CALL, eventually, speakDialogue, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { isFitEverywhere, openBrowser, openPage } from './browser.ts';
import { reaches, takeIn } from './recording-actions.ts';

/** A voice that is known by what somebody chooses in a transcript, and by clips, as far as these can be. */
describe('enrolling a voice', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let call: Buffer;
  let id: string;

  const isFit = () => isFitEverywhere(page);
  const bar = () => page.getByRole('region', { name: 'Chosen segments' });
  const boxes = () => page.getByRole('checkbox', { name: /^Choose .* at / });
  const evidence = () => page.getByRole('list', { name: 'What the voice is known by' }).getByRole('listitem');
  const onTheWay = () => page.getByRole('list', { name: 'On the way' }).getByRole('listitem');
  const addClip = async () => {
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add a clip' }).press('Enter');
    await (await chosen).setFiles({ name: 'clip.mp3', mimeType: 'audio/mpeg', buffer: call });
    await onTheWay().first().waitFor();
  };

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'colloquy-enrolling-'));
    speakDialogue(DELIVERY_CALL, join(folder, 'call.mp3'));
    call = readFileSync(join(folder, 'call.mp3'));
    rmSync(folder, { recursive: true, force: true });
    stack = await startStack();
    await stack.graph.query(
      `mutation { setVoiceProfiles(input: { enabled: true, reason: "Both callers agreed in writing." }) { __typename } }`,
    );
    id = await takeIn(stack, call, 'The call');
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, { reducedMotion: 'reduce' }));
    await reaches(stack, id, 'READY');
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('begins by choosing segments in the transcript, several at once, by keyboard', async () => {
    await page.goto(`${stack.url}/recordings/${id}`);
    await page.getByRole('button', { name: 'Choose segments' }).press('Enter');
    await bar().getByText('Choose what one person says; with Shift, all up to there.').waitFor();
    expect(await bar().getByRole('button', { name: 'Add to person…' }).isDisabled()).toBe(true);
    await boxes().first().press('Space');
    await boxes().nth(2).press('Shift+Space');
    await bar().getByText('3 chosen').waitFor();
    await boxes().nth(1).press('Space');
    await bar().getByText('2 chosen').waitFor();
    await isFit();
    await page.keyboard.press('Escape');
    await bar().waitFor({ state: 'detached' });
    expect(await boxes().count()).toBe(0);
  }, 60_000);

  it('makes a person of them, whose page says that they are listened to and that they were', async () => {
    // Until it goes on, nothing is listened to.
    process.kill(stack.pid('worker'), 'SIGSTOP');
    await page.getByRole('button', { name: 'Choose segments' }).press('Enter');
    await boxes().first().press('Space');
    await boxes().nth(2).press('Space');
    await bar().getByRole('button', { name: 'Add to person…' }).press('Enter');
    await page.getByRole('dialog').getByText('Whose voice is it in 2 segments?').waitFor();
    await isFit();
    await page.getByRole('textbox', { name: 'Name' }).fill('Anna Vogel');
    await page.getByRole('button', { name: 'Know this voice as Anna Vogel' }).waitFor();
    await page.keyboard.press('Enter');
    await bar().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Show the person' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Anna Vogel' }).waitFor();
    await evidence().getByText('Being listened to').waitFor();
    const places = page
      .getByRole('listitem')
      .filter({ hasText: 'In “The call” at' })
      .getByRole('link', { name: /^\d+:\d\d$/ });
    await eventually(async () => (await places.count()) === 2);
    await isFit();
    process.kill(stack.pid('worker'), 'SIGCONT');
    await evidence().getByText('Being listened to').waitFor({ state: 'detached' });
    await eventually(async () => (await evidence().count()) === 1);
    await page.getByText('No sample', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('list', { name: 'Where they are heard' }).getByText('The call').waitFor();
  }, 90_000);

  it('goes on with a person who is known', async () => {
    await page.goto(`${stack.url}/recordings/${id}`);
    await page.getByRole('button', { name: 'Choose segments' }).press('Enter');
    await boxes().nth(4).press('Space');
    await bar().getByRole('button', { name: 'Add to person…' }).press('Enter');
    await page
      .getByRole('list', { name: 'Known people' })
      .getByRole('button', { name: /^Anna Vogel/ })
      .press('Enter');
    const isKnown = page.getByText('The voice of Anna Vogel is known by this too');
    await isKnown.waitFor();
    await page.locator('body').press('Control+z');
    await page.getByText('The voice of Anna Vogel is not known by that any more').waitFor();
    await isKnown.waitFor({ state: 'detached' });
    await page.locator('body').press('Control+Shift+z');
    await page.getByRole('button', { name: 'Show the person' }).press('Enter');
    await eventually(async () => (await evidence().count()) === 2);
  }, 60_000);

  it('is taken back while a clip waits, and when it is refused, which says why and what to do', async () => {
    process.kill(stack.pid('worker'), 'SIGSTOP');
    await addClip();
    await onTheWay().getByText('Waiting to be listened to').waitFor();
    const takeBack = page.getByRole('button', { name: /^Take back: Anna Vogel, a clip/ });
    await takeBack.press('Enter');
    await page.getByText('It does not become a sample.').waitFor();
    await onTheWay().first().waitFor({ state: 'detached' });
    process.kill(stack.pid('worker'), 'SIGCONT');
    await addClip();
    // Without loading the page again.
    await onTheWay()
      .getByText(/people speak in this recording: .* Open the transcript and say who it is/)
      .waitFor({ timeout: 120_000 });
    await isFit();
    await takeBack.press('Enter');
    await onTheWay().first().waitFor({ state: 'detached' });
    await eventually(async () => (await evidence().count()) === 2);
    expect(errors).toEqual([]);
  }, 180_000);
});
