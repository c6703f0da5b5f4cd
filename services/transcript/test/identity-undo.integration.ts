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

/** What is said of a speaker is taken back as a whole, wherever that is asked. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

/** Kinds with an asterisk where they are taken back, the latest first. */
const told = (entries: readonly { kind: string; undone: boolean }[]): string[] =>
  entries.map(({ kind, undone }) => (undone ? `${kind}*` : kind));
const changesOf = async (profileId: string) =>
  told((await profileNow(service, profileId))?.history.edges.map(({ node }) => node) ?? []);

/** Somebody known, and a recording in which they are surely found by the voice. */
async function found(name: string, at: number) {
  const { profile } = await person(service, name, voice(at));
  const recording = await recordingOf(service, [voice(at, 0.2)]);
  const heard = await eventually(async () => {
    const [speaker] = await recording.speakers();
    return speaker?.profile ? speaker : null;
  });
  const samples = async () => (await profileNow(service, profile.id))?.sampleCount;
  const now = async () => (await recording.speakers())[0];
  return { ...recording, profile, speakerId: heard.id, samples, now };
}

it('gives the sample back where “not this person” is undone in the transcript, and again takes it away', async () => {
  const { profile, recordingId, speakerId, samples, now } = await found('Anna', 0);
  await identify(service, `assignSpeakerProfile(speakerId: "${speakerId}", profileId: "${profile.id}")`);
  const confirmed = await now();
  expect(await samples()).toBe(2);
  await identify(service, `rejectIdentification(speakerId: "${speakerId}")`);
  expect(await samples()).toBe(1);
  const [rejection, ...before] = await correctionsOf(service, recordingId);
  expect(told([rejection, ...before].flatMap((entry) => entry ?? []))).toEqual([
    'SPEAKER_REJECTED',
    'SPEAKER_CONFIRMED',
    'SPEAKER_IDENTIFIED',
  ]);

  const undoing = await undo(service, rejection?.id);
  expect(await now()).toEqual(confirmed);
  expect(await samples()).toBe(2);
  expect(told(await correctionsOf(service, recordingId)).slice(0, 2)).toEqual([
    'UNDONE',
    'SPEAKER_REJECTED*',
  ]);
  expect((await changesOf(profile.id)).slice(0, 2)).toEqual(['UNDONE', 'REJECTED*']);
  // Nothing is left of the rejection: they may be found again.
  const rejections: unknown[] = await service.ingest.dataSource.query(
    'select 1 from transcript.identification_rejection where speaker_id = $1',
    [speakerId],
  );
  expect(rejections).toEqual([]);

  await undo(service, undoing.id);
  expect(await now()).toMatchObject({ name: null, profile: null });
  expect(await samples()).toBe(1);
  expect(told(await correctionsOf(service, recordingId)).slice(0, 3)).toEqual([
    'UNDONE',
    'UNDONE*',
    'SPEAKER_REJECTED',
  ]);
  expect((await changesOf(profile.id)).slice(0, 3)).toEqual(['UNDONE', 'UNDONE*', 'REJECTED']);
});

it('shows in the transcript what was undone at the person', async () => {
  const { profile, recordingId, speakerId, samples, now } = await found('Ben', 10);
  const byVoice = await now();
  await identify(service, `rejectIdentification(speakerId: "${speakerId}")`);
  expect(await undoLast(service, profile.id)).toBeUndefined();
  expect(await now()).toEqual(byVoice);
  expect(await samples()).toBe(2);
  expect(told(await correctionsOf(service, recordingId))).toEqual([
    'UNDONE',
    'SPEAKER_REJECTED*',
    'SPEAKER_IDENTIFIED',
  ]);
  expect(await changesOf(profile.id)).toEqual(['UNDONE', 'REJECTED*', 'IDENTIFIED', 'CREATED']);
});

it('takes a confirmation back to what was found by the voice, once', async () => {
  const { profile, recordingId, speakerId, now } = await found('Cleo', 20);
  const byVoice = await now();
  await identify(service, `assignSpeakerProfile(speakerId: "${speakerId}", profileId: "${profile.id}")`);
  expect(await now()).toMatchObject({ profile: { id: profile.id }, identification: { decidedBy: 'Owner' } });
  const [confirmation] = await correctionsOf(service, recordingId);
  await undo(service, confirmation?.id);
  expect(await now()).toEqual(byVoice);
  expect(await changesOf(profile.id)).toEqual(['UNDONE', 'ASSIGNED*', 'IDENTIFIED', 'CREATED']);
  expect(await undo(service, confirmation?.id)).toMatchObject({ code: 'SPEAKER_PROFILE_CHANGE_OVERLAID' });
});

it('asks again who somebody may be when “no” is undone', async () => {
  const { profile } = await person(service, 'Dora', voice(30));
  const asked = await recordingOf(service, [voice(30)], { speechMs: 4_000 });
  const question = await eventually(async () => {
    const [speaker] = await asked.speakers();
    return speaker?.identification?.outcome === 'MAYBE' ? speaker : null;
  });
  await identify(service, `rejectIdentification(speakerId: "${question.id}")`);
  const [rejection] = await correctionsOf(service, asked.recordingId);
  expect(rejection).toMatchObject({ kind: 'SPEAKER_REJECTED' });
  await undo(service, rejection?.id);
  const again = await eventually(async () => {
    const [speaker] = await asked.speakers();
    return speaker?.identification?.outcome === 'MAYBE' ? speaker : null;
  });
  expect(again).toMatchObject({ identification: { profile: { id: profile.id } } });
});

it('keeps a person who was given other speech since, and names of people by hand', async () => {
  const { profile, recordingId } = await person(service, 'Emil', voice(40));
  const other = await recordingOf(service, [voice(50)]);
  const [speaker] = await other.speakers();
  await identify(service, `assignSpeakerProfile(speakerId: "${speaker?.id}", profileId: "${profile.id}")`);
  const [creation] = await correctionsOf(service, recordingId);
  expect(await undo(service, creation?.id)).toMatchObject({ code: 'SPEAKER_PROFILE_CHANGE_OVERLAID' });
  expect((await profileNow(service, profile.id))?.sampleCount).toBe(2);

  await identify(service, `rejectIdentification(speakerId: "${speaker?.id}")`);
  await service.rename(speaker?.id ?? '', 'Finn');
  expect(await undoLast(service, profile.id)).toBe('SPEAKER_PROFILE_CHANGE_OVERLAID');
  expect((await other.speakers())[0]).toMatchObject({ name: 'Finn', profile: null });
});

it('takes nothing back by half where who else it was about has been deleted', async () => {
  const gone = await person(service, 'Jon', voice(84));
  const kept = await person(service, 'Kai', voice(88));
  const asked = await recordingOf(service, [voice(84)], { speechMs: 4_000 });
  const question = await eventually(async () => {
    const [speaker] = await asked.speakers();
    return speaker?.identification?.outcome === 'MAYBE' ? speaker : null;
  });
  const kai = kept.profile.id;
  await identify(service, `assignSpeakerProfile(speakerId: "${question.id}", profileId: "${kai}")`);
  await service.graph.query(
    `mutation { deleteSpeakerProfile(id: "${gone.profile.id}") { ... on DeletedSpeakerProfile { id } } }`,
  );
  const [assigned] = await correctionsOf(service, asked.recordingId);
  expect(await undo(service, assigned?.id)).toMatchObject({ code: 'SPEAKER_PROFILE_CHANGE_OVERLAID' });
  expect((await asked.speakers())[0]).toMatchObject({ name: 'Kai', profile: { id: kai } });
});

it('takes back by itself who one of several was found to be', async () => {
  const gil = await person(service, 'Gil', voice(60));
  const hal = await person(service, 'Hal', voice(70));
  const call = await recordingOf(service, [voice(60, 0.2), voice(70, 0.2)]);
  await eventually(async () => (await call.speakers()).every((speaker) => speaker.profile));
  const [latest] = await correctionsOf(service, call.recordingId);
  await undo(service, latest?.id);
  const left = (await call.speakers()).filter((speaker) => speaker.profile);
  expect(left).toHaveLength(1);
  const undone = left[0]?.profile?.id === gil.profile.id ? hal : gil;
  expect((await changesOf(undone.profile.id)).slice(0, 2)).toEqual(['UNDONE', 'IDENTIFIED*']);
});
