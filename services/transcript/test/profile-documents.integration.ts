import { eventually } from '@colloquy/testkit';
import { RunningService } from './running-service.ts';
import {
  change,
  person,
  profileNow,
  recordingOf,
  switchProfiles,
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

const exported = async ({ id }: Profile): Promise<{ fileName: string; content: string }> => {
  const { speakerProfile } = await service.graph.query<{
    speakerProfile: { export: { fileName: string; content: string } };
  }>('query ($id: ID!) { speakerProfile(id: $id) { export { fileName content } } }', { id });
  return speakerProfile.export;
};

const imported = async (document: string): Promise<Profile> => {
  const { done } = await service.graph.query<{ done: Profile }>(
    `mutation ($document: String!) { done: importSpeakerProfile(document: $document) {
       ... on SpeakerProfile { id name sampleCount samples { origin intervals { startMs } } } ... on Problem { code } } }`,
    { document },
  );
  return done;
};

it('exports a profile and imports it as another, which is recognised', async () => {
  const { profile } = await person(service, 'Dee Dee', voice(30));
  const { fileName, content } = await exported(profile);
  expect(fileName).toMatch(/\.json$/);
  await service.graph.query(
    `mutation { deleteSpeakerProfile(id: "${profile.id}") { ... on DeletedSpeakerProfile { id } } }`,
  );
  const again = await imported(content);
  expect(again).toMatchObject({
    name: 'Dee Dee',
    sampleCount: 1,
    samples: [{ origin: 'IMPORTED', intervals: [] }],
  });
  const { speakers } = await recordingOf(service, [voice(30, 0.5)]);
  await eventually(async () => (await speakers())[0]?.profile?.id === again.id);

  for (const document of ['{', '{}', content.replace('"formatVersion":1', '"formatVersion":2')])
    expect(await imported(document)).toEqual({ code: 'PROFILE_DOCUMENT_INVALID' });
});

it('counts speech once that is there still when its profile is imported', async () => {
  const { profile, ...recording } = await person(service, 'Fay', voice(38));
  const { content } = await exported(profile);
  await service.graph.query(
    `mutation { deleteSpeakerProfile(id: "${profile.id}") { ... on DeletedSpeakerProfile { id } } }`,
  );
  const again = await imported(content);
  await eventually(async () => (await recording.speakers())[0]?.profile?.id === again.id);
  expect((await profileNow(service, again.id))?.samples).toMatchObject([{ origin: 'IMPORTED' }]);
});

it('takes a document as long as it says that one may be', async () => {
  const { profile } = await person(service, 'Lee', voice(74));
  const { content } = await exported(profile);
  const longest = content.padEnd(10_000_000);
  expect(await imported(longest)).toMatchObject({ name: 'Lee', sampleCount: 1 });
  expect(await imported(`${longest} `)).toEqual({ code: 'PROFILE_DOCUMENT_INVALID' });
});

it('takes vectors of an embedder that only documents know, whatever another document says of it', async () => {
  const documentOf = (name: string, vector: number[]) =>
    JSON.stringify({
      format: 'colloquy-speaker-profile',
      formatVersion: 1,
      name,
      exportedAt: '2026-01-01T00:00:00Z',
      samples: [
        {
          speechMs: 20_000,
          createdAt: '2026-01-01T00:00:00Z',
          vectors: [{ model: 'heard-later', vector, speechMs: 20_000 }],
        },
      ],
    });
  expect(await imported(documentOf('Short', voice(1, 0, 3)))).toMatchObject({ sampleCount: 1 });
  const long = await imported(documentOf('Long', voice(1, 0, 192)));
  expect(long).toMatchObject({ sampleCount: 1 });
  const { speakers } = await recordingOf(service, [voice(1, 0, 192)], { model: 'heard-later' });
  await eventually(async () => (await speakers())[0]?.profile?.id === long.id);
  expect(await imported(documentOf('Shorter', voice(0, 0, 2)))).toEqual({ code: 'PROFILE_DOCUMENT_INVALID' });
  expect(await imported(documentOf('Also long', voice(5, 0, 192)))).toMatchObject({ sampleCount: 1 });
});

it('keeps who exported a profile, once for each request, which is nothing to undo', async () => {
  const { profile } = await person(service, 'Fred', voice(70));
  const kinds = async () =>
    (await profileNow(service, profile.id))?.history.edges.map(({ node }) => node.kind);
  await service.graph.query(
    `query ($id: ID!) { speakerProfile(id: $id) { export { fileName } again: export { content } }
       other: speakerProfile(id: $id) { export { content } } }`,
    { id: profile.id },
  );
  expect(await kinds()).toEqual(['EXPORTED', 'CREATED']);
  await exported(profile);
  expect(await kinds()).toEqual(['EXPORTED', 'EXPORTED', 'CREATED']);
  expect(await undoLast(service, profile.id)).toBe('SPEAKER_PROFILE_CHANGE_OVERLAID');

  const renamed = await change(service, `renameSpeakerProfile(id: "${profile.id}", name: "Freddy")`);
  await exported(profile);
  const renaming = renamed.history.edges[0]?.node;
  expect(renaming).toMatchObject({ kind: 'RENAMED' });
  await service.graph.query(
    `mutation { undoSpeakerProfileChange(changeId: "${renaming?.id}") { ... on UndoneSpeakerProfileChange { id } } }`,
  );
  expect(await profileNow(service, profile.id)).toMatchObject({ name: 'Fred' });
});

it('refuses vectors that cannot be compared with those of their model, and health bears old ones', async () => {
  const { profile } = await person(service, 'Eve', voice(50));
  const { content } = await exported(profile);
  const document = JSON.parse(content);
  document.samples[0].vectors[0].vector = [1, 0];
  expect(await imported(JSON.stringify(document))).toEqual({ code: 'PROFILE_DOCUMENT_INVALID' });

  document.samples[0].vectors[0].model = 'small-2';
  document.samples[0].vectors[0].vector = [1e-40, 1e30];
  const sql = (text: string, values?: string[]): Promise<unknown[]> =>
    service.ingest.dataSource.query(text, values);
  const indexes = () => sql('select indexname from pg_indexes order by 1');
  const before = await indexes();
  const small = await imported(JSON.stringify(document));
  const looking = `select 1 from pgboss.job where data->>'profileId' = $1 and state < 'completed'`;
  await eventually(async () => (await sql(looking, [small.id])).length === 0);
  expect(await indexes()).toEqual(before);
  for (const table of ['voice_vector', 'profile_centroid'])
    await sql(`update transcript.${table} set model = 'speaker-96' where model = 'small-2'`);
  expect(await profileNow(service, profile.id)).toMatchObject({ health: { state: 'THIN' } });
  expect(await profileNow(service, small.id)).toMatchObject({ health: { state: 'THIN' } });
  const move = 'update transcript.voice_sample set profile_id = $1 where profile_id = $2';
  await sql(move, [profile.id, small.id]);
  expect(await profileNow(service, profile.id)).toMatchObject({
    sampleCount: 2,
    health: { outlierCount: 0 },
  });
  await sql(`delete from transcript.voice_vector where dimensions = 2`);
});
