import { eventually } from '@colloquy/testkit';
import { RunningService } from './running-service.ts';
import {
  change,
  identify,
  person,
  profileNow,
  recordingOf,
  switchProfiles,
  undoChange,
  voice,
} from './speaker-profiles.ts';

/** Two people were merged by mistake, and somebody who was one of them was judged not to be the merged person. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

/** Each of the two is found in a recording, the one with less speech there is nobody once they are merged. */
async function mistakenlyMerged(at: number, [keptMs, droppedMs]: [number, number]) {
  const [kept, dropped] = [
    await person(service, `Ada ${at}`, voice(at)),
    await person(service, `Bea ${at}`, voice(at + 8)),
  ];
  const found = [
    await recordingOf(service, [voice(at, 0.1)], { speechMs: keptMs }),
    await recordingOf(service, [voice(at + 8, 0.1)], { speechMs: droppedMs }),
  ];
  const names = async () => (await Promise.all(found.map((one) => one.speakers()))).map(([one]) => one?.name);
  const named = (...expected: (string | null)[]) =>
    eventually(async () => (await names()).every((name, index) => name === expected[index]));
  const both = [`Ada ${at}`, `Bea ${at}`] as const;
  await named(...both);
  const { id } = kept.profile;
  await change(service, `mergeSpeakerProfiles(keepId: "${id}", dropId: "${dropped.profile.id}")`);
  const merge = (await profileNow(service, id))?.history.edges[0]?.node.id;
  await named(both[0], both[0]);
  const stranger = await recordingOf(service, [voice(at + 16)], { speechMs: 60_000 });
  const [speaker] = await stranger.speakers();
  await identify(service, `assignSpeakerProfile(speakerId: "${speaker?.id}", profileId: "${id}")`);
  await identify(service, `rejectIdentification(speakerId: "${speaker?.id}")`);
  return { kept, dropped, found, named, both, merge };
}

it('finds somebody again who was nobody while two people were merged', async () => {
  const { kept, named, both, merge } = await mistakenlyMerged(0, [30_000, 60_000]);
  await named(null, both[0]);
  expect(await undoChange(service, merge)).toBeUndefined();
  await named(...both);
  const samples = async () => (await profileNow(service, kept.profile.id))?.samples ?? [];
  await eventually(async () => (await samples()).length === 2);
}, 60_000);

it('takes a merge back of which one was judged to be nobody since, who is found again', async () => {
  const { dropped, found, named, both, merge } = await mistakenlyMerged(24, [60_000, 30_000]);
  await named(both[0], null);
  expect(await undoChange(service, merge)).toBeUndefined();
  await named(...both);
  expect((await found[1]?.speakers())?.[0]).toMatchObject({ profile: { id: dropped.profile.id } });
  const samples = async () => (await profileNow(service, dropped.profile.id))?.samples ?? [];
  await eventually(async () => (await samples()).length === 2);
}, 60_000);

it('does not take a merge back over what a person has said of somebody since', async () => {
  const { found, named, both, merge } = await mistakenlyMerged(48, [60_000, 30_000]);
  await named(both[0], null);
  const [speaker] = (await found[1]?.speakers()) ?? [];
  await service.rename(speaker?.id ?? '', 'Xaver');
  expect(await undoChange(service, merge)).toBe('SPEAKER_PROFILE_CHANGE_OVERLAID');
  await named(both[0], 'Xaver');
}, 60_000);
