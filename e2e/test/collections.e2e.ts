import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, speakDialogue, startStack, type Line, type Stack } from '@colloquy/testkit';
import type { Browser, Locator, Page } from 'playwright-core';
import { accessibilityViolations, hasFocus, openBrowser, openPage, playback } from './browser.ts';
import { expiresInAnHour, hourPasses } from './collection-expiry.ts';

const FIRST: readonly Line[] = [
  {
    voice: 'slt',
    text: 'Good morning. I would like to talk about the price of the new machine and the delivery date.',
  },
  {
    voice: 'rms',
    text: 'Good morning. The price is four hundred dollars a month, and we can deliver it in October.',
  },
  {
    voice: 'slt',
    text: 'That is more than we wanted to pay. Can you make it three hundred dollars for the first year?',
  },
];
const SECOND: readonly Line[] = [
  {
    voice: 'rms',
    text: 'Thank you for coming back. We can offer the machine for three hundred and fifty dollars a month.',
  },
  {
    voice: 'slt',
    text: 'That sounds much better. Please send us the contract, and we will answer before the end of the week.',
  },
];

/** Two parts of a talk, put together and read as one. */
describe('a collection', () => {
  let stack: Stack;
  let folder: string;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  /** What hangs on something is hidden while that is scrolled out of sight, as another width does. */
  const isFit = async (open?: { menuOf: Locator }) => {
    for (const width of [400, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await open?.menuOf.scrollIntoViewIfNeeded();
      if (open) await page.getByRole('menu').waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
    }
  };
  const clips = () => page.getByRole('list', { name: 'Recordings in order' }).getByRole('listitem');
  const people = () =>
    page.getByRole('region', { name: 'Speakers', exact: true }).getByRole('list').first().locator('> li');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-collections-'));
    speakDialogue(FIRST, join(folder, 'first round.mp3'));
    speakDialogue(SECOND, join(folder, 'second round.mp3'));
    writeFileSync(join(folder, 'huge.mp3'), Buffer.alloc(2_000_001));
    stack = await startStack({
      COLLECTION_MAX_RECORDINGS: '3',
      COLLECTION_MAX_FILE_BYTES: '2000000',
      DELETE_GRACE_SECONDS: '1',
    });
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, { reducedMotion: 'reduce' }));
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is made by its name, from a page that says what it is for', async () => {
    await page.goto(`${stack.url}/library`);
    await page.getByRole('link', { name: 'Collections', exact: true }).click();
    await page.getByText('No collections yet').waitFor();
    await isFit();
    await page.getByRole('button', { name: 'New collection' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Price talks');
    await isFit();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Price talks' }).waitFor();
    await isFit();
  }, 60_000);

  it('refuses what is too large before it is sent, and takes many files at once', async () => {
    // Until it goes on, nothing of them becomes ready, and all of them can be stopped.
    process.kill(stack.pid('worker'), 'SIGSTOP');
    const files = ['first round.mp3', 'second round.mp3', 'huge.mp3'].map((name) => join(folder, name));
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (await choosing).setFiles(files);
    await page.getByRole('alert').getByText('Larger than 2 MB. Not taken: huge.mp3').waitFor();
    await clips().nth(1).waitFor();
    const progress = page.getByRole('progressbar', { name: 'Progress of all recordings' });
    // At its beginning it has no width.
    await progress.waitFor({ state: 'attached' });
  }, 60_000);

  it('is stopped and gone on with as a whole', async () => {
    await page.getByRole('button', { name: 'Stop all' }).click();
    await page.getByText('2 cancelled').waitFor();
    process.kill(stack.pid('worker'), 'SIGCONT');
    await isFit();
    await page.getByRole('button', { name: 'Go on with those that stopped' }).click();
    await page.getByText('All 2 recordings are ready.').waitFor({ timeout: 180_000 });
  }, 200_000);

  it('is put in order by the keyboard, and its speakers by who speaks first', async () => {
    const speakers = page.getByRole('region', { name: 'Speakers', exact: true });
    // Whichever is read first has two speakers, too.
    await eventually(async () => {
      const told = await speakers.innerText();
      return !told.includes('Counted so far') && told.includes('Speaker 2') && !told.includes('Speaker 3');
    });
    const saidByFirst = () => people().first().locator('.cq-figures').innerText();
    const said = await saidByFirst();
    const title = async (place: number) => (await clips().nth(place).getByRole('link').innerText()).trim();
    // As they were chosen, whichever was sent first.
    expect([await title(0), await title(1)]).toEqual(['first round', 'second round']);
    const down = page.getByRole('button', { name: 'Move first round down' });
    await down.focus();
    await page.keyboard.press('Enter');
    await page.getByText('first round is now number 2').waitFor();
    await eventually(async () => (await title(1)) === 'first round');
    await hasFocus(down);
    await eventually(async () => (await saidByFirst()) !== said);
    await page.getByRole('button', { name: 'Move first round up' }).press('Enter');
    await eventually(async () => (await title(0)) === 'first round');
    await eventually(async () => (await saidByFirst()) === said);
  }, 60_000);

  it('shows the same speakers through both recordings, how much each says and why they are one', async () => {
    await eventually(async () => (await people().count()) === 2);
    const one = people().first();
    await one.getByRole('button', { name: 'Where Speaker 1 speaks' }).click();
    await one.getByRole('row', { name: /All recordings/ }).waitFor();
    await eventually(
      async () => (await one.getByText(/the voice: \d\.\d\d alike by speaker-96/).count()) === 2,
    );
    await isFit();
  }, 60_000);

  it('lets a person name them, take them apart and put them together again', async () => {
    await page.getByRole('button', { name: 'Rename Speaker 1' }).click();
    await page.getByRole('textbox', { name: 'Name in all recordings' }).fill('Anna');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Rename Anna' }).waitFor();
    // It stands before what is pressed next.
    await page
      .getByRole('alert')
      .filter({ hasText: 'Named in all recordings.' })
      .getByRole('button', { name: 'Close' })
      .click();
    await page.getByText('Named in all recordings.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'In second round it is not Anna' }).click();
    await eventually(async () => (await people().count()) === 3);
    const sameAs = people().first().getByRole('button', { name: 'Anna is the same person as …' });
    await sameAs.click();
    await isFit({ menuOf: sameAs });
    await page.getByRole('menuitem').last().click();
    await eventually(async () => (await people().count()) === 2);
    await page
      .getByText(/you said so/)
      .first()
      .waitFor();
  }, 60_000);

  it('takes a name back in all recordings, and gives it again', async () => {
    await page.getByRole('button', { name: 'Rename Anna' }).click();
    await page.getByRole('textbox', { name: 'Name in all recordings' }).fill('Berta');
    await page.keyboard.press('Enter');
    await page.getByText('Named in all recordings.').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('button', { name: 'Rename Anna' }).waitFor();
    await isFit();
    await page.locator('body').press('Control+Shift+z');
    await page.getByRole('button', { name: 'Rename Berta' }).waitFor();
    await page.locator('body').press('Control+z');
    await page.getByRole('button', { name: 'Rename Anna' }).waitFor();
  }, 60_000);

  it('is read as one transcript that plays, and taken away', async () => {
    const transcript = page.getByRole('region', { name: 'Transcript' });
    await transcript.getByRole('heading', { name: 'first round' }).waitFor();
    await transcript.getByRole('heading', { name: 'second round' }).waitFor();
    await transcript.getByText('Anna').first().waitFor();
    await transcript
      .getByRole('button', { name: /^Play from .* in second round$/ })
      .first()
      .click();
    await eventually(async () => (await playback(page))?.paused === false);
    await transcript.getByRole('button', { name: 'Stop' }).click();
    await eventually(async () => (await playback(page))?.paused === true);
    await page.getByRole('button', { name: 'Export' }).click();
    const link = page.getByRole('menuitem', { name: 'Plain text' });
    const file = await fetch(new URL((await link.getAttribute('href')) ?? '', stack.url));
    expect(await file.text()).toMatch(/^Price talks\n\nAnna: [\s\S]*1\. first round[\s\S]*2\. second round/);
    await page.keyboard.press('Escape');
  }, 60_000);

  it('goes when it is asked to, with its recordings', async () => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Expiry' }).click();
    await page.getByRole('combobox', { name: 'Delete the collection' }).click();
    await page.getByRole('option', { name: 'In a week' }).click();
    await isFit();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^It goes /).waitFor();
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog', { name: 'Delete “Price talks”?' }).waitFor();
    await isFit();
    await page.getByRole('button', { name: 'Delete them too' }).click();
    await page.getByText('No collections yet').waitFor();
    await page.getByRole('link', { name: 'Library', exact: true }).click();
    await page.getByRole('button', { name: 'Try the sample conversation' }).first().waitFor();
    expect(errors).toEqual([]);
  }, 60_000);

  it('says that it goes, and that it is gone, to whoever looks at it', async () => {
    const { createCollection } = await stack.graph.query<{ createCollection: { id: string } }>(
      'mutation { createCollection(input: { name: "Short-lived" }) { ... on Collection { id } } }',
    );
    const { id } = createCollection;
    await page.goto(`${stack.url}/collections/${id}`);
    await page.getByText('Nothing to read yet.').waitFor();
    await expiresInAnHour(stack, id);
    await page.getByText(/^It goes /).waitFor();
    await hourPasses(stack, id);
    await page.getByRole('heading', { name: 'This collection is gone' }).waitFor();
    await isFit();
    expect(errors).toEqual([]);
  }, 60_000);
});
