import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELIVERY_CALL, eventually, speakDialogue, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, isFitEverywhere, openBrowser, openPage, playback } from './browser.ts';
import { reaches, takeIn } from './recording-actions.ts';

interface Named {
  id: string;
  displayName: string;
}

/** People who are known by their voice, as somebody sees it who names them once. */
describe('people', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let first: string;
  let second: string;
  let clip: Buffer;

  const speakers = () => page.getByRole('region', { name: 'Speakers' });
  const openTranscript = async (id: string) => {
    await page.goto(`${stack.url}/recordings/${id}`);
    await speakers().getByRole('listitem').first().waitFor();
  };
  const openPerson = async (name: string) => {
    await page.goto(`${stack.url}/people`);
    await page.getByRole('list', { name: 'People' }).getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  const know = async (speaker: string, name: string) => {
    await speakers()
      .getByRole('button', { name: `More about ${speaker}` })
      .press('Enter');
    await page.getByRole('menuitem', { name: 'Know this voice…' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('button', { name: `Know this voice as ${name}` }).waitFor();
    await page.keyboard.press('Enter');
    await speakers().getByRole('link', { name: 'Known person' }).first().waitFor();
  };

  const collectBoth = async () => {
    const { createCollection } = await stack.graph.query<{ createCollection: { id: string } }>(
      'mutation { createCollection(input: { name: "Both" }) { ... on Collection { id } } }',
    );
    await stack.graph.query(
      'mutation ($input: CollectionRecordingsInput!) { addToCollection(input: $input) { __typename } }',
      { input: { collectionId: createCollection.id, recordingIds: [first, second] } },
    );
    return createCollection.id;
  };

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'colloquy-people-'));
    speakDialogue(DELIVERY_CALL, join(folder, 'call.mp3'));
    const call = readFileSync(join(folder, 'call.mp3'));
    const alone = DELIVERY_CALL.filter(({ voice }) => voice === DELIVERY_CALL[0]?.voice);
    speakDialogue(alone, join(folder, 'clip.mp3'));
    clip = readFileSync(join(folder, 'clip.mp3'));
    rmSync(folder, { recursive: true, force: true });
    stack = await startStack();
    first = await takeIn(stack, call, 'First call');
    second = await takeIn(stack, call, 'Second call');
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    for (const id of [first, second]) await reaches(stack, id, 'READY');
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('are known only where somebody wrote down why that is allowed', async () => {
    await page.goto(`${stack.url}/library`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: 'Voices are not recognised here' }).waitFor();
    const turnOn = page.getByRole('button', { name: 'Recognise voices' });
    await page.getByLabel('Why this is allowed here').fill('No.');
    expect(await turnOn.isDisabled()).toBe(true);
    await page.getByLabel('Why this is allowed here').fill('Both callers agreed in writing.');
    await turnOn.press('Enter');
    await page.getByRole('heading', { name: 'Nobody is known by voice yet' }).waitFor();
    for (const name of ['Changes', 'Why voices are recognised here'])
      await page.getByRole('region', { name }).getByText('Both callers agreed in writing.').waitFor();
  }, 60_000);

  it('are named once, by keyboard, and recognised in another recording', async () => {
    await openTranscript(first);
    await know('Speaker 1', 'Anna Vogel');
    await openTranscript(second);
    await speakers().getByRole('button', { name: 'Rename Anna Vogel' }).waitFor();
    await speakers()
      .getByRole('link', { name: /By voice, 9\d % · small voice model/ })
      .waitFor();
  }, 60_000);

  it('are confirmed where they were found, or denied, and either is undone in the window', async () => {
    const say = async (what: RegExp) => {
      await speakers().getByRole('button', { name: 'More about Anna Vogel' }).press('Enter');
      await page.getByRole('menuitem', { name: what }).press('Enter');
    };
    const byVoice = speakers().getByRole('link', { name: /By voice/ });
    await say(/^Yes, this is Anna Vogel/);
    await speakers().getByRole('link', { name: 'Known person' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Control+z');
    await byVoice.waitFor();
    await say(/^This is not Anna Vogel/);
    await byVoice.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await byVoice.waitFor();
    await page.keyboard.press('Control+Shift+z');
    await byVoice.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await byVoice.waitFor();
    await page.getByRole('button', { name: 'History of corrections' }).press('Enter');
    for (const title of ['Known person confirmed', 'Not this person'])
      await page.getByRole('dialog').getByText(title, { exact: true }).waitFor();
  }, 60_000);

  it('can be listened to, and taken out where it is somebody else, with a way back', async () => {
    await openPerson('Anna Vogel');
    await page.getByRole('button', { name: /^Listen: (First|Second) call/ }).press('Enter');
    await eventually(async () => (await playback(page))?.paused === false);
    const heard = page.getByRole('list', { name: 'Where they are heard' });
    await eventually(async () => (await heard.getByRole('listitem').count()) === 2);
    const confirm = heard.getByRole('button', { name: 'Yes, Anna Vogel: Second call' });
    await heard.getByText(/small voice model/).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await confirm.press('Enter');
    await confirm.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo: Confirmed by a person Anna Vogel' }).press('Enter');
    await confirm.waitFor();
    await heard.getByRole('button', { name: 'This is not Anna Vogel: Second call' }).press('Enter');
    await heard.getByText('Second call').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo: Not this person Anna Vogel' }).press('Enter');
    await heard.getByText('Second call').waitFor();
  }, 60_000);

  it('are known by more: a segment, and a clip that is uploaded for them', async () => {
    await openTranscript(first);
    await page
      .getByRole('button', { name: /^More for what Anna Vogel/ })
      .first()
      .press('Enter');
    await page.getByRole('menuitem', { name: 'Know Anna Vogel by this' }).press('Enter');
    await page.getByText('The voice of Anna Vogel is known by this too').waitFor();
    await openPerson('Anna Vogel');
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add a clip' }).press('Enter');
    await (await chosen).setFiles({ name: 'by_the_window.mp3', mimeType: 'audio/mpeg', buffer: clip });
    await page
      .getByRole('list', { name: 'On the way' })
      .getByText('Anna Vogel, a clip to know the voice by: by the window')
      .waitFor();
    const evidence = page.getByRole('list', { name: 'What the voice is known by' }).getByRole('listitem');
    await evidence.nth(2).waitFor({ timeout: 60_000 });
    await page.getByRole('list', { name: 'On the way' }).waitFor({ state: 'detached' });
  }, 90_000);

  it('have one name everywhere', async () => {
    await openPerson('Anna Vogel');
    await page.getByRole('button', { name: 'Rename Anna Vogel' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).fill('Anna Berg');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Anna Berg' }).waitFor();
    for (const id of [first, second]) {
      await openTranscript(id);
      await speakers().getByRole('button', { name: 'Rename Anna Berg' }).waitFor();
    }
  }, 60_000);

  it('are asked for when somebody is called otherwise in a transcript', async () => {
    const isCalled = async (name: string) => {
      await speakers()
        .getByRole('button', { name: /^Rename Anna/ })
        .press('Enter');
      await speakers().getByRole('textbox', { name: /Anna/ }).fill(name);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: `called “${name}”?` }).waitFor();
    };
    await openTranscript(first);
    await isCalled('Anna Bergmann');
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Rename everywhere' }).press('Enter');
    const isRenamed = page.getByText('Anna Berg is called “Anna Bergmann” in every recording.');
    await isRenamed.waitFor();
    await speakers().getByRole('button', { name: 'Rename Anna Bergmann' }).waitFor();
    await page.locator('body').press('Control+z');
    await page.getByText('Anna Berg has that name again in every recording.').waitFor();
    await speakers().getByRole('button', { name: 'Rename Anna Berg', exact: true }).waitFor();
    await page.locator('body').press('Control+Shift+z');
    await isRenamed.waitFor();
    await speakers().getByRole('button', { name: 'Rename Anna Bergmann' }).waitFor();
    await isCalled('Carl');
    await page.getByRole('button', { name: 'Somebody else, here only' }).press('Enter');
    await speakers().getByRole('button', { name: 'Rename Carl' }).waitFor();
    await page.locator('body').press('Control+z');
    await speakers().getByRole('button', { name: 'Rename Anna Bergmann' }).waitFor();
    await openTranscript(second);
    await isCalled('Anna Berg');
    await page.getByRole('button', { name: 'Rename everywhere' }).press('Enter');
    await speakers().getByRole('button', { name: 'Rename Anna Berg', exact: true }).waitFor();
  }, 60_000);

  it('have their name back before anything that was named earlier, where a collection is read', async () => {
    await page.goto(`${stack.url}/collections/${await collectBoth()}`);
    const renaming = (name: string) => page.getByRole('button', { name: `Rename ${name}`, exact: true });
    const isCalled = async (before: string, name: string) => {
      await renaming(before).press('Enter');
      await page.getByRole('textbox', { name: 'Name in all recordings' }).fill(name);
      await page.keyboard.press('Enter');
    };
    await isCalled('Speaker 2', 'Carl');
    await renaming('Carl').waitFor();
    await isCalled('Anna Berg', 'Annabel');
    await page.getByRole('button', { name: 'Rename everywhere' }).press('Enter');
    await renaming('Annabel').waitFor();
    await page.getByText('Anna Berg is called “Annabel” in every recording.').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
    await renaming('Anna Berg').waitFor();
    await page.locator('body').press('Control+Shift+z');
    await renaming('Annabel').waitFor();
    await page.locator('body').press('Control+z');
    await renaming('Anna Berg').waitFor();
    expect(await renaming('Carl').count()).toBe(1);
    await page.locator('body').press('Control+z');
    await renaming('Speaker 2').waitFor();
  }, 60_000);

  it('can be made before anything of them is heard', async () => {
    await page.goto(`${stack.url}/people`);
    await page.getByRole('button', { name: 'New person' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).fill('Cara');
    await page.keyboard.press('Enter');
    await page.getByText('No sample', { exact: true }).waitFor();
    await page.goto(`${stack.url}/people`);
    await page.getByRole('button', { name: 'New person' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).fill('cara');
    await page.keyboard.press('Enter');
    const namesake = page.getByRole('dialog', { name: 'There is a Cara already' });
    await namesake.getByRole('button', { name: 'Cancel' }).press('Enter');
    await namesake.waitFor({ state: 'detached' });
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    await page.keyboard.press('Escape');
    const people = page.getByRole('list', { name: 'People' });
    expect(await people.getByText('Cara', { exact: true }).count()).toBe(1);
  }, 60_000);

  it('keep speech in sight that a transcript gives to somebody else, until it is theirs again', async () => {
    const { recording } = await stack.graph.query<{
      recording: {
        transcript: { segments: { edges: { node: { id: string; version: number; speaker: Named } }[] } };
      };
    }>(
      `query ($id: ID!) { recording(id: $id) { transcript {
         segments { edges { node { id version speaker { id displayName } } } } } } }`,
      { id: first },
    );
    const said = recording.transcript.segments.edges.map(({ node }) => node);
    const theirs = said.filter(({ speaker }) => speaker.displayName === 'Anna Berg');
    const other = said.find((segment) => !theirs.includes(segment));
    const { assignSpeaker } = await stack.graph.query<{ assignSpeaker: { id: string } }>(
      'mutation ($input: AssignSpeakerInput!) { assignSpeaker(input: $input) { ... on Correction { id } } }',
      {
        input: {
          segments: theirs.map(({ id, version }) => ({ segmentId: id, expectedVersion: version })),
          speaker: { speakerId: other?.speaker.id },
        },
      },
    );
    await openPerson('Anna Berg');
    const aside = page.getByText(/^The transcript gives this to somebody else by now/);
    await aside.first().waitFor();
    await page.getByText('Does not count', { exact: true }).first().waitFor();
    await isFitEverywhere(page);
    await stack.graph.query('mutation ($id: ID!) { undoCorrection(correctionId: $id) { __typename } }', {
      id: assignSpeaker.id,
    });
    await aside.first().waitFor({ state: 'detached' });
  }, 60_000);

  it('are no longer taken for somebody else by voice, once a collection says so', async () => {
    await page.goto(`${stack.url}/collections/${await collectBoth()}`);
    await page.getByRole('button', { name: 'Where Anna Berg speaks' }).press('Enter');
    await page.getByRole('button', { name: 'In Second call it is not Anna Berg' }).press('Enter');
    await page.getByRole('button', { name: 'Where Speaker 3 speaks' }).press('Enter');
    await page
      .getByRole('button', { name: 'Correct the transcript of Second call too: it is not Anna Berg' })
      .press('Enter');
    await page.getByText('The transcript no longer calls them Anna Berg').waitFor();
    await page.getByText('The transcript still calls them Anna Berg.').waitFor({ state: 'detached' });
    await openTranscript(second);
    await speakers().getByRole('button', { name: 'Rename Speaker 1' }).waitFor();
  }, 60_000);

  it('are merged, brought back, exported, deleted and imported', async () => {
    await openTranscript(first);
    await know('Speaker 2', 'Bert Berg');
    await openPerson('Anna Berg');
    await page.getByRole('button', { name: 'Actions for Anna Berg' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Same person as…' }).press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Bert Berg/ })
      .press('Enter');
    const together = page.getByRole('dialog', { name: 'Anna Berg and Bert Berg talk in the same recording' });
    await together.getByText(/^Both are heard in “First call”/).waitFor();
    await together.getByRole('button', { name: 'They are one person' }).press('Enter');
    await page
      .getByRole('region', { name: 'Changes' })
      .getByText('with Bert Berg', { exact: true })
      .waitFor();
    await page.getByRole('button', { name: 'Undo: Merged Anna Berg' }).press('Enter');
    await openPerson('Bert Berg');
    await page.getByRole('button', { name: 'Actions for Bert Berg' }).press('Enter');
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Export' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Export' }).press('Enter');
    const exported = await (await download).path();
    const changes = page.getByRole('region', { name: 'Changes' });
    await changes.getByText('Exported', { exact: true }).waitFor();
    expect(await changes.getByRole('button', { name: /^Undo: Exported/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Actions for Bert Berg' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Delete this profile' }).press('Enter');
    await page
      .getByRole('dialog')
      .getByText(/Clips .* stay in the library/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).press('Enter');
    await page.getByRole('list', { name: 'People' }).waitFor();
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import a person' }).press('Enter');
    const file = { name: 'bert.json', mimeType: 'application/json', buffer: readFileSync(exported) };
    await (await chosen).setFiles(file);
    await page.getByRole('heading', { level: 1, name: 'Bert Berg' }).waitFor();
    await page.getByText('Imported', { exact: true }).first().waitFor();
  }, 60_000);

  it('are deleted by taking back that they were imported only when that is meant', async () => {
    const takeBack = page.getByRole('button', { name: 'Undo: Imported Bert Berg' });
    const asked = page.getByRole('dialog', { name: 'Take this back, and delete Bert Berg?' });
    await takeBack.press('Enter');
    await asked.getByText(/for good/).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await asked.getByRole('button', { name: 'Cancel' }).press('Enter');
    await asked.waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: 'Bert Berg' }).waitFor();
    await takeBack.press('Enter');
    await asked.getByRole('button', { name: 'Delete' }).press('Enter');
    await page.getByRole('heading', { name: 'There is no such person' }).waitFor();
  }, 60_000);

  it('are shown so that everybody can read it, light and dark, wide and narrow', async () => {
    for (const look of [
      { colorScheme: 'light', width: 1440 },
      { colorScheme: 'dark', width: 390 },
    ] as const) {
      await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width: look.width, height: 900 });
      await openPerson('Anna Berg');
      await page.getByRole('heading', { name: 'Where they are heard' }).waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
    expect(errors).toEqual([]);
  }, 60_000);

  it('are forgotten, also after voices are no longer recognised', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${stack.url}/people`);
    await page.getByRole('button', { name: 'Turn off' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).press('Enter');
    await page.getByRole('heading', { name: 'Voices are not recognised here' }).waitFor();
    await page.getByRole('button', { name: 'Delete what is still kept' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).press('Enter');
    await page.getByText('Every voice profile is deleted.').waitFor();
    await openTranscript(first);
    await speakers().getByRole('button', { name: 'Rename Anna Berg' }).waitFor();
  }, 60_000);
});
