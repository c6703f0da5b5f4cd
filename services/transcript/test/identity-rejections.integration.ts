import { eventually } from '@colloquy/testkit';
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

/** What was said not to be so is not said again by taking something back. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

const lastCorrection = async (recordingId: string) => (await correctionsOf(service, recordingId))[0];

it('rules out only whom the voice found where that is undone: the right person is found later', async () => {
  const { profile } = await person(service, 'Ola', voice(0));
  const { recordingId, speakers } = await recordingOf(service, [voice(0, 0.2)]);
  const now = async () => (await speakers())[0];
  await eventually(async () => (await now())?.profile);
  const undoing = await undo(service, (await lastCorrection(recordingId))?.id);
  await eventually(async () => (await now())?.identification?.outcome === 'UNKNOWN');
  expect(await now()).toMatchObject({ name: null, identification: { decidedBy: null, profile: null } });
  await undo(service, undoing.id);
  expect(await now()).toMatchObject({ name: 'Ola', identification: { profile: { id: profile.id } } });
  await undo(service, (await lastCorrection(recordingId))?.id);

  const right = await person(service, 'Pia', voice(0, 0.2));
  await eventually(async () => (await now())?.profile?.id === right.profile.id);
});

it('brings nobody back who was rejected since', async () => {
  const { profile } = await person(service, 'Rik', voice(10));
  const asked = await recordingOf(service, [voice(10)], { speechMs: 4_000 });
  const now = async () => (await asked.speakers())[0];
  const question = await eventually(async () => {
    const speaker = await now();
    return speaker?.identification?.outcome === 'MAYBE' ? speaker : null;
  });
  const assign = `assignSpeakerProfile(speakerId: "${question.id}", profileId: "${profile.id}")`;
  await identify(service, assign);
  await undo(service, (await lastCorrection(asked.recordingId))?.id);
  await identify(service, `rejectIdentification(speakerId: "${question.id}")`);
  const [, takenBack] = (await profileNow(service, profile.id))?.history.edges ?? [];
  const { done } = await service.graph.query<{ done: { code?: string } }>(
    'mutation ($id: ID!) { done: undoSpeakerProfileChange(changeId: $id) { ... on Problem { code } } }',
    { id: takenBack?.node.id },
  );
  expect(done.code).toBe('SPEAKER_PROFILE_CHANGE_OVERLAID');
  expect(await now()).toMatchObject({ name: null, profile: null });
  // Who says after all that it is them says no longer that it is not.
  await identify(service, assign);
  await identify(service, `unassignSpeakerProfile(speakerId: "${question.id}")`);
  expect(await undoLast(service, profile.id)).toBeUndefined();
  expect(await now()).toMatchObject({ name: 'Rik', profile: { id: profile.id } });
});

it('tells who said whom a speaker is not, also when the recording was processed again', async () => {
  const { profile } = await person(service, 'Sol', voice(20));
  const { recordingId, speakers } = await recordingOf(service, [voice(20, 0.1)]);
  const found = await eventually(async () => {
    const [speaker] = await speakers();
    return speaker?.profile ? speaker : null;
  });
  await identify(service, `rejectIdentification(speakerId: "${found.id}")`);
  const rejected = async () => {
    const told = await service.transcript<{ speakers: { identification: { rejected: unknown[] } | null }[] }>(
      recordingId,
      'speakers { identification { rejected { decidedBy decidedAt profile { id } } } }',
    );
    return told?.speakers[0]?.identification?.rejected[0];
  };
  const owners = { decidedBy: 'Owner', decidedAt: expect.any(String), profile: { id: profile.id } };
  const first = await eventually(rejected);
  expect(first).toEqual(owners);
  await recordingOf(service, [voice(20, 0.1)], { recordingId });
  await eventually(async () => (await speakers())[0]?.id !== found.id);
  expect(await eventually(rejected)).toEqual(first);
});
