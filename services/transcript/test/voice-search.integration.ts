import { LOCAL_WORKSPACE_ID, newId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import type { DataSource, EntityManager } from 'typeorm';
import { VoiceIndex } from '../src/speaker-profile/voice-index.ts';
import { nearestProfilesStatement, VoiceSearch } from '../src/speaker-profile/voice-search.ts';
import { RunningService } from './running-service.ts';
import { MODEL, person, recordingOf, switchProfiles, voice } from './speaker-profiles.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

/** As it is with many rows: by the index. */
const byIndex = {
  transaction: <T>(work: (tx: EntityManager) => Promise<T>) =>
    service.ingest.dataSource.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      await tx.query('set local enable_sort = off');
      return work(tx);
    }),
} as DataSource;

it('never compares vectors of different models, and finds the nearest by an index', async () => {
  const { speakers: before } = await recordingOf(service, [voice(0)]);
  await eventually(async () => (await before())[0]?.identification);
  const { speakers } = await recordingOf(service, [voice(0, 0, 256)], { model: 'other-256' });
  await eventually(async () => (await speakers())[0]?.identification);
  expect((await speakers())[0]?.identification).toMatchObject({ outcome: 'UNKNOWN', model: 'other-256' });
  const plan = await byIndex.transaction(
    (tx) =>
      tx.query(`explain ${nearestProfilesStatement({ model: MODEL, dimensions: 96 }, false)}`, [
        JSON.stringify(voice(0)),
        LOCAL_WORKSPACE_ID,
      ]) as Promise<{ 'QUERY PLAN': string }[]>,
  );
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(
    /Index Scan using profile_centroid_[0-9a-f]{12}/,
  );
});

it('finds a person however many of other workspaces are nearer', async () => {
  const { profile: known } = await person(service, 'Zoe', voice(90));
  const strangers = Array.from({ length: 150 }, (_, nearness) =>
    JSON.stringify(voice(90, 0.2 + nearness / 1_000)),
  );
  await service.ingest.dataSource.query(
    `with stranger as (
       insert into transcript.speaker_profile (id, workspace_id, name, search_name, created_at, updated_at)
       select gen_random_uuid(), $1, vector, vector, now(), now() from unnest($3::text[]) as vector returning id, name)
     insert into transcript.profile_centroid (profile_id, model, workspace_id, dimensions, embedding, sample_count)
     select id, $2, $1, 96, name::vector, 1 from stranger`,
    [newId(), MODEL, strangers],
  );
  const search = new VoiceSearch(byIndex, { ensure: () => Promise.resolve() }, 0);
  const like = JSON.stringify(voice(90, 0.3));
  const found = await search.nearestProfiles(LOCAL_WORKSPACE_ID, { model: MODEL, dimensions: 96 }, like);
  expect(found.map(({ profileId }) => profileId)).toContain(known.id);
});

it('finds everybody where many are equally far from each other', async () => {
  const { dataSource } = service.ingest;
  const of = { model: 'right-angles', dimensions: 512 };
  const index = new VoiceIndex(dataSource);
  await index.ensure(of);
  const people = Array.from({ length: 500 }, (_, at) => JSON.stringify(voice(at, 0, of.dimensions)));
  await dataSource.query(
    `with known as (
       insert into transcript.speaker_profile (id, workspace_id, name, search_name, created_at, updated_at)
       select gen_random_uuid(), $1, vector, vector, now(), now() from unnest($3::text[]) as vector returning id, name)
     insert into transcript.profile_centroid (profile_id, model, workspace_id, dimensions, embedding, sample_count)
     select id, $2, $1, $4, name::vector, 1 from known`,
    [LOCAL_WORKSPACE_ID, of.model, people, of.dimensions],
  );
  const search = new VoiceSearch(dataSource, index);
  const missed: number[] = [];
  for (const [at, vector] of people.entries()) {
    const found = await search.nearestProfiles(LOCAL_WORKSPACE_ID, of, vector);
    if (found[0]?.vector[at] !== 1) missed.push(at);
  }
  expect(missed).toEqual([]);
});
