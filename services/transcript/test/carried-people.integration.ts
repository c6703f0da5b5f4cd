import { eventually } from '@colloquy/testkit';
import { correct, correctionsOf, undo } from './corrected-transcript.ts';
import { RunningService } from './running-service.ts';
import {
  change,
  identify,
  person,
  profileNow,
  recordingOf,
  switchProfiles,
  undoLast,
  voice,
} from './speaker-profiles.ts';

/** Known people whom speakers became by joining, after the recording was processed again. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

/** A recording in which the first who speaks is known. */
async function callOf(name: string, at: number, count = 2) {
  const { profile } = await person(service, name, voice(at));
  const voices = Array.from({ length: count }, (_, one) => voice(at + 4 + one * 2));
  const recording = await recordingOf(service, voices);
  const [first, ...others] = (await recording.speakers()).map(({ id }) => id);
  const assign = (speakerId?: string) =>
    identify(service, `assignSpeakerProfile(speakerId: "${speakerId}", profileId: "${profile.id}")`);
  await assign(first);
  const join = (speakerId?: string, intoSpeakerId?: string) =>
    correct(service, 'mergeSpeakers', 'MergeSpeakersInput', { speakerId, intoSpeakerId });
  const processAgain = () => recordingOf(service, voices, { recordingId: recording.recordingId });
  const undoLatest = async () => undo(service, (await correctionsOf(service, recording.recordingId))[0]?.id);
  const people = async () => (await recording.speakers()).map((speaker) => speaker.profile?.name ?? null);
  return { ...recording, profile, first, others, assign, join, processAgain, undoLatest, people };
}

it('are one speaker when the joining is taken back, however often it was processed', async () => {
  const { profile, first, others, join, processAgain, undoLatest, people, speakers } = await callOf(
    'Anna',
    0,
  );
  await join(first, others[0]);
  for (let time = 0; time < 2; time += 1) {
    await processAgain();
    expect(await people()).toEqual(['Anna']);
    expect((await speakers())[0]?.identification).toMatchObject({
      outcome: 'SURE',
      profile: { id: profile.id },
    });
  }
  const undone = await undoLatest();
  expect(await people()).toEqual(['Anna', null]);
  expect((await speakers())[1]).toMatchObject({ name: null, identification: { outcome: 'UNKNOWN' } });
  await undo(service, undone.id);
  expect(await people()).toEqual(['Anna']);
  expect(await undoLast(service, profile.id)).toBeUndefined();
  expect(await people()).toEqual(['Anna', null]);
  await processAgain();
  expect(await people()).toEqual(['Anna', null]);
});

it('are one speaker also where several were joined after one another', async () => {
  const { first, others, join, processAgain, undoLatest, people, speakers } = await callOf('Ben', 10, 3);
  await join(first, others[0]);
  await join(others[0], others[1]);
  await processAgain();
  expect(await people()).toEqual(['Ben']);
  await undoLatest();
  expect(await people()).toEqual(['Ben', null, null]);
  expect((await speakers())[1]?.identification?.profile ?? null).toBeNull();
});

it('are one speaker by the name that they have since', async () => {
  const { profile, first, others, join, processAgain, undoLatest, people } = await callOf('Cleo', 20);
  await join(first, others[0]);
  await change(service, `renameSpeakerProfile(id: "${profile.id}", name: "Clara")`);
  await eventually(async () => (await people())[0] === 'Clara');
  await processAgain();
  expect(await people()).toEqual(['Clara']);
  await undoLatest();
  expect(await people()).toEqual(['Clara', null]);
});

it('stay both who somebody said of each that they are', async () => {
  const { first, others, assign, join, processAgain, undoLatest, people } = await callOf('Dora', 30);
  await join(first, others[0]);
  await assign(others[0]);
  await processAgain();
  await undoLatest();
  expect(await people()).toEqual(['Dora', 'Dora']);
});

it('are named speakers only when they were deleted since', async () => {
  const { profile, first, others, join, processAgain, undoLatest, speakers } = await callOf('Emil', 40);
  await join(first, others[0]);
  await service.graph.query(
    `mutation { deleteSpeakerProfile(id: "${profile.id}") { ... on DeletedSpeakerProfile { id } } }`,
  );
  expect(await profileNow(service, profile.id)).toBeNull();
  await processAgain();
  expect((await speakers()).map(({ name }) => name)).toEqual(['Emil']);
  await undoLatest();
  expect((await speakers()).map(({ name }) => name)).toEqual(['Emil', null]);
});

it('are known again where all they say was removed, and is brought back after processing again', async () => {
  const { profile, recordingId, first, processAgain, undoLatest, people } = await callOf('Nora', 80);
  const { edges } = (
    await service.transcript<{
      segments: { edges: { node: { id: string; version: number; speaker: { id: string } } }[] };
    }>(recordingId, 'segments { edges { node { id version speaker { id } } } }')
  )?.segments ?? { edges: [] };
  const theirs = edges.filter(({ node }) => node.speaker.id === first);
  const segments = theirs.map(({ node }) => ({ segmentId: node.id, expectedVersion: node.version }));
  const counted = async () => (await profileNow(service, profile.id))?.samples.length;
  const before = await counted();
  await correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments });
  await eventually(async () => (await counted()) === (before ?? 0) - 1);
  await processAgain();
  await undoLatest();
  expect(await people()).toEqual(['Nora', null]);
  await eventually(async () => (await counted()) === before);
});
