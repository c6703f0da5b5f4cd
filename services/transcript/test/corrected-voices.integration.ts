import { eventually } from '@colloquy/testkit';
import { correct, correctionsOf, undo, type Made } from './corrected-transcript.ts';
import { RunningService } from './running-service.ts';
import {
  change,
  identify,
  outdatedSamples,
  person,
  profileNow,
  recordingOf,
  switchProfiles,
  voice,
  type Profile,
} from './speaker-profiles.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

/** Two people, of whom the first has a profile, and what they say. */
async function callWith(name: string, person: number) {
  const recording = await recordingOf(service, [voice(person), voice(person + 4)]);
  const [first, second] = await recording.speakers();
  const profile = await change(
    service,
    `createSpeakerProfile(input: { name: "${name}", speakerId: "${first?.id}" })`,
  );
  return { ...recording, first, second, profile, ...(await saidIn(recording.recordingId, first?.id)) };
}

async function saidIn(recordingId: string, speakerId: string | undefined) {
  const found = await service.transcript<{ segments: { edges: { node: Said }[] } }>(
    recordingId,
    'segments { edges { node { id version speaker { id } } } }',
  );
  const said = (found?.segments.edges ?? []).map(({ node }) => node);
  const own = said
    .filter(({ speaker }) => speaker.id === speakerId)
    .map(({ id, version }) => ({ segmentId: id, expectedVersion: version }));
  return { own };
}
interface Said {
  id: string;
  version: number;
  speaker: { id: string };
}

async function restoreVersion(recordingId: string, version: number): Promise<Made> {
  const { restoreTranscript } = await service.graph.query<{ restoreTranscript: Made }>(
    `mutation ($id: ID!, $version: Int!) { restoreTranscript(recordingId: $id, version: $version) {
       ... on Correction { id kind } ... on Problem { code } } }`,
    { id: recordingId, version },
  );
  return restoreTranscript;
}

const samples = async ({ id }: Profile) => (await profileNow(service, id))?.sampleCount;

it('does not count speech that is somebody else by a correction, until that is undone', async () => {
  const { recordingId, second, profile, own } = await callWith('Ann', 0);
  const made = await correct(service, 'assignSpeaker', 'AssignSpeakerInput', {
    segments: own,
    speaker: { speakerId: second?.id },
  });
  await eventually(async () => (await samples(profile)) === 0);
  expect(await outdatedSamples(service, profile.id)).toMatchObject([
    { pending: false, recording: { id: recordingId } },
  ]);
  await undo(service, made?.id);
  await eventually(async () => (await samples(profile)) === 1);
  expect(await outdatedSamples(service, profile.id)).toEqual([]);
});

it('keeps who somebody is when two speakers are merged, either way', async () => {
  const { first, second, profile, speakers } = await callWith('Bea', 10);
  const made = await correct(service, 'mergeSpeakers', 'MergeSpeakersInput', {
    speakerId: first?.id,
    intoSpeakerId: second?.id,
  });
  expect(await speakers()).toMatchObject([{ id: second?.id, name: 'Bea', profile: { id: profile.id } }]);
  expect(await samples(profile)).toBe(1);
  await undo(service, made?.id);
  const [before, other] = await speakers();
  expect(before).toMatchObject({ name: 'Bea', profile: { id: profile.id } });
  expect(other).toMatchObject({ name: null, profile: null });

  await correct(service, 'mergeSpeakers', 'MergeSpeakersInput', {
    speakerId: second?.id,
    intoSpeakerId: first?.id,
  });
  expect(await speakers()).toMatchObject([{ id: first?.id, name: 'Bea', profile: { id: profile.id } }]);
});

it('leaves a speaker to be recognised whose joining with somebody known is undone', async () => {
  const { first, second, speakers, recordingId } = await callWith('Eve', 60);
  const before = await eventually(async () => (await speakers())[1]?.identification);
  const made = await correct(service, 'mergeSpeakers', 'MergeSpeakersInput', {
    speakerId: first?.id,
    intoSpeakerId: second?.id,
  });
  const undoing = await undo(service, made?.id);
  expect((await speakers())[1]).toMatchObject({ identification: before });
  await undo(service, undoing.id);
  expect(await speakers()).toMatchObject([{ name: 'Eve', identification: { decidedBy: 'Owner' } }]);
  const [latest] = await correctionsOf(service, recordingId);
  await undo(service, latest?.id);
  const { profile } = await person(service, 'Fay', voice(64));
  await eventually(async () => (await speakers())[1]?.profile?.id === profile.id);
});

it('brings a person of an earlier version back by their name of today, and not one who is gone', async () => {
  const { first, profile, recordingId, speakers } = await callWith('Cleo', 20);
  await identify(service, `unassignSpeakerProfile(speakerId: "${first?.id}")`);
  await change(service, `renameSpeakerProfile(id: "${profile.id}", name: "Chloe")`);
  const restore = (version: number) => restoreVersion(recordingId, version);
  await restore(2);
  expect((await speakers())[0]).toMatchObject({ name: 'Chloe', profile: { id: profile.id } });
  await service.graph.query(
    `mutation { deleteSpeakerProfile(id: "${profile.id}") { ... on DeletedSpeakerProfile { id } } }`,
  );
  await restore(1);
  await restore(2);
  expect((await speakers())[0]).toMatchObject({ name: 'Cleo', profile: null });
});

it('counts the speech of a person again who is brought back from before the recording was processed again', async () => {
  const { recordingId, profile, speakers } = await callWith('Dora', 40);
  await recordingOf(service, [voice(40), voice(44)], { recordingId });
  const [dora, other] = await speakers();
  const { own } = await saidIn(recordingId, dora?.id);
  await correct(service, 'assignSpeaker', 'AssignSpeakerInput', {
    segments: own,
    speaker: { speakerId: other?.id },
  });
  await service.rename(dora?.id ?? '', null);
  await eventually(async () => (await samples(profile)) === 0);
  const made = await restoreVersion(recordingId, 2);
  expect(await speakers()).toMatchObject([
    { id: dora?.id, name: 'Dora', profile: { id: profile.id }, identification: { decidedBy: 'Owner' } },
    { id: other?.id, name: null, profile: null },
  ]);
  await eventually(async () => (await samples(profile)) === 1);
  await undo(service, made.id);
  expect((await speakers())[0]).toMatchObject({ id: dora?.id, name: null, profile: null });
  await eventually(async () => (await samples(profile)) === 0);
});
