import { correctionsOf, undo } from './corrected-transcript.ts';
import { RunningService } from './running-service.ts';
import {
  identify,
  person,
  profileNow,
  recordingOf,
  switchProfiles,
  undoLast,
  voice,
} from './speaker-profiles.ts';

/** What was said of who a speaker is, taken back while voices are not kept. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
beforeEach(() => switchProfiles(service, true));
afterAll(() => service.stop());

/** Somebody known, who is also said to speak in another recording. */
async function saidToBe(name: string, at: number) {
  const { profile } = await person(service, name, voice(at));
  const recording = await recordingOf(service, [voice(at + 4)]);
  const [speaker] = await recording.speakers();
  const speakerId = speaker?.id ?? '';
  await identify(service, `assignSpeakerProfile(speakerId: "${speakerId}", profileId: "${profile.id}")`);
  const latest = async () => (await correctionsOf(service, recording.recordingId))[0]?.id;
  const called = async () => (await recording.speakers())[0]?.name;
  const now = async () => {
    await switchProfiles(service, true);
    const known = await profileNow(service, profile.id);
    return {
      samples: known?.sampleCount,
      told: known?.history.edges.map(({ node: { kind, undone } }) => (undone ? `${kind}*` : kind)),
    };
  };
  return { speakerId, profile, latest, called, now };
}

it('takes the name back, and with it the sample', async () => {
  const { latest, called, now } = await saidToBe('Anna', 0);
  await switchProfiles(service, false);
  expect(await undo(service, await latest())).toMatchObject({ kind: 'UNDONE' });
  expect(await called()).toBeNull();
  expect(await now()).toEqual({ samples: 1, told: ['UNDONE', 'ASSIGNED*', 'CREATED'] });
});

it('gives the name back without keeping speech of the voice', async () => {
  const { speakerId, latest, called, now } = await saidToBe('Ben', 10);
  await identify(service, `rejectIdentification(speakerId: "${speakerId}")`);
  await switchProfiles(service, false);
  await undo(service, await latest());
  expect(await called()).toBe('Ben');
  expect(await now()).toEqual({ samples: 1, told: ['UNDONE', 'REJECTED*', 'ASSIGNED', 'CREATED'] });
  await undo(service, await latest());
  expect(await called()).toBeNull();
  expect((await now()).told?.slice(0, 2)).toEqual(['UNDONE', 'UNDONE*']);
});

it('takes nothing back at the person, who is not shown', async () => {
  const { profile, called, now } = await saidToBe('Cleo', 20);
  const last = (await profileNow(service, profile.id))?.history.edges[0]?.node.id;
  await switchProfiles(service, false);
  const { done } = await service.graph.query<{ done: { code: string } }>(
    `mutation { done: undoSpeakerProfileChange(changeId: "${last}") { ... on Problem { code } } }`,
  );
  expect(done.code).toBe('VOICE_PROFILES_OFF');
  expect(await called()).toBe('Cleo');
  await now();
  expect(await undoLast(service, profile.id)).toBeUndefined();
  expect(await called()).toBeNull();
});
