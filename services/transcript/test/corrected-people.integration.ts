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

/** Corrections of transcripts in the histories of the people whom they make somebody else. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

interface Entry {
  kind: string;
  undone: boolean;
  author: string;
  gained: { id: string }[];
  lost: { id: string }[];
  correction: { id: string; kind: string } | null;
}

/** The latest first. */
async function historyOf(profileId: string): Promise<Entry[]> {
  const { speakerProfile } = await service.graph.query<{
    speakerProfile: { history: { edges: { node: Entry }[] } };
  }>(
    `query ($id: ID!) { speakerProfile(id: $id) { history { edges { node {
       kind undone author gained { id } lost { id } correction { id kind } } } } } }`,
    { id: profileId },
  );
  return speakerProfile.history.edges.map(({ node }) => node);
}
const kindsOf = async (profileId: string) =>
  (await historyOf(profileId)).map(({ kind, undone }) => (undone ? `${kind}*` : kind));

/** Two who speak, of whom the first is known. */
async function callOf(name: string, at: number) {
  const recording = await recordingOf(service, [voice(at), voice(at + 4)]);
  const [first, second] = await recording.speakers();
  const ids = { first: first?.id ?? '', second: second?.id ?? '' };
  const profile = await change(
    service,
    `createSpeakerProfile(input: { name: "${name}", speakerId: "${ids.first}" })`,
  );
  return { ...recording, ...ids, profile };
}
const merge = (speakerId: string, intoSpeakerId: string) =>
  correct(service, 'mergeSpeakers', 'MergeSpeakersInput', { speakerId, intoSpeakerId });

it('tells of a speaker who was named otherwise, and takes all of that back from there', async () => {
  const { profile, first, speakers } = await callOf('Anna', 0);
  await service.rename(first, 'Clara');
  const [renamed] = await historyOf(profile.id);
  expect(renamed).toMatchObject({
    kind: 'CORRECTED',
    undone: false,
    author: 'Owner',
    gained: [],
    lost: [{ id: first }],
    correction: { kind: 'SPEAKER_RENAMED' },
  });

  expect(await undoLast(service, profile.id)).toBeUndefined();
  expect((await speakers())[0]).toMatchObject({ name: 'Anna', profile: { id: profile.id } });
  expect(await kindsOf(profile.id)).toEqual(['CORRECTED', 'CORRECTED*', 'CREATED']);
  expect((await historyOf(profile.id))[0]).toMatchObject({
    gained: [{ id: first }],
    correction: { kind: 'UNDONE' },
  });
  expect(await undoLast(service, profile.id)).toBeUndefined();
  expect((await speakers())[0]).toMatchObject({ name: 'Clara', profile: null });
  expect(await kindsOf(profile.id)).toEqual(['CORRECTED', 'CORRECTED*', 'CORRECTED', 'CREATED']);
});

it('tells both people whose speakers were joined, and shows there what the transcript took back', async () => {
  const { profile: ben, first, second } = await callOf('Ben', 10);
  const cleo = await change(service, `createSpeakerProfile(input: { name: "Cleo", speakerId: "${second}" })`);
  const made = await merge(first, second);
  expect((await historyOf(ben.id))[0]).toMatchObject({ kind: 'CORRECTED', lost: [{ id: first }] });
  expect((await historyOf(cleo.id))[0]).toMatchObject({ kind: 'CORRECTED', gained: [{ id: first }] });
  await undo(service, made?.id);
  expect(await kindsOf(ben.id)).toEqual(['CORRECTED', 'CORRECTED*', 'CREATED']);
  expect(await kindsOf(cleo.id)).toEqual(['CORRECTED', 'CORRECTED*', 'CREATED']);
});

it('tells who somebody without a name became by joining, and nothing of who stayed who they were', async () => {
  const { profile, first, second } = await callOf('Dora', 20);
  await merge(first, second);
  expect((await historyOf(profile.id))[0]).toMatchObject({ gained: [{ id: second }], lost: [] });
});

it('tells of an earlier version that was brought back, also of before it was processed again', async () => {
  const { profile, recordingId, first, speakers } = await callOf('Emil', 30);
  const restore = (version: number) =>
    service.graph.query(
      `mutation ($id: ID!, $version: Int!) { restoreTranscript(recordingId: $id, version: $version) { __typename } }`,
      { id: recordingId, version },
    );
  await restore(1);
  expect((await historyOf(profile.id))[0]).toMatchObject({
    lost: [{ id: first }],
    correction: { kind: 'RESTORED' },
  });
  await restore(2);
  await recordingOf(service, [voice(30), voice(34)], { recordingId });
  const [emil] = await speakers();
  expect(emil).toMatchObject({ name: 'Emil' });
  await restore(1);
  expect((await historyOf(profile.id))[0]).toMatchObject({
    lost: [{ id: emil?.id }],
    correction: { kind: 'RESTORED' },
  });
});

it('says once what was said of who somebody is, and to whom they were before, too', async () => {
  const { profile: finn, recordingId, first, speakers } = await callOf('Finn', 40);
  const { profile: gil } = await person(service, 'Gil', voice(50));
  await identify(service, `assignSpeakerProfile(speakerId: "${first}", profileId: "${gil.id}")`);
  expect(await kindsOf(gil.id)).toEqual(['ASSIGNED', 'CREATED']);
  expect((await historyOf(finn.id))[0]).toMatchObject({ kind: 'CORRECTED', lost: [{ id: first }] });

  expect(await undoLast(service, finn.id)).toBeUndefined();
  expect((await speakers())[0]).toMatchObject({ name: 'Finn', profile: { id: finn.id } });
  expect((await profileNow(service, finn.id))?.sampleCount).toBe(1);
  expect(await kindsOf(gil.id)).toEqual(['UNDONE', 'ASSIGNED*', 'CREATED']);
  expect(await kindsOf(finn.id)).toEqual(['CORRECTED', 'CORRECTED*', 'CREATED']);
  expect((await correctionsOf(service, recordingId))[0]).toMatchObject({ kind: 'UNDONE' });
});

it('says why it cannot be taken back, and shows what was done twice as it is', async () => {
  const { profile, recordingId, first } = await callOf('Hal', 60);
  await service.rename(first, 'Ida');
  await service.rename(first, 'Jon');
  expect(await undoLast(service, profile.id)).toBe('CORRECTION_OVERLAID');
  const [jon, ida] = await correctionsOf(service, recordingId);
  await undo(service, jon?.id);
  const taken = await undo(service, ida?.id);
  await undo(service, taken.id);
  await undo(service, ida?.id);
  expect(await kindsOf(profile.id)).toEqual([
    'CORRECTED',
    'CORRECTED',
    'CORRECTED*',
    'CORRECTED*',
    'CREATED',
  ]);
});

it('keeps the history also while voices are off, without whoever was deleted', async () => {
  const { profile, first, speakers } = await callOf('Kai', 70);
  await switchProfiles(service, false);
  await service.rename(first, 'Lea');
  await switchProfiles(service, true);
  expect(await kindsOf(profile.id)).toEqual(['CORRECTED', 'CREATED']);
  await service.graph.query(
    `mutation { deleteSpeakerProfile(id: "${profile.id}") { ... on DeletedSpeakerProfile { id } } }`,
  );
  const [row]: { told: number }[] = await service.ingest.dataSource.query(
    `select count(*)::int as told from transcript.profile_change
      where profile_id = $1 and jsonb_array_length(changes->'speakers') > 0`,
    [profile.id],
  );
  expect(row).toEqual({ told: 0 });
  await eventually(async () => (await speakers())[0]?.name === 'Lea');
});

it('brings back who they were merged into where a correction is taken back that made them somebody else', async () => {
  const [lea, leo] = [await person(service, 'Lea', voice(60)), await person(service, 'Leo', voice(64))];
  await service.rename((await lea.heard())?.id ?? '', 'Zed');
  const [renamed] = await correctionsOf(service, lea.recordingId);
  await change(service, `mergeSpeakerProfiles(keepId: "${leo.profile.id}", dropId: "${lea.profile.id}")`);
  await undo(service, renamed?.id ?? '');
  expect(await lea.heard()).toMatchObject({
    displayName: 'Leo',
    profile: { id: leo.profile.id },
    identification: { outcome: 'SURE', decidedBy: 'Owner' },
  });
});

it('brings back that only the voice found who somebody is, by undoing and with a version', async () => {
  const { profile } = await person(service, 'Nora', voice(68));
  const { recordingId, speakers } = await recordingOf(service, [voice(68, 0.1)]);
  const found = { displayName: 'Nora', identification: { outcome: 'SURE', decidedBy: null } };
  await eventually(async () => (await speakers())[0]?.profile?.id === profile.id);
  expect((await speakers())[0]).toMatchObject(found);
  await service.rename((await speakers())[0]?.id ?? '', 'Zoe');
  const [renamed] = await correctionsOf(service, recordingId);
  const undone = await undo(service, renamed?.id ?? '');
  expect((await speakers())[0]).toMatchObject(found);
  await undo(service, undone.id);
  expect((await speakers())[0]).toMatchObject({ displayName: 'Zoe', identification: { decidedBy: 'Owner' } });
  await service.graph.query(
    'mutation ($id: ID!, $version: Int!) { restoreTranscript(recordingId: $id, version: $version) { __typename } }',
    { id: recordingId, version: (renamed?.version ?? 0) - 1 },
  );
  expect((await speakers())[0]).toMatchObject(found);
});
