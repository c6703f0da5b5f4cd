import { eventually } from '@colloquy/testkit';
import { RunningService, type Page } from './running-service.ts';
import {
  change,
  identify,
  outdatedSamples,
  person,
  profileNow,
  recordingOf,
  switchProfiles,
  undoChange,
  undoLast,
  voice,
} from './speaker-profiles.ts';
import { VoiceWorker } from './voice-worker.ts';

/** The same speech of one person counts once, whatever way it came to their profile. */
let service: RunningService;
let worker: VoiceWorker;
beforeAll(async () => {
  service = await RunningService.start();
  worker = await VoiceWorker.start(service, () => voice(90));
  await switchProfiles(service, true);
}, 60_000);
afterAll(async () => {
  await worker.die();
  await service.stop();
});

const countOf = async (profileId: string) => (await profileNow(service, profileId))?.sampleCount;

const allSegmentsOf = async (recordingId: string): Promise<string> => {
  const found = await service.transcript<Page>(recordingId, 'segments { edges { node { id } } }');
  return JSON.stringify(found?.segments.edges.map(({ node }) => node.id));
};

/** Once it was listened to. */
async function enrolled(profileId: string, recordingId: string): Promise<void> {
  const segmentIds = await allSegmentsOf(recordingId);
  await change(service, `enrolSegments(profileId: "${profileId}", segmentIds: ${segmentIds})`);
  await eventually(async () =>
    (await profileNow(service, profileId))?.samples.every(({ pending }) => !pending),
  );
}

it('where somebody is confirmed whom an engine in between had lost, until that is undone', async () => {
  const { profile } = await person(service, 'Jo', voice(0));
  const { recordingId, speakers } = await recordingOf(service, [voice(4), voice(0)]);
  await eventually(async () => (await countOf(profile.id)) === 2);
  await recordingOf(service, [voice(4)], { recordingId });
  await eventually(async () => (await countOf(profile.id)) === 1);
  await recordingOf(service, [voice(4), voice(8)], { recordingId });
  const assign = async () =>
    identify(
      service,
      `assignSpeakerProfile(speakerId: "${(await speakers())[1]?.id}", profileId: "${profile.id}")`,
    );
  await assign();
  await service.rename((await speakers())[0]?.id ?? '', 'Kim');
  await eventually(async () => (await outdatedSamples(service, profile.id)).length === 0);
  expect(await countOf(profile.id)).toBe(2);

  expect(await undoLast(service, profile.id)).toBeUndefined();
  await eventually(async () => (await outdatedSamples(service, profile.id)).length === 1);
  expect(await countOf(profile.id)).toBe(1);
});

it('where it was enrolled before anybody said whose it is', async () => {
  const { profile } = await person(service, 'Lou', voice(20));
  const { recordingId, speakers } = await recordingOf(service, [voice(90)]);
  await enrolled(profile.id, recordingId);
  expect(await countOf(profile.id)).toBe(2);
  const [speaker] = await speakers();
  await identify(service, `assignSpeakerProfile(speakerId: "${speaker?.id}", profileId: "${profile.id}")`);
  expect(await countOf(profile.id)).toBe(2);
  expect(await undoLast(service, profile.id)).toBeUndefined();
  expect(await countOf(profile.id)).toBe(2);
});

it('where it would come back beside another sample of it', async () => {
  const { profile, heard } = await person(service, 'May', voice(40));
  const removed = await change(service, `removeVoiceSample(id: "${profile.samples[0]?.id}")`);
  const speakerId = (await heard())?.id;
  await identify(service, `assignSpeakerProfile(speakerId: "${speakerId}", profileId: "${profile.id}")`);
  const removal = removed.history.edges[0]?.node.id;
  expect(await undoChange(service, removal)).toBe('SPEAKER_PROFILE_CHANGE_OVERLAID');
  expect(await countOf(profile.id)).toBe(1);
  expect(await undoLast(service, profile.id)).toBeUndefined();
  expect(await undoChange(service, removal)).toBeUndefined();
  expect(await countOf(profile.id)).toBe(1);
});

it('where two people known by it are one, until that is undone', async () => {
  const [keep, drop] = [await person(service, 'Ned', voice(60)), await person(service, 'Neddy', voice(64))];
  const { recordingId } = await recordingOf(service, [null]);
  for (const { profile } of [keep, drop]) await enrolled(profile.id, recordingId);
  const into = `keepId: "${keep.profile.id}", dropId: "${drop.profile.id}"`;
  expect(await change(service, `mergeSpeakerProfiles(${into})`)).toMatchObject({ sampleCount: 3 });
  expect(await undoLast(service, keep.profile.id)).toBeUndefined();
  expect(await Promise.all([keep, drop].map(({ profile }) => countOf(profile.id)))).toEqual([2, 2]);
});
