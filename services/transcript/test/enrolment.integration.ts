import { newId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { RunningService, type Page } from './running-service.ts';
import { change, profileNow, recordingOf, switchProfiles, undoLast, voice } from './speaker-profiles.ts';
import { VoiceWorker } from './voice-worker.ts';

let service: RunningService;
let worker: VoiceWorker;
/** What is heard in a recording. */
const vectors = new Map<string, number[]>();
beforeAll(async () => {
  service = await RunningService.start();
  worker = await VoiceWorker.start(service, (_key, recordingId) => vectors.get(recordingId) ?? null);
  await switchProfiles(service, true);
}, 60_000);
afterAll(async () => {
  await worker.die();
  await service.stop();
});

async function segmentsOf(recordingId: string): Promise<string[]> {
  const page = await service.transcript<Page>(
    recordingId,
    'segments { totalCount edges { cursor node { id text version } } }',
  );
  return (page?.segments.edges ?? []).map(({ node }) => node.id);
}

it('makes a profile of chosen segments, once they have been listened to, and recognises by it', async () => {
  const { recordingId } = await recordingOf(service, [null, null]);
  vectors.set(recordingId, voice(0));
  const ids = await segmentsOf(recordingId);
  const list = JSON.stringify([ids[0], ids[2]]);
  const made = await change(service, `createSpeakerProfile(input: { name: "Ann", segmentIds: ${list} })`);
  expect(made).toMatchObject({ name: 'Ann', sampleCount: 1 });
  const request = await eventually(() => worker.asked.find((one) => one.recordingId === recordingId));
  expect(request.voices).toMatchObject([
    {
      intervals: [
        { startMs: 0, endMs: 900 },
        { startMs: 2000, endMs: 2900 },
      ],
    },
  ]);
  const { speakerProfileHistory: history } = await service.graph.query<{
    speakerProfileHistory: { edges: { node: { samples: object[] } }[] };
  }>(
    '{ speakerProfileHistory(first: 1) { edges { node { samples { intervals { startMs } recording { id } } } } } }',
  );
  expect(history.edges[0]?.node.samples).toEqual([
    { intervals: [{ startMs: 0 }, { startMs: 2000 }], recording: { id: recordingId } },
  ]);
  await eventually(async () => (await profileNow(service, made.id))?.samples[0]?.pending === false);
  const { speakers } = await recordingOf(service, [voice(0, 0.4)]);
  await eventually(async () => (await speakers())[0]?.profile?.id === made.id);

  const more = await change(
    service,
    `enrolSegments(profileId: "${made.id}", segmentIds: ${JSON.stringify([ids[1], ids[3]])})`,
  );
  await eventually(
    async () => (await profileNow(service, made.id))?.samples.every(({ pending }) => !pending) ?? false,
  );
  expect(more.history.edges[0]?.node.kind).toBe('ENROLLED');
  const counted = (await profileNow(service, made.id))?.sampleCount ?? 0;
  const undone = async (id: string | undefined): Promise<string | undefined> => {
    const { done } = await service.graph.query<{ done: { by: { id: string } | null } }>(
      `mutation { done: undoSpeakerProfileChange(changeId: "${id}") {
         ... on UndoneSpeakerProfileChange { by { id } } } }`,
    );
    return done.by?.id;
  };
  const by = await undone(more.history.edges[0]?.node.id);
  expect(await profileNow(service, made.id)).toMatchObject({ sampleCount: counted - 1 });
  await undone(await undone(by));
  expect(await profileNow(service, made.id)).toMatchObject({ sampleCount: counted - 1 });
  expect(await undone(made.history.edges[0]?.node.id)).toBeUndefined();

  // Jobs that are done are kept for days: no voice stays behind in them.
  const kept: unknown[] = await service.ingest.dataSource.query(
    `select 1 from pgboss.job where name like 'voice.%' and data->>'recordingId' = $1`,
    [recordingId],
  );
  expect(kept).toEqual([]);
});

it('adds nothing that a person is known by already, until that is taken away', async () => {
  const { recordingId } = await recordingOf(service, [null, null]);
  vectors.set(recordingId, voice(70));
  const [first, second, third] = await segmentsOf(recordingId);
  const made = await change(
    service,
    `createSpeakerProfile(input: { name: "Abe", segmentIds: ["${first}", "${second}"] })`,
  );
  const enrol = (...ids: (string | undefined)[]) =>
    change(service, `enrolSegments(profileId: "${made.id}", segmentIds: ${JSON.stringify(ids)})`);
  expect(await enrol(first, second)).toMatchObject({ sampleCount: 1, history: made.history });
  await eventually(async () => (await profileNow(service, made.id))?.samples[0]?.pending === false);
  expect(await enrol(second, first, second)).toMatchObject({ sampleCount: 1, history: made.history });
  expect(await enrol(second, third)).toMatchObject({ sampleCount: 2 });
  await change(service, `removeVoiceSample(id: "${made.samples[0]?.id}")`);
  const again = await enrol(first, second);
  expect(again).toMatchObject({ sampleCount: 2 });
  expect(again.history.edges[0]?.node.kind).toBe('ENROLLED');
});

it('says why speech could not become a sample, and does not count it', async () => {
  const { recordingId } = await recordingOf(service, [null]);
  const ids = JSON.stringify(await segmentsOf(recordingId));
  const made = await change(service, `createSpeakerProfile(input: { name: "Bea", segmentIds: ${ids} })`);
  await eventually(async () => (await profileNow(service, made.id))?.samples[0]?.problem);
  expect(await profileNow(service, made.id)).toMatchObject({
    sampleCount: 0,
    samples: [{ pending: false, problem: { code: 'ENROLMENT_TOO_SHORT' } }],
  });
  const other = await segmentsOf((await recordingOf(service, [null])).recordingId);
  const mixed = JSON.stringify([...JSON.parse(ids), ...other]);
  const refused = `enrolSegments(profileId: "${made.id}", segmentIds: ${mixed})`;
  expect(await change(service, refused)).toEqual({ code: 'ENROLMENT_SEGMENTS_INVALID' });
  const unknown = `enrolSegments(profileId: "${made.id}", segmentIds: ["${newId()}"])`;
  expect(await change(service, unknown)).toEqual({ code: 'SEGMENT_NOT_FOUND' });
});

it('splits a speaker off with all that was enrolled of them, and takes that back', async () => {
  const made = await change(service, 'createSpeakerProfile(input: { name: "Carla" })');
  const assign = async ({ speakers }: Awaited<ReturnType<typeof recordingOf>>) => {
    const speakerId = (await speakers())[0]?.id;
    await service.graph.query(
      `mutation { assignSpeakerProfile(speakerId: "${speakerId}", profileId: "${made.id}") { __typename } }`,
    );
  };
  await assign(await recordingOf(service, [voice(60)]));
  const other = await recordingOf(service, [voice(64), null]);
  await assign(other);
  const { recordingId } = other;
  vectors.set(recordingId, voice(64));
  const ids = await segmentsOf(recordingId);
  await service.graph.query(
    `mutation { assignSpeaker(input: { segments: [{ segmentId: "${ids[1]}", expectedVersion: 1 }],
       speaker: { speakerId: "${(await other.speakers())[0]?.id}" } }) { __typename } }`,
  );
  const chosen = JSON.stringify(ids.slice(0, 2));
  const both = await change(service, `enrolSegments(profileId: "${made.id}", segmentIds: ${chosen})`);
  expect(both).toMatchObject({ sampleCount: 3 });
  const own = both.samples[1]?.id;
  const off = await change(
    service,
    `splitSpeakerProfile(input: { id: "${made.id}", sampleIds: ["${own}"], name: "Not Carla" })`,
  );
  expect(off).toMatchObject({ sampleCount: 2, speakers: { totalCount: 1 } });
  expect(await profileNow(service, made.id)).toMatchObject({ sampleCount: 1, speakers: { totalCount: 1 } });
  expect(await undoLast(service, made.id)).toBeUndefined();
  expect(await profileNow(service, made.id)).toMatchObject({ sampleCount: 3, speakers: { totalCount: 2 } });
});

it('enrols a clip, also before it is processed, but not one of several people', async () => {
  const made = await change(service, 'createSpeakerProfile(input: { name: "Cara" })');
  const enrol = (recordingId: string) =>
    change(service, `enrolRecording(profileId: "${made.id}", recordingId: "${recordingId}")`);
  const ready = await recordingOf(service, [voice(20)]);
  expect(await enrol(ready.recordingId)).toMatchObject({ sampleCount: 1, enrolments: [] });
  expect((await ready.speakers())[0]).toMatchObject({ name: 'Cara', profile: { id: made.id } });

  const recordingId = newId();
  const enrolling = enrol(recordingId);
  await service.tell(recordingId);
  expect(await enrolling).toMatchObject({ enrolments: [{ problem: null }] });
  const told = service.graph.subscribe<{
    speakerProfileChanged: { sampleCount: number; enrolments: unknown[] };
  }>('subscription ($id: ID!) { speakerProfileChanged(id: $id) { sampleCount enrolments { createdAt } } }', {
    id: made.id,
  });
  const { value: before } = await told.next();
  expect(before?.speakerProfileChanged).toMatchObject({ sampleCount: 1, enrolments: [{}] });
  const later = await recordingOf(service, [voice(20, 0.3)], { recordingId });
  await eventually(async () => (await later.speakers())[0]?.profile?.id === made.id);
  for await (const { speakerProfileChanged: now } of told)
    if (now.enrolments.length === 0 && now.sampleCount === 2) break;
  expect(await profileNow(service, made.id)).toMatchObject({ sampleCount: 2 });

  const several = await recordingOf(service, [voice(30), voice(34)]);
  expect(await enrol(several.recordingId)).toEqual({ code: 'ENROLMENT_SEVERAL_SPEAKERS' });
  expect(await profileNow(service, made.id)).toMatchObject({
    enrolments: [{ problem: { code: 'ENROLMENT_SEVERAL_SPEAKERS' } }],
  });
  await service.tell(recordingId, { hidden: true });
  await eventually(async () => (await enrol(recordingId)).code === 'ENROLMENT_RECORDING_NOT_FOUND');
});

it('refuses a recording that is not there, or is of another workspace', async () => {
  const made = await change(service, 'createSpeakerProfile(input: { name: "Cleo" })');
  const enrol = (recordingId: string) =>
    change(service, `enrolRecording(profileId: "${made.id}", recordingId: "${recordingId}")`);
  const elsewhere = newId();
  await service.tell(elsewhere, { workspaceId: newId() });
  const refused = { code: 'ENROLMENT_RECORDING_NOT_FOUND' };
  expect(await Promise.all(['nonsense', newId(), elsewhere].map(enrol))).toEqual([refused, refused, refused]);
  expect(await profileNow(service, made.id)).toMatchObject({ enrolments: [] });
}, 60_000);

it('takes an enrolment back that waits or was refused, and no other', async () => {
  const made = await change(service, 'createSpeakerProfile(input: { name: "Cora" })');
  const about = (recordingId: string) => `(profileId: "${made.id}", recordingId: "${recordingId}")`;
  const several = await recordingOf(service, [voice(50), voice(54)]);
  await change(service, `enrolRecording${about(several.recordingId)}`);
  expect(await change(service, `cancelEnrolment${about(several.recordingId)}`)).toMatchObject({
    enrolments: [],
  });
  const waiting = newId();
  await service.tell(waiting);
  await change(service, `enrolRecording${about(waiting)}`);
  expect(await change(service, `cancelEnrolment${about(waiting)}`)).toMatchObject({ enrolments: [] });
  const { speakers } = await recordingOf(service, [voice(58)], { recordingId: waiting });
  await eventually(async () => (await speakers())[0]?.identification);
  expect((await speakers())[0]?.profile).toBeNull();
  expect(await change(service, `cancelEnrolment${about(waiting)}`)).toEqual({ code: 'ENROLMENT_NOT_FOUND' });
});

it('keeps waiting for a clip when its profile is merged, and when that is taken back', async () => {
  const [keep, drop] = [
    await change(service, 'createSpeakerProfile(input: { name: "Dee" })'),
    await change(service, 'createSpeakerProfile(input: { name: "Dea" })'),
  ];
  const recordingId = newId();
  await service.tell(recordingId);
  await change(service, `enrolRecording(profileId: "${drop.id}", recordingId: "${recordingId}")`);
  const merge = `mergeSpeakerProfiles(keepId: "${keep.id}", dropId: "${drop.id}")`;
  expect(await change(service, merge)).toMatchObject({ enrolments: [{ problem: null }] });
  expect(await undoLast(service, keep.id)).toBeUndefined();
  expect(await profileNow(service, keep.id)).toMatchObject({ enrolments: [] });
  expect(await profileNow(service, drop.id)).toMatchObject({ enrolments: [{ problem: null }] });

  await change(service, merge);
  const { speakers } = await recordingOf(service, [voice(40)], { recordingId });
  await eventually(async () => (await speakers())[0]?.profile?.id === keep.id);
});
