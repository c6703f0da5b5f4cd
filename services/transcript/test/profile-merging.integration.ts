import { createLog } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { removeOldSamples } from '../src/speaker-profile/remove-old-samples.ts';
import { startUpkeep } from '../src/upkeep.ts';
import { RunningService, type Page } from './running-service.ts';
import {
  change,
  identify,
  person,
  profileNow,
  recordingOf,
  switchProfiles,
  undoChange,
  undoLast,
  voice,
  type Profile,
} from './speaker-profiles.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

const workspaceHistory = async (): Promise<{ kind: string; mergedName: string | null }[]> => {
  const { speakerProfileHistory } = await service.graph.query<{
    speakerProfileHistory: { edges: { node: { kind: string; mergedName: string | null } }[] };
  }>('{ speakerProfileHistory { edges { node { kind mergedName profile { name } } } } }');
  return speakerProfileHistory.edges.map(({ node }) => node);
};

const historyOf = async ({ id }: Profile): Promise<{ kind: string; other: { name: string } | null }[]> => {
  const { speakerProfile } = await service.graph.query<{
    speakerProfile: { history: { edges: { node: { kind: string; other: { name: string } | null } }[] } };
  }>('query ($id: ID!) { speakerProfile(id: $id) { history { edges { node { kind other { name } } } } } }', {
    id,
  });
  return speakerProfile.history.edges.map(({ node }) => node);
};

it('tells who was merged into a profile, until one of them is deleted', async () => {
  const [una, unni] = [await person(service, 'Una', voice(70)), await person(service, 'Unni', voice(74))];
  const merges = async () => (await workspaceHistory()).filter(({ kind }) => kind === 'MERGED');
  await change(service, `mergeSpeakerProfiles(keepId: "${una.profile.id}", dropId: "${unni.profile.id}")`);
  expect((await merges())[0]).toMatchObject({ mergedName: 'Unni', profile: { name: 'Una' } });
  expect(
    (await workspaceHistory()).filter(({ kind, mergedName }) => kind !== 'MERGED' && mergedName),
  ).toEqual([]);
  await service.graph.query(
    `mutation { deleteSpeakerProfile(id: "${una.profile.id}") { ... on DeletedSpeakerProfile { id } } }`,
  );
  expect((await merges())[0]).toMatchObject({ mergedName: null, profile: null });
});

it('merges two profiles of one person, and takes that back', async () => {
  const [ann, annie] = [await person(service, 'Ann', voice(0)), await person(service, 'Annie', voice(4))];
  const merged = await change(
    service,
    `mergeSpeakerProfiles(keepId: "${ann.profile.id}", dropId: "${annie.profile.id}")`,
  );
  expect(merged).toMatchObject({
    name: 'Ann',
    sampleCount: 2,
    recordingCount: 2,
    health: { state: 'MIXED', outlierCount: 2 },
  });
  expect(await profileNow(service, annie.profile.id)).toBeNull();
  await eventually(async () => (await annie.heard())?.displayName === 'Ann');
  expect(await annie.heard()).toMatchObject({
    profile: { id: ann.profile.id },
    identification: { decidedBy: 'Owner', profile: { id: ann.profile.id } },
  });

  expect(await undoLast(service, ann.profile.id)).toBeUndefined();
  await eventually(async () => (await annie.heard())?.displayName === 'Annie');
  expect(await annie.heard()).toMatchObject({
    identification: { outcome: 'SURE', decidedBy: 'Owner', profile: { id: annie.profile.id } },
  });
  expect(await profileNow(service, annie.profile.id)).toMatchObject({ name: 'Annie', sampleCount: 1 });
  expect(await profileNow(service, ann.profile.id)).toMatchObject({ sampleCount: 1, recordingCount: 1 });
  const same = `mergeSpeakerProfiles(keepId: "${ann.profile.id}", dropId: "${ann.profile.id}")`;
  expect(await change(service, same)).toEqual({ code: 'SAME_SPEAKER_PROFILE' });
});

it('splits a person off with the recordings they are heard in, and takes that back', async () => {
  const bo = await person(service, 'Bo', voice(10));
  const other = await person(service, 'Bob', voice(14));
  const both = await change(
    service,
    `mergeSpeakerProfiles(keepId: "${bo.profile.id}", dropId: "${other.profile.id}")`,
  );
  const { speakerProfiles } = await service.graph.query<{
    speakerProfiles: { edges: { node: Pick<Profile, 'name' | 'health'> }[] };
  }>('{ speakerProfiles { edges { node { name health { state } } } } }');
  expect(speakerProfiles.edges.map(({ node }) => [node.name, node.health.state])).toEqual([
    ['Ann', 'THIN'],
    ['Annie', 'THIN'],
    ['Bo', 'MIXED'],
  ]);
  const sample = both.samples.find(({ recording }) => recording?.id === other.recordingId);
  const split = (ids: (string | undefined)[]) =>
    change(
      service,
      `splitSpeakerProfile(input: { id: "${both.id}", sampleIds: ${JSON.stringify(ids)}, name: "Rob" })`,
    );
  expect(await split([])).toEqual({ code: 'SPEAKER_PROFILE_SPLIT_EMPTY' });
  const rob = await split([sample?.id]);
  expect(rob).toMatchObject({ name: 'Rob', sampleCount: 1, recordingCount: 1 });
  expect(await historyOf(rob)).toEqual([{ kind: 'SPLIT_OFF', other: { name: 'Bo' } }]);
  expect((await historyOf(both))[0]).toEqual({ kind: 'SPLIT', other: { name: 'Rob' } });
  await eventually(async () => (await other.heard())?.displayName === 'Rob');
  expect(await other.heard()).toMatchObject({
    identification: { outcome: 'SURE', decidedBy: 'Owner', profile: { id: rob.id } },
  });
  expect(await bo.heard()).toMatchObject({ displayName: 'Bo' });
  expect(await undoLast(service, both.id)).toBeUndefined();
  await eventually(async () => (await other.heard())?.displayName === 'Bo');
  expect(await other.heard()).toMatchObject({
    identification: { outcome: 'SURE', decidedBy: 'Owner', profile: { id: both.id } },
  });
  expect(await profileNow(service, rob.id)).toBeNull();
});

it('takes a split back only while the person it was split off from is there', async () => {
  const [una, ula] = [await person(service, 'Una', voice(84)), await person(service, 'Ula', voice(88))];
  const { recordingId } = await recordingOf(service, [null]);
  const found = await service.transcript<Page>(recordingId, 'segments { edges { node { id } } }');
  const ids = JSON.stringify(found?.segments.edges.map(({ node }) => node.id));
  const both = await change(service, `enrolSegments(profileId: "${una.profile.id}", segmentIds: ${ids})`);
  const sample = both.samples.find(({ recording }) => recording?.id === recordingId)?.id;
  const bea = await change(
    service,
    `splitSpeakerProfile(input: { id: "${una.profile.id}", sampleIds: ["${sample}"], name: "Bea" })`,
  );
  const split = (await profileNow(service, una.profile.id))?.history.edges[0]?.node;
  await change(service, `mergeSpeakerProfiles(keepId: "${ula.profile.id}", dropId: "${una.profile.id}")`);
  expect(await undoChange(service, split?.id)).toBe('SPEAKER_PROFILE_CHANGE_OVERLAID');
  expect(await profileNow(service, bea.id)).toMatchObject({ samples: [{ id: sample }] });

  expect(await undoLast(service, ula.profile.id)).toBeUndefined();
  expect(await undoChange(service, split?.id)).toBeUndefined();
  expect(await profileNow(service, una.profile.id)).toMatchObject({ samples: [{ id: sample }, {}] });
});

it('takes a sample away and brings it back, but not over a later change', async () => {
  const { profile, heard } = await person(service, 'Cy', voice(20));
  const [sample] = profile.samples;
  const removed = await change(service, `removeVoiceSample(id: "${sample?.id}")`);
  expect(removed).toMatchObject({ sampleCount: 0, recordingCount: 1, health: { state: 'EMPTY' } });
  expect(await heard()).toMatchObject({ displayName: 'Cy' });
  expect(await change(service, `removeVoiceSample(id: "${sample?.id}")`)).toEqual({
    code: 'VOICE_SAMPLE_NOT_FOUND',
  });
  expect(await undoLast(service, profile.id)).toBeUndefined();
  expect(await profileNow(service, profile.id)).toMatchObject({ sampleCount: 1 });

  await change(service, `renameSpeakerProfile(id: "${profile.id}", name: "Cyril")`);
  const [, undone, first] = (await profileNow(service, profile.id))?.history.edges ?? [];
  expect(undone?.node).toMatchObject({ kind: 'UNDONE', undone: false });
  expect(first?.node).toMatchObject({ kind: 'SAMPLE_REMOVED', undone: true });
  const { done } = await service.graph.query<{ done: { code?: string } }>(
    `mutation { done: undoSpeakerProfileChange(changeId: "${first?.node.id}") { ... on Problem { code } } }`,
  );
  expect(done.code).toBe('SPEAKER_PROFILE_CHANGE_OVERLAID');
});

it('deletes samples that were taken away long ago, with nobody changing anything', async () => {
  const { profile } = await person(service, 'Nia', voice(80));
  const [sample] = profile.samples;
  const age = (days: number): Promise<unknown> =>
    service.ingest.dataSource.query(
      'update transcript.voice_sample set removed_at = now() - make_interval(days => $2) where id = $1',
      [sample?.id, days],
    );
  const isThere = async (): Promise<boolean> => {
    const rows: unknown[] = await service.ingest.dataSource.query(
      'select 1 from transcript.voice_sample where id = $1',
      [sample?.id],
    );
    return rows.length > 0;
  };
  const upkeep = { dataSource: service.ingest.dataSource, log: createLog('test', 'silent') };
  await age(29);
  await removeOldSamples(upkeep.dataSource);
  expect(await isThere()).toBe(true);
  await age(31);
  const stop = startUpkeep(upkeep);
  await eventually(async () => !(await isThere()));
  stop();
});

it('lists what was changed in the workspace, and keeps no names of who was deleted', async () => {
  const { profile } = await person(service, 'Secret Person', voice(40));
  await service.graph.query(
    `mutation { deleteSpeakerProfile(id: "${profile.id}") { ... on DeletedSpeakerProfile { id } } }`,
  );
  const { speakerProfileHistory } = await service.graph.query<{
    speakerProfileHistory: { edges: { node: { kind: string; nameAfter: string | null } }[] };
  }>('{ speakerProfileHistory(first: 2) { edges { node { kind nameAfter } } } }');
  expect(speakerProfileHistory.edges.map(({ node }) => node)).toEqual([
    { kind: 'DELETED', nameAfter: null },
    { kind: 'CREATED', nameAfter: null },
  ]);
  await switchProfiles(service, false, {});
  await expect(service.graph.query('{ speakerProfileHistory { totalCount } }')).rejects.toThrow(
    'Voice profiles are off',
  );
  await switchProfiles(service, true);
});

it('keeps no names of a deleted person in what they were merged with either', async () => {
  const del = ({ id }: Profile) =>
    service.graph.query(
      `mutation { deleteSpeakerProfile(id: "${id}") { ... on DeletedSpeakerProfile { id } } }`,
    );
  const named = async (name: string): Promise<unknown[]> =>
    service.ingest.dataSource.query(
      'select kind from transcript.profile_change where position($1 in changes::text) > 0',
      [name],
    );
  const [keep, apart] = [
    await person(service, 'Keeper', voice(60)),
    await person(service, 'Came Apart', voice(64)),
  ];
  const into = `keepId: "${keep.profile.id}"`;
  await change(service, `mergeSpeakerProfiles(${into}, dropId: "${apart.profile.id}")`);
  await undoLast(service, keep.profile.id);
  await del(apart.profile);
  expect(await named('Came Apart')).toEqual([]);
  expect(await named('Keeper')).toEqual([{ kind: 'CREATED' }]);

  const same = await person(service, 'Same Person', voice(68));
  await change(service, `mergeSpeakerProfiles(${into}, dropId: "${same.profile.id}")`);
  await del(keep.profile);
  expect([await named('Same Person'), await named('Keeper')]).toEqual([[], []]);
});

it('keeps a rejection for the person that a profile is merged into', async () => {
  const [keep, drop] = [await person(service, 'Lea', voice(50)), await person(service, 'Leah', voice(54))];
  const { recordingId, speakers } = await recordingOf(service, [voice(54, 0.1)]);
  await eventually(async () => (await speakers())[0]?.profile?.id === drop.profile.id);
  const [speaker] = await speakers();
  await identify(service, `rejectIdentification(speakerId: "${speaker?.id}")`);
  await eventually(async () => (await speakers())[0]?.identification?.outcome === 'UNKNOWN');
  const rejected = async (): Promise<string[]> => {
    const rows: { id: string }[] = await service.ingest.dataSource.query(
      `select profile_id as id from transcript.identification_rejection
        where speaker_id in (select id from transcript.speaker where recording_id = $1)`,
      [recordingId],
    );
    return rows.map(({ id }) => id);
  };
  await change(service, `mergeSpeakerProfiles(keepId: "${keep.profile.id}", dropId: "${drop.profile.id}")`);
  expect(await rejected()).toEqual([keep.profile.id]);
  expect(await undoLast(service, keep.profile.id)).toBeUndefined();
  expect(await rejected()).toEqual([drop.profile.id]);
});

it('takes a merge back also where somebody was called otherwise once their recording was processed again', async () => {
  const [rhea, sven] = [await person(service, 'Rhea', voice(72)), await person(service, 'Sven', voice(76))];
  const { speakers } = await recordingOf(service, [voice(76)], { recordingId: sven.recordingId });
  await eventually(async () => (await speakers())[0]?.displayName === 'Sven');
  await service.rename((await speakers())[0]?.id ?? '', 'Tom');
  await change(service, `mergeSpeakerProfiles(keepId: "${rhea.profile.id}", dropId: "${sven.profile.id}")`);
  expect(await undoLast(service, rhea.profile.id)).toBeUndefined();
  expect(await profileNow(service, sven.profile.id)).toMatchObject({ name: 'Sven' });
  expect((await speakers())[0]).toMatchObject({ displayName: 'Tom', profile: null });
});

it('tells in which recordings two people are heard beside each other', async () => {
  const [ola, ove] = [await person(service, 'Ola', voice(30)), await person(service, 'Ove', voice(34))];
  const both = async (id: string, otherId: string): Promise<{ id: string }[]> => {
    const { speakerProfile } = await service.graph.query<{
      speakerProfile: { recordingsWith: { id: string }[] };
    }>(
      'query ($id: ID!, $otherId: ID!) { speakerProfile(id: $id) { recordingsWith(otherId: $otherId) { id } } }',
      { id, otherId },
    );
    return speakerProfile.recordingsWith;
  };
  expect(await both(ola.profile.id, ove.profile.id)).toEqual([]);
  const talk = await recordingOf(service, [voice(30), voice(34)]);
  await eventually(async () => (await both(ola.profile.id, ove.profile.id)).length === 1);
  expect(await both(ove.profile.id, ola.profile.id)).toEqual([{ id: talk.recordingId }]);
  expect(await both(ola.profile.id, ola.profile.id)).toEqual([]);
  expect(await both(ola.profile.id, 'nobody')).toEqual([]);
});
