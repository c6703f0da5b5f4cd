import { eventually, startStack, type Stack } from '@colloquy/testkit';
import type { Browser, Page } from 'playwright-core';
import { focusIsKept, openBrowser, openPage } from './browser.ts';
import { importTranscript, reaches } from './recording-actions.ts';

interface Read {
  recording: {
    transcript: {
      speakers: { id: string; displayName: string }[];
      segments: { edges: { node: { id: string; version: number; text: string } }[] };
    };
  };
}

/** Whoever was slower is told, and decides what counts. */
describe('what somebody else did meanwhile', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let recordingId: string;

  const transcript = async () => {
    const { recording } = await stack.graph.query<Read>(
      `query ($id: ID!) { recording(id: $id) { transcript {
         speakers { id displayName } segments(first: 9) { edges { node { id version text } } } } } }`,
      { id: recordingId },
    );
    return recording.transcript;
  };
  const names = async () => (await transcript()).speakers.map(({ displayName }) => displayName);
  const firstText = async () => (await transcript()).segments.edges[0]?.node.text;
  const renameElsewhere = async (from: string, name: string) => {
    const speakerId = (await transcript()).speakers.find(({ displayName }) => displayName === from)?.id;
    await stack.graph.query(
      'mutation ($input: RenameSpeakerInput!) { renameSpeaker(input: $input) { __typename } }',
      { input: { speakerId, name } },
    );
  };
  const editElsewhere = async (text: string) => {
    const first = (await transcript()).segments.edges[0]?.node;
    await stack.graph.query(
      'mutation ($input: EditSegmentTextInput!) { editSegmentText(input: $input) { __typename } }',
      { input: { segmentId: first?.id, expectedVersion: first?.version, text } },
    );
  };
  const field = () => page.getByRole('textbox', { name: /^New name for/ });

  beforeAll(async () => {
    stack = await startStack();
    const content = '[0:00] Anna: How much is the boat?\n[0:05] Ben: Forty a month.';
    const imported = await importTranscript(stack, { title: 'The boat', format: 'TEXT', content });
    recordingId = imported.id ?? '';
    await reaches(stack, recordingId, 'READY');
    browser = await openBrowser();
    ({ page } = await openPage(browser, { reducedMotion: 'reduce' }));
    await page.goto(`${stack.url}/recordings/${recordingId}`);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it('says that a speaker was named while another name was typed, and names them when told so again', async () => {
    await page.getByRole('button', { name: 'Rename Anna' }).click();
    await field().fill('Cleo');
    await renameElsewhere('Anna', 'Bea');
    await field().press('Enter');
    await page.getByText(/they are called “Bea” now/).waitFor();
    expect(await names()).toEqual(['Bea', 'Ben']);
    await field().press('Enter');
    await page.getByRole('button', { name: 'Rename Cleo' }).waitFor();
    await focusIsKept(page);
    expect(await names()).toEqual(['Cleo', 'Ben']);
  }, 60_000);

  it('leaves the name of somebody else where the field is only left', async () => {
    await page.getByRole('button', { name: 'Rename Ben' }).click();
    await renameElsewhere('Ben', 'Dora');
    await page.getByText('Dora').first().waitFor();
    await page.getByRole('searchbox').first().click();
    await page.getByRole('button', { name: 'Rename Dora' }).waitFor();
    await page.getByRole('button', { name: 'Rename Dora' }).click();
    await field().fill('Emil');
    await renameElsewhere('Dora', 'Fay');
    await field().press('Enter');
    await page.getByText(/they are called “Fay” now/).waitFor();
    await page.getByRole('searchbox').first().click();
    await page.getByRole('button', { name: 'Rename Fay' }).waitFor();
    expect(await names()).toEqual(['Cleo', 'Fay']);
  }, 60_000);

  it('does not go back over a correction that was not seen until told so again', async () => {
    await editElsewhere('How much is the ship?');
    await page.getByRole('button', { name: 'History of corrections' }).click();
    await page.getByRole('button', { name: 'Show version 2' }).click();
    const versions = page.getByRole('dialog', { name: 'Versions' });
    await versions.getByText(/differs? from version/).waitFor();
    await editElsewhere('How much is the ferry?');
    await page.locator('.transcript-segment').first().getByText('ferry').waitFor({ state: 'attached' });
    const back = versions.getByRole('button', { name: 'Go back to version 2' });
    await back.click();
    await page.getByText(/has been changed since you looked/).waitFor();
    expect(await firstText()).toBe('How much is the ferry?');
    await back.click();
    await versions.waitFor({ state: 'detached' });
    await eventually(async () => (await firstText()) === 'How much is the boat?');
  }, 60_000);
});
