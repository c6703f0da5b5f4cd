import { correct, open, undo, type Made } from './corrected-transcript.ts';
import { RunningService } from './running-service.ts';
import { change, identify, recordingOf, switchProfiles, voice } from './speaker-profiles.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

const versionsOf = async (recordingId: string) =>
  (await service.transcript<{ speakers: { version: number }[] }>(recordingId, 'speakers { version }'))
    ?.speakers;

async function rename(speakerId: string, name: string | null, expectedVersion?: number | null) {
  const { renameSpeaker } = await service.graph.query<{ renameSpeaker: Record<string, unknown> }>(
    `mutation ($input: RenameSpeakerInput!) { renameSpeaker(input: $input) {
       ... on Speaker { name version } ... on Problem { code message } } }`,
    { input: { speakerId, name, expectedVersion } },
  );
  return renameSpeaker;
}

it('does not name a speaker whom somebody else has named meanwhile', async () => {
  const { recordingId, speakers, rows } = await open(service);
  const [one, two] = await speakers();
  expect(await versionsOf(recordingId)).toEqual([{ version: 0 }, { version: 0 }]);
  const id = one?.id ?? '';
  expect(await rename(id, 'Ann', 0)).toEqual({ name: 'Ann', version: 2 });
  expect(await rename(id, 'Bea', 0)).toMatchObject({
    code: 'SPEAKER_EDIT_CONFLICT',
    message: expect.stringMatching(/^Owner changed this speaker meanwhile: they are called “Ann” now\.$/),
  });
  expect((await speakers())[0]).toMatchObject({ name: 'Ann' });
  // What others say, and who else is named, is no change of this speaker.
  const [first] = await rows();
  await service.edit(first?.id ?? '', 'How much?', 1);
  await rename(two?.id ?? '', 'Ben', 0);
  expect(await rename(id, 'Bea', 2)).toEqual({ name: 'Bea', version: 5 });
  expect(await rename(id, 'Cleo')).toMatchObject({ name: 'Cleo' });
  expect(await rename(id, null, null)).toMatchObject({ name: null });
});

it('does not join speakers of whom one has been named meanwhile', async () => {
  const { speakers } = await open(service);
  const [one, two] = await speakers();
  const join = (expectedVersion?: number, intoExpectedVersion?: number) =>
    correct(service, 'mergeSpeakers', 'MergeSpeakersInput', {
      speakerId: one?.id,
      intoSpeakerId: two?.id,
      expectedVersion,
      intoExpectedVersion,
    });
  await rename(two?.id ?? '', 'Ben', 0);
  expect(await join(0, 0)).toMatchObject({
    code: 'SPEAKER_EDIT_CONFLICT',
    message: expect.stringContaining('“Ben”'),
  });
  await rename(one?.id ?? '', 'Ann', 0);
  expect(await join(0, 2)).toMatchObject({
    code: 'SPEAKER_EDIT_CONFLICT',
    message: expect.stringContaining('“Ann”'),
  });
  const joined = await join(3, 2);
  expect(joined).toMatchObject({ kind: 'SPEAKERS_MERGED' });
  await undo(service, joined?.id);
  expect(await join()).toMatchObject({ kind: 'SPEAKERS_MERGED' });
});

it('does not go back to a version over what somebody else has corrected meanwhile', async () => {
  const { recordingId, rows, told } = await open(service);
  const restore = async (expectedVersion?: number) => {
    const { restoreTranscript } = await service.graph.query<{ restoreTranscript: Made }>(
      `mutation ($id: ID!, $expected: Int) {
         restoreTranscript(recordingId: $id, version: 1, expectedVersion: $expected) {
           ... on Correction { id version kind } ... on Problem { code message } } }`,
      { id: recordingId, expected: expectedVersion },
    );
    return restoreTranscript;
  };
  const [first, second] = await rows();
  await service.edit(first?.id ?? '', 'How much?', 1);
  await service.edit(second?.id ?? '', 'Forty.', 1);
  const corrected = await told();
  expect(await restore(2)).toMatchObject({
    code: 'TRANSCRIPT_CHANGED',
    message: expect.stringContaining('version 3'),
  });
  expect(await told()).toEqual(corrected);
  expect(await restore(3)).toMatchObject({ kind: 'RESTORED', version: 4 });
  await service.edit(first?.id ?? '', 'How much is it?', (await rows())[0]?.version ?? 0);
  expect(await restore()).toMatchObject({ kind: 'RESTORED', version: 6 });
});

const peopleCalled = async (name: string) => {
  const { speakerProfiles } = await service.graph.query<{ speakerProfiles: { totalCount: number } }>(
    'query ($name: String) { speakerProfiles(search: $name) { totalCount } }',
    { name },
  );
  return speakerProfiles.totalCount;
};

it('does not make somebody known by a speaker whom somebody else has made another one meanwhile', async () => {
  await switchProfiles(service, true);
  const { recordingId, speakers: all } = await recordingOf(service, [voice(0), voice(8)]);
  const [one, two] = await all();
  const know = (name: string, version: number) =>
    change(
      service,
      `createSpeakerProfile(input: { name: "${name}", speakerId: "${one?.id}", expectedVersion: ${version} })`,
    );
  const both = await Promise.all([know('Alma', 0), know('Alwin', 0)]);
  expect(both.filter(({ code }) => code === 'SPEAKER_EDIT_CONFLICT')).toHaveLength(1);
  expect(both.filter(({ sampleCount }) => sampleCount === 1)).toHaveLength(1);
  expect(await peopleCalled('Al')).toBe(1);
  const { id, name } = both.find((person) => !person.code) ?? {};
  expect((await all())[0]).toMatchObject({ name, profile: { id } });

  const is = (speakerId: string | undefined, version: number | undefined) =>
    identify(
      service,
      `assignSpeakerProfile(speakerId: "${speakerId}", profileId: "${id}", expectedVersion: ${version})`,
    );
  await rename(two?.id ?? '', 'Bodo', 0);
  expect(await is(two?.id, 0)).toEqual({ code: 'SPEAKER_EDIT_CONFLICT' });
  const [, seen] = (await versionsOf(recordingId)) ?? [];
  expect(await is(two?.id, seen?.version)).toMatchObject({ name, profile: { id } });
});

it('does not rename a person whom somebody else has renamed meanwhile', async () => {
  await switchProfiles(service, true);
  const { id } = await change(service, 'createSpeakerProfile(input: { name: "Dana" })');
  const renamed = async (name: string, expectedName?: string | null) => {
    const { done } = await service.graph.query<{ done: Record<string, unknown> }>(
      `mutation ($id: ID!, $name: String!, $expectedName: String) {
         done: renameSpeakerProfile(id: $id, name: $name, expectedName: $expectedName) {
           ... on SpeakerProfile { name } ... on Problem { code message } } }`,
      { id, name, expectedName },
    );
    return done;
  };
  const both = await Promise.all([renamed('Dora', 'Dana'), renamed('Dina', 'Dana')]);
  const name = both.find((one) => 'name' in one)?.['name'];
  expect(both).toContainEqual({
    code: 'SPEAKER_PROFILE_EDIT_CONFLICT',
    message: expect.stringContaining(`they are called “${String(name)}” now`),
  });
  expect(await renamed('Dana', String(name))).toEqual({ name: 'Dana' });
  expect(await renamed('Doro')).toEqual({ name: 'Doro' });
  expect(await renamed('Dana', null)).toEqual({ name: 'Dana' });
});
