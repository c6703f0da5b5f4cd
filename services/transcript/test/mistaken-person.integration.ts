import { recordingDeleted } from '@colloquy/contracts';
import { LOCAL_WORKSPACE_ID } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { correct, correctionsOf, undo } from './corrected-transcript.ts';
import { mistakenPerson } from './mistaken-person.ts';
import { RunningService } from './running-service.ts';
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

/** Somebody else's speech is given to a person by mistake, and others are found through it. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

const mistaken = (name: string, at: number) => mistakenPerson(service, name, at);
const nobody = { name: null, profile: null };

it('takes back with a mistake all that was found through it, and brings it again with the mistake', async () => {
  const { taken, other, people, named, samples, changeOf, profileId } = await mistaken('Anna', 0);
  expect(await undoChange(service, await changeOf('ASSIGNED'))).toBeUndefined();
  expect((await samples()).map(({ origin, speechMs }) => [origin, speechMs])).toEqual([['CONFIRMED', 8_000]]);
  await named(0);
  expect(await people()).toMatchObject([nobody, nobody, nobody]);
  const again = await other(0.02);
  await eventually(async () => (await again.speakers())[0]?.identification?.outcome === 'UNKNOWN');
  expect((await again.speakers())[0]).toMatchObject(nobody);
  // Each history says what became of it.
  const { history } = (await profileNow(service, profileId)) ?? {};
  expect(history?.edges.map(({ node }) => [node.kind, node.undone, node.author])).toEqual([
    ['UNDONE', false, 'Colloquy'],
    ['UNDONE', false, 'Colloquy'],
    ['UNDONE', false, 'Owner'],
    ['IDENTIFIED', true, 'Colloquy'],
    ['IDENTIFIED', true, 'Colloquy'],
    ['ASSIGNED', true, 'Owner'],
    ['CREATED', false, 'Owner'],
  ]);
  expect(await correctionsOf(service, taken.recordingId)).toMatchObject([
    { kind: 'UNDONE' },
    { kind: 'SPEAKER_IDENTIFIED', undone: true },
  ]);

  const undoing = history?.edges[2]?.node.id;
  expect(await undoChange(service, undoing)).toBeUndefined();
  await named(3);
  expect((await people())[0]).toMatchObject({ identification: { decidedBy: 'Owner' } });
});

it.each<[string, number, (about: Awaited<ReturnType<typeof mistakenPerson>>) => Promise<unknown>]>([
  [
    'undone in the transcript',
    10,
    async ({ taken }) => undo(service, (await correctionsOf(service, taken.recordingId))[0]?.id),
  ],
  ['rejected', 20, ({ speakerId }) => identify(service, `rejectIdentification(speakerId: "${speakerId}")`)],
  [
    'unassigned',
    30,
    ({ speakerId }) => identify(service, `unassignSpeakerProfile(speakerId: "${speakerId}")`),
  ],
  ['called otherwise', 40, ({ speakerId }) => service.rename(speakerId, 'Ben')],
])('takes back what was found through a mistake that is %s', async (_how, at, takeBack) => {
  const about = await mistaken(`Person ${at}`, at);
  await takeBack(about);
  await about.named(0);
  expect((await about.people()).slice(1)).toMatchObject([nobody, nobody]);
  expect(await about.samples()).toHaveLength(1);
});

it.each([60, 86])(
  'takes it back also in recordings that are processed again at the same time',
  async (at) => {
    const { found, named, changeOf } = await mistaken(`Finn ${at}`, at);
    const mistake = await changeOf('ASSIGNED');
    const again = ({ recordingId }: { recordingId: string }) =>
      recordingOf(service, [voice(at + 4)], { recordingId, speechMs: 60_000 });
    await Promise.all([undoChange(service, mistake), ...found.map(again)]);
    await named(0);
  },
);

it('takes back what was found through speech of a recording that is deleted, where people gave other speech', async () => {
  const forget = ({ recordingId }: { recordingId: string }) =>
    service.publish(recordingDeleted, { workspaceId: LOCAL_WORKSPACE_ID, recordingId });
  const { taken, named, samples } = await mistaken('Gerd', 22);
  await forget(taken);
  await named(0);
  expect(await samples()).toMatchObject([{ origin: 'CONFIRMED', speechMs: 8_000 }]);

  // Nothing else tells who was found: they stay who they are, and are recognised as before.
  const hugo = await person(service, 'Hugo', voice(36));
  const found = await recordingOf(service, [voice(36)]);
  const isHugo = async ({ speakers }: typeof found) => (await speakers())[0]?.name === 'Hugo';
  await eventually(() => isHugo(found));
  await forget(hugo);
  const known = async () => (await profileNow(service, hugo.profile.id))?.samples.map(({ origin }) => origin);
  await eventually(async () => (await known())?.join() === 'AUTOMATIC');
  const later = await recordingOf(service, [voice(36)]);
  await eventually(() => isHugo(later));
  expect(await isHugo(found)).toBe(true);
});

it('takes back what was found through a sample that is taken away, and nothing that a person confirmed', async () => {
  const { profileId, people, named, samples, changeOf, found } = await mistaken('Cleo', 50);
  const [, confirmed] = await people();
  const wrong = (await samples()).find(
    ({ origin, speechMs }) => origin === 'CONFIRMED' && speechMs === 60_000,
  );
  await service.graph.query(`mutation { removeVoiceSample(id: "${wrong?.id}") { __typename } }`);
  // Who was said to be them stays so.
  await named(1);
  await undoChange(service, await changeOf('SAMPLE_REMOVED'));
  await named(3);
  await identify(service, `assignSpeakerProfile(speakerId: "${confirmed?.id}", profileId: "${profileId}")`);
  await service.graph.query(`mutation { removeVoiceSample(id: "${wrong?.id}") { __typename } }`);
  // A person said that the other is them too, which bears out the rest.
  await eventually(async () => (await samples()).length === 3);
  expect((await found[1]?.speakers())?.[0]).toMatchObject({ profile: { id: profileId } });
});

it('keeps who was rightly found while another mistake stands', async () => {
  const [own] = await (await recordingOf(service, [voice(62)], { speechMs: 8_000 })).speakers();
  const { id } = await change(
    service,
    `createSpeakerProfile(input: { name: "Ivo", speakerId: "${own?.id}" })`,
  );
  const isIvo = async ({ speakers }: Pick<typeof right, 'speakers'>) => (await speakers())[0]?.name === 'Ivo';
  const right = await recordingOf(service, [voice(62, 0.1)], { speechMs: 30_000 });
  await eventually(() => isIvo(right));
  const mistake = async (at: number, speechMs: number) => {
    const [wrong] = await (await recordingOf(service, [voice(at)], { speechMs })).speakers();
    await identify(service, `assignSpeakerProfile(speakerId: "${wrong?.id}", profileId: "${id}")`);
  };
  await mistake(66, 60_000);
  const first = (await profileNow(service, id))?.history.edges[0]?.node.id;
  const found = await recordingOf(service, [voice(66)]);
  await eventually(() => isIvo(found));
  await mistake(92, 20_000);
  await undoChange(service, first);
  await eventually(async () => !(await isIvo(found)));
  expect(await isIvo(right)).toBe(true);
  const { samples } = (await profileNow(service, id)) ?? { samples: [] };
  expect(samples.map(({ origin, speechMs }) => [origin, speechMs])).toContainEqual(['AUTOMATIC', 30_000]);
});

it('is taken back also where the speech it gave was taken away before', async () => {
  const { profile } = await person(service, 'Jana', voice(73));
  const { speakers } = await recordingOf(service, [voice(94)]);
  const [wrong] = await speakers();
  await identify(service, `assignSpeakerProfile(speakerId: "${wrong?.id}", profileId: "${profile.id}")`);
  const [given, ...others] = (await profileNow(service, profile.id))?.samples ?? [];
  const mistake = (await profileNow(service, profile.id))?.history.edges[0]?.node.id;
  await service.graph.query(`mutation { removeVoiceSample(id: "${given?.id}") { __typename } }`);
  expect(await undoChange(service, mistake)).toBeUndefined();
  expect((await speakers())[0]).toMatchObject(nobody);
  expect((await profileNow(service, profile.id))?.samples).toHaveLength(others.length);
});

it('is undone once where the voice would find the same again', async () => {
  const { profile } = await person(service, 'Dora', voice(70));
  const { speakers } = await recordingOf(service, [voice(70)], { speechMs: 1_500 });
  await eventually(async () => (await speakers())[0]?.identification?.outcome === 'MAYBE');
  const [asked] = await speakers();
  await identify(service, `assignSpeakerProfile(speakerId: "${asked?.id}", profileId: "${profile.id}")`);
  await undoLast(service, profile.id);
  // They are asked about as before.
  expect((await speakers())[0]).toMatchObject({ ...nobody, identification: { outcome: 'MAYBE' } });

  const [early] = await (await recordingOf(service, [voice(76)])).speakers();
  await identify(service, `assignSpeakerProfile(speakerId: "${early?.id}", profileId: "${profile.id}")`);
  await undoLast(service, profile.id);
  const rejections: unknown[] = await service.ingest.dataSource.query(
    'select profile_id from transcript.identification_rejection where speaker_id = $1',
    [early?.id],
  );
  expect(rejections).toEqual([{ profile_id: profile.id }]);
  await undoLast(service, profile.id);
  expect(
    await service.ingest.dataSource.query(
      'select 1 from transcript.identification_rejection where speaker_id = $1',
      [early?.id],
    ),
  ).toEqual([]);
});

it('does not know anybody by speech that was removed, until that is taken back', async () => {
  const { profile, recordingId } = await person(service, 'Emil', voice(80));
  const found = await recordingOf(service, [voice(80)]);
  const name = async () => (await found.speakers())[0]?.name;
  await eventually(async () => (await name()) === 'Emil');
  const { segments } = (await service.transcript<{
    segments: { edges: { node: { id: string; version: number } }[] };
  }>(recordingId, 'segments { edges { node { id version } } }')) ?? { segments: { edges: [] } };
  const removed = await correct(service, 'removeSegments', 'RemoveSegmentsInput', {
    segments: segments.edges.map(({ node }) => ({ segmentId: node.id, expectedVersion: node.version })),
  });
  await eventually(async () => (await outdatedSamples(service, profile.id)).length === 1);
  await eventually(async () => (await name()) === null);
  await undo(service, removed?.id);
  await eventually(async () => (await name()) === 'Emil');
  expect(await outdatedSamples(service, profile.id)).toEqual([]);
});
