import { eventually } from '@colloquy/testkit';
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

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

const workspaceHistory = async (): Promise<{ kind: string; author: string; reason: string | null }[]> => {
  const { speakerProfileHistory } = await service.graph.query<{
    speakerProfileHistory: { edges: { node: { kind: string; author: string; reason: string | null } }[] };
  }>('{ speakerProfileHistory { edges { node { kind author reason ofWorkspace } } } }');
  return speakerProfileHistory.edges.map(({ node }) => node);
};

it('keeps no voices before somebody turns that on with a reason, and says so', async () => {
  const { speakers } = await recordingOf(service, [voice(0)]);
  const [speaker] = await speakers();
  const refused = `createSpeakerProfile(input: { name: "Anna", speakerId: "${speaker?.id}" })`;
  expect(await change(service, refused)).toEqual({ code: 'VOICE_PROFILES_OFF' });
  await expect(service.graph.query('{ speakerProfiles { totalCount } }')).rejects.toThrow(
    'Voice profiles are off',
  );
  expect(await service.rename(speaker?.id ?? '', 'Anna')).toMatchObject({ displayName: 'Anna' });

  expect(await switchProfiles(service, true, { reason: 'because' })).toEqual({
    code: 'VOICE_PROFILES_REASON_MISSING',
  });
  expect(await switchProfiles(service, true)).toMatchObject({
    enabled: true,
    reason: 'Everybody here has agreed in writing.',
    changedBy: 'Owner',
  });
  expect(await switchProfiles(service, false, {})).toMatchObject({
    enabled: false,
    reason: 'Everybody here has agreed in writing.',
  });
  await switchProfiles(service, true);
});

it('tells of each time it was turned on why, also after every profile was deleted', async () => {
  const reasons = ['Consents are in folder C-12.', 'Consents are in folder C-13.'];
  for (const reason of reasons) {
    await switchProfiles(service, true, { reason });
    await switchProfiles(service, false, { deleteProfiles: true });
  }
  await switchProfiles(service, true);
  const told = (await workspaceHistory()).filter(({ kind }) => kind === 'SWITCHED_ON');
  expect(told.map(({ reason }) => reason).slice(0, 3)).toEqual([
    'Everybody here has agreed in writing.',
    ...reasons.toReversed(),
  ]);
  const off = (await workspaceHistory()).find(({ kind }) => kind === 'SWITCHED_OFF');
  expect(off).toMatchObject({ reason: null, author: 'Owner' });
});

it('makes a profile of a speaker, with what it rests on, and takes that back', async () => {
  const { recordingId, speakers } = await recordingOf(service, [voice(2), voice(4)]);
  const [speaker] = await speakers();
  const made = await change(
    service,
    `createSpeakerProfile(input: { name: " Anna  Lee ", speakerId: "${speaker?.id}" })`,
  );
  expect(made).toMatchObject({
    name: 'Anna Lee',
    sampleCount: 1,
    speechMs: 20_000,
    recordingCount: 1,
    health: { state: 'THIN', spread: null },
    history: { edges: [{ node: { kind: 'CREATED', author: 'Owner', undone: false } }] },
  });
  expect(made.samples).toMatchObject([
    {
      origin: 'CONFIRMED',
      model: 'speaker-96',
      outlier: false,
      recording: { id: recordingId },
      intervals: [
        { startMs: 0, endMs: 900 },
        { startMs: 2000, endMs: 2900 },
      ],
    },
  ]);
  const [identified, other] = await speakers();
  expect(identified).toMatchObject({
    name: 'Anna Lee',
    profile: { id: made.id },
    identification: { outcome: 'SURE', confidence: 1, decidedBy: 'Owner', draft: false },
  });
  expect(other?.profile).toBeNull();

  expect(await undoLast(service, made.id)).toBeUndefined();
  expect(await profileNow(service, made.id)).toBeNull();
  const [nobody] = await speakers();
  expect(nobody).toMatchObject({ name: null, profile: null });
  expect(nobody?.identification?.decidedBy ?? null).toBeNull();

  const { speakerProfileHistory } = await service.graph.query<{
    speakerProfileHistory: { edges: { node: { id: string; kind: string } }[] };
  }>('{ speakerProfileHistory(first: 1) { edges { node { id kind } } } }');
  const [undone] = speakerProfileHistory.edges;
  expect(undone?.node.kind).toBe('UNDONE');
  const { again } = await service.graph.query<{ again: { code?: string } }>(
    `mutation { again: undoSpeakerProfileChange(changeId: "${undone?.node.id}") { ... on Problem { code } } }`,
  );
  expect(again.code).toBe('SPEAKER_PROFILE_CHANGE_OVERLAID');
});

it('assigns, unassigns and undoes, and the profile rests on what is confirmed', async () => {
  const first = await recordingOf(service, [voice(6)]);
  const second = await recordingOf(service, [voice(6, 0.4), voice(8)]);
  const [anna] = await first.speakers();
  const profile = await change(
    service,
    `createSpeakerProfile(input: { name: "Berta", speakerId: "${anna?.id}" })`,
  );
  const [heard] = await second.speakers();
  const assign = `assignSpeakerProfile(speakerId: "${heard?.id}", profileId: "${profile.id}")`;
  expect(await identify(service, assign)).toMatchObject({ displayName: 'Berta', profile: { name: 'Berta' } });
  expect(await profileNow(service, profile.id)).toMatchObject({ sampleCount: 2, recordingCount: 2 });

  const unassign = `unassignSpeakerProfile(speakerId: "${heard?.id}")`;
  expect(await identify(service, unassign)).toMatchObject({ name: null, profile: null });
  expect(await profileNow(service, profile.id)).toMatchObject({ sampleCount: 1, recordingCount: 1 });
  expect(await undoLast(service, profile.id)).toBeUndefined();
  expect((await second.speakers())[0]).toMatchObject({ name: 'Berta', profile: { id: profile.id } });
  expect(await profileNow(service, profile.id)).toMatchObject({ sampleCount: 2, recordingCount: 2 });
});

it('counts the recordings that are there: one that was deleted comes back while it can', async () => {
  const { profile, recordingId } = await person(service, 'Hilda', voice(20));
  const shown = async (recordingCount: number) =>
    eventually(async () => (await profileNow(service, profile.id))?.recordingCount === recordingCount);
  for (const hidden of [true, false]) {
    await service.tell(recordingId, { hidden });
    await shown(hidden ? 0 : 1);
    expect((await profileNow(service, profile.id))?.speakers.totalCount).toBe(hidden ? 0 : 1);
  }
});

it('shows a rename in every recording, and takes it back', async () => {
  const recordings = [await recordingOf(service, [voice(10)]), await recordingOf(service, [voice(10, 0.2)])];
  const [first, second] = (await Promise.all(recordings.map(({ speakers }) => speakers()))).flat();
  const profile = await change(
    service,
    `createSpeakerProfile(input: { name: "Cleo", speakerId: "${first?.id}" })`,
  );
  await identify(service, `assignSpeakerProfile(speakerId: "${second?.id}", profileId: "${profile.id}")`);
  const names = async () =>
    Promise.all(recordings.map(async ({ speakers }) => (await speakers())[0]?.displayName));
  await change(service, `renameSpeakerProfile(id: "${profile.id}", name: "Chloe")`);
  await eventually(async () => (await names()).every((name) => name === 'Chloe'));
  const told = service.changes.filter(({ recordingId }) => recordingId === recordings[1]?.recordingId);
  expect(told.at(-1)?.reason).toBe('speaker-identified');
  // The voice may have been recognised before it was said whose it is: that is a version of its own.
  const versions = told.map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
  const { searchSegments } = await service.graph.query<{ searchSegments: { totalCount: number } }>(
    'query ($input: SegmentSearchInput!) { searchSegments(input: $input) { totalCount } }',
    { input: { query: 'says', speakerName: 'chloe' } },
  );
  expect(searchSegments.totalCount).toBe(4);
  const { exports } = (await service.transcript<{ exports: { url: string }[] }>(
    recordings[1]?.recordingId ?? '',
    'exports { url }',
  )) ?? { exports: [] };
  const text = exports.find(({ url }) => url.includes('.txt'));
  expect(await (await fetch(new URL(text?.url ?? '', service.url))).text()).toContain('Chloe');
  await undoLast(service, profile.id);
  await eventually(async () => (await names()).every((name) => name === 'Cleo'));
});

it('makes up for what a recording missed in the trash', async () => {
  const recordings = [await recordingOf(service, [voice(20)]), await recordingOf(service, [voice(24)])];
  const [first] = (await recordings[0]?.speakers()) ?? [];
  const tell = async (hidden: boolean) => {
    for (const { recordingId } of recordings) await service.tell(recordingId, { hidden });
  };
  const profile = await change(
    service,
    `createSpeakerProfile(input: { name: "Fay", speakerId: "${first?.id}" })`,
  );
  await tell(true);
  await eventually(async () =>
    (await Promise.all(recordings.map(({ speakers }) => speakers()))).every(({ length }) => length === 0),
  );
  await change(service, `renameSpeakerProfile(id: "${profile.id}", name: "Faye")`);
  const other = await recordingOf(service, [voice(24)]);
  const [heard] = await other.speakers();
  const gil = await change(
    service,
    `createSpeakerProfile(input: { name: "Gil", speakerId: "${heard?.id}" })`,
  );
  await eventually(async () => {
    const left: unknown[] = await service.ingest.dataSource.query(
      `select 1 from pgboss.job where name in ('transcript.follow-profile', 'transcript.find-voice', 'transcript.identify-speakers')
          and state < 'completed'`,
    );
    return left.length === 0;
  });
  await tell(false);
  await eventually(async () => (await recordings[0]?.speakers())?.[0]?.displayName === 'Faye');
  await eventually(async () => (await recordings[1]?.speakers())?.[0]?.profile?.id === gil.id);
});

it('deletes a profile for good, also while profiles are off; speakers keep their names', async () => {
  const { speakers } = await recordingOf(service, [voice(12)]);
  const [speaker] = await speakers();
  const profile = await change(
    service,
    `createSpeakerProfile(input: { name: "Dora", speakerId: "${speaker?.id}" })`,
  );
  await switchProfiles(service, false, {});
  expect((await speakers())[0]).toMatchObject({ name: 'Dora', profile: null, identification: null });
  await service.graph.query(
    `mutation { deleteSpeakerProfile(id: "${profile.id}") { ... on DeletedSpeakerProfile { id } } }`,
  );
  await switchProfiles(service, true);
  expect(await profileNow(service, profile.id)).toBeNull();
  expect((await speakers())[0]).toMatchObject({ name: 'Dora', profile: null });
  for (const table of ['voice_sample', 'voice_vector', 'profile_centroid']) {
    const left: { count: string }[] = await service.ingest.dataSource.query(
      `select count(*) from transcript.${table} ${table === 'voice_vector' ? 'where sample_id not in (select id from transcript.voice_sample)' : `where profile_id = '${profile.id}'`}`,
    );
    expect(left).toEqual([{ count: '0' }]);
  }
});

it('deletes every profile when told to while turning them off', async () => {
  const { speakers } = await recordingOf(service, [voice(14)]);
  const [speaker] = await speakers();
  await change(service, `createSpeakerProfile(input: { name: "Else", speakerId: "${speaker?.id}" })`);
  expect(await switchProfiles(service, false, { deleteProfiles: true })).toMatchObject({ enabled: false });
  await switchProfiles(service, true);
  const { speakerProfiles } = await service.graph.query<{ speakerProfiles: { totalCount: number } }>(
    '{ speakerProfiles { totalCount } }',
  );
  expect(speakerProfiles.totalCount).toBe(0);
  expect((await speakers())[0]).toMatchObject({ name: 'Else', profile: null });
});

it('keeps who deleted every profile, also while voices were off', async () => {
  await switchProfiles(service, false, { deleteProfiles: true });
  await switchProfiles(service, false, { deleteProfiles: true });
  await switchProfiles(service, true);
  const everybody = { kind: 'DELETED', author: 'Owner', ofWorkspace: true };
  expect((await workspaceHistory()).slice(0, 4)).toMatchObject([
    { kind: 'SWITCHED_ON' },
    everybody,
    { kind: 'SWITCHED_OFF' },
    everybody,
  ]);
});
