import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELIVERY_CALL, eventually, speakDialogue, startStack, type Stack } from '@colloquy/testkit';
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { accessibilityViolations, focusIsKept, openBrowser, openPage, playback } from './browser.ts';
import { reaches, takeIn } from './recording-actions.ts';

interface Heard {
  id: string;
  talkTimeMs: number;
}

const isFocused = (element: Element): boolean => element === document.activeElement;

/** Somebody reads a transcript while a person of it becomes known elsewhere. */
describe('a voice that may be known', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let call: string;
  let short: string;

  const speakersOf = async (id: string) => {
    const { recording } = await stack.graph.query<{ recording: { transcript: { speakers: Heard[] } } }>(
      'query ($id: ID!) { recording(id: $id) { transcript { speakers { id talkTimeMs } } } }',
      { id },
    );
    return recording.transcript.speakers;
  };

  /** Something is played, and ends by itself. */
  const heard = async () => {
    await eventually(async () => (await playback(page))?.paused === false);
    await eventually(async () => (await playback(page))?.paused === true);
  };

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'colloquy-who-'));
    speakDialogue(DELIVERY_CALL, join(folder, 'call.mp3'));
    // The second speaks for less than it takes to be sure.
    speakDialogue(DELIVERY_CALL.slice(3, 5), join(folder, 'short.mp3'));
    stack = await startStack();
    await stack.graph.query(
      'mutation ($input: SetVoiceProfilesInput!) { setVoiceProfiles(input: $input) { __typename } }',
      { input: { enabled: true, reason: 'Both callers agreed in writing.' } },
    );
    call = await takeIn(stack, readFileSync(join(folder, 'call.mp3')), 'Call');
    short = await takeIn(stack, readFileSync(join(folder, 'short.mp3')), 'Short call');
    rmSync(folder, { recursive: true, force: true });
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, { reducedMotion: 'reduce' }));
    for (const id of [call, short]) await reaches(stack, id, 'READY');
    expect((await speakersOf(short))[1]?.talkTimeMs).toBeLessThan(5_000);
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('is heard where somebody is asked who it is, and who closes that is where they were', async () => {
    await page.goto(`${stack.url}/recordings/${short}`);
    await page.getByRole('button', { name: 'More about Speaker 2' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Know this voice…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Who is Speaker 2?' });
    await dialog.getByRole('button', { name: 'Listen to Speaker 2' }).press('Enter');
    await heard();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await focusIsKept(page);
  }, 60_000);

  it('is asked about in the transcript that is open', async () => {
    await page.goto(`${stack.url}/recordings/${short}`);
    const speakers = page.getByRole('region', { name: 'Speakers' });
    await speakers.getByRole('button', { name: 'Rename Speaker 2' }).waitFor();
    const question = speakers.getByRole('group', { name: 'Is this Anna Vogel?' });
    expect(await question.count()).toBe(0);
    const [anna] = await speakersOf(call);
    await stack.graph.query(
      'mutation ($input: CreateSpeakerProfileInput!) { createSpeakerProfile(input: $input) { __typename } }',
      { input: { name: 'Anna Vogel', speakerId: anna?.id } },
    );
    await question.waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await question.getByRole('button', { name: 'Listen to Speaker 2' }).press('Enter');
    await heard();
    await question.getByRole('button', { name: 'Yes, Speaker 2 is Anna Vogel' }).press('Enter');
    await speakers.getByRole('link', { name: 'Known person' }).waitFor();
    await focusIsKept(page);
    expect(await speakers.getByRole('link', { name: 'Known person' }).evaluate(isFocused)).toBe(true);
    expect(errors).toEqual([]);
  }, 60_000);

  it('is asked about on the people page again once that is taken back, and its changes follow the answer', async () => {
    await page.goto(`${stack.url}/people`);
    const changes = page.getByRole('region', { name: 'Changes' });
    await changes.getByRole('button', { name: 'Undo: Confirmed by a person Anna Vogel' }).press('Enter');
    await page.getByRole('button', { name: 'Listen: Speaker 2 in “Short call”' }).press('Enter');
    await heard();
    const no = page.getByRole('button', { name: 'No, Speaker 2 in “Short call” is not Anna Vogel' });
    await no.press('Enter');
    await changes.getByText('Not this person').waitFor();
    await no.waitFor({ state: 'detached' });
    await focusIsKept(page);
    expect(errors).toEqual([]);
  }, 60_000);

  it('is listened to anew where it is known by another model, which the people page offers by itself', async () => {
    const database = new Client({ connectionString: stack.databaseUrl });
    await database.connect();
    await database.query(`update transcript.speaker_embedding set model = 'earlier-96'`);
    await database.end();
    await page.goto(`${stack.url}/people`);
    const offer = page.getByRole('region', { name: 'Another voice model is in use' });
    await offer.getByText(/^Voices are told by speaker-96 now. Those of 2 recordings/).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await offer.getByRole('button', { name: 'Listen to all voices anew' }).press('Enter');
    await page.getByText('Recordings listened to anew: 2.').waitFor();
    await offer.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  }, 60_000);
});
