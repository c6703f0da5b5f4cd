import { recordingDeleted } from '@colloquy/contracts';
import { createDataSource, LOCAL_WORKSPACE_ID, newId, type JobQueue } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { migrationConfig } from '../src/data-source.ts';
import { IdentificationService } from '../src/speaker-profile/identification.service.ts';
import type { VoiceSearch } from '../src/speaker-profile/voice-search.ts';
import type { TranscriptEvents } from '../src/transcript/transcript-events.ts';
import { resultOf, RunningService } from './running-service.ts';
import {
  change,
  identify,
  MODEL,
  outdatedSamples,
  person,
  profileNow,
  recordingOf,
  switchProfiles,
  voice,
  type Profile,
} from './speaker-profiles.ts';

/** Cosines to the voice they are off from: sure and joining, sure only, asked about. */
const ALIKE = { enrols: 0.3, sure: 0.6, maybe: 0.75 };

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

const personOf = async (name: string, vector: number[]): Promise<Profile> =>
  (await person(service, name, vector)).profile;

it('assigns who is surely known, asks about who may be, leaves others alone, and tells of it', async () => {
  const [anna, bert] = [await personOf('Anna', voice(0)), await personOf('Bert', voice(10))];
  const { recordingId, speakers } = await recordingOf(service, [
    voice(0, ALIKE.sure),
    voice(10, ALIKE.maybe),
    voice(20),
  ]);
  await eventually(async () => (await speakers())[2]?.identification);
  const [sure, maybe, unknown] = await speakers();
  expect(sure).toMatchObject({
    name: 'Anna',
    profile: { id: anna.id },
    identification: { outcome: 'SURE', model: MODEL, draft: true, decidedBy: null },
  });
  expect(sure?.identification?.similarity).toBeCloseTo(0.8, 3);
  expect(sure?.identification?.confidence).toBeGreaterThan(0.95);
  expect(maybe).toMatchObject({
    name: null,
    profile: null,
    identification: { outcome: 'MAYBE', profile: { id: bert.id } },
  });
  expect(unknown).toMatchObject({ name: null, identification: { outcome: 'UNKNOWN', profile: null } });
  expect(await service.graph.query('{ speakersInQuestion { totalCount edges { node { id } } } }')).toEqual({
    speakersInQuestion: { totalCount: 1, edges: [{ node: { id: maybe?.id } }] },
  });
  await eventually(() => service.identified.length === 2);
  expect(service.identified).toMatchObject([
    { recordingId, speakerId: sure?.id, outcome: 'sure', name: 'Anna', draft: true },
    { recordingId, speakerId: maybe?.id, outcome: 'maybe', profileId: bert.id },
  ]);
  expect(await profileNow(service, anna.id)).toMatchObject({
    sampleCount: 1,
    recordingCount: 2,
    speakers: { totalCount: 2 },
  });
});

it('lets a voice join the profile by itself only past the stricter bar', async () => {
  const dora = await personOf('Dora', voice(30));
  const far = await recordingOf(service, [voice(30, ALIKE.sure)]);
  await eventually(async () => (await far.speakers())[0]?.profile);
  const near = await recordingOf(service, [voice(30, ALIKE.enrols)]);
  await eventually(async () => (await near.speakers())[0]?.profile);
  const now = await profileNow(service, dora.id);
  expect(now).toMatchObject({ sampleCount: 2, recordingCount: 3 });
  expect(now?.samples.map(({ origin, recording }) => [origin, recording?.id])).toContainEqual([
    'AUTOMATIC',
    near.recordingId,
  ]);
});

it('is not sure of little speech, and never takes two speakers of a recording for one person', async () => {
  const emil = await personOf('Emil', voice(40));
  const short = await recordingOf(service, [voice(40)], { speechMs: 2_000 });
  const both = await recordingOf(service, [voice(40, ALIKE.sure), voice(40)]);
  await eventually(
    async () => (await both.speakers())[1]?.profile && (await short.speakers())[0]?.identification,
  );
  expect((await short.speakers())[0]?.identification).toMatchObject({ outcome: 'MAYBE' });
  const [other, same] = await both.speakers();
  expect(same?.profile?.id).toBe(emil.id);
  expect(other?.profile).toBeNull();
});

it('finds a new person in the recordings at hand', async () => {
  const earlier = await recordingOf(service, [voice(50, ALIKE.sure)]);
  await eventually(async () => (await earlier.speakers())[0]?.identification?.outcome === 'UNKNOWN');
  const fay = await personOf('Fay', voice(50));
  await eventually(async () => (await earlier.speakers())[0]?.profile?.id === fay.id);
});

it('looks past any number of voices that are named already', async () => {
  const named = await recordingOf(service, [voice(54)]);
  const open = await recordingOf(service, [voice(54, ALIKE.sure)]);
  await eventually(async () => (await open.speakers())[0]?.identification?.outcome === 'UNKNOWN');
  // As if the same voice was heard and named in 250 recordings.
  const [of] = await named.speakers();
  await service.ingest.dataSource.query(
    `with again as (
       insert into transcript.speaker (id, workspace_id, transcript_id, recording_id, position, label, name, search_name,
                                       talk_time_ms, share, segment_count, profile_id)
       select gen_random_uuid(), workspace_id, transcript_id, recording_id, 100 + n, 'SPEAKER_' || 100 + n, 'Kim', 'kim',
              0, 0, 0, gen_random_uuid()
         from transcript.speaker cross join generate_series(1, 250) n where id = $1 returning *)
     insert into transcript.speaker_embedding (speaker_id, model, workspace_id, recording_id, dimensions, embedding, speech_ms)
     select again.id, model, again.workspace_id, again.recording_id, dimensions, embedding, speech_ms
       from again cross join transcript.speaker_embedding heard where heard.speaker_id = $1`,
    [of?.id],
  );
  const kim = await personOf('Kim', voice(54));
  await eventually(async () => (await open.speakers())[0]?.profile?.id === kim.id);
});

it('never overrides a person, and never offers again what was rejected', async () => {
  const gus = await personOf('Gus', voice(60));
  const asked = await recordingOf(service, [voice(60, ALIKE.maybe)]);
  await eventually(async () => (await asked.speakers())[0]?.identification?.outcome === 'MAYBE');
  const [speaker] = await asked.speakers();
  await identify(service, `rejectIdentification(speakerId: "${speaker?.id}")`);
  await eventually(async () => (await asked.speakers())[0]?.identification?.outcome === 'UNKNOWN');

  const named = await recordingOf(service, [voice(60, ALIKE.sure)]);
  await eventually(async () => (await named.speakers())[0]?.profile);
  const [assigned] = await named.speakers();
  await identify(service, `unassignSpeakerProfile(speakerId: "${assigned?.id}")`);
  const more = await recordingOf(service, [voice(60, ALIKE.enrols)]);
  await eventually(async () => (await more.speakers())[0]?.profile?.id === gus.id);
  await eventually(async () => (await asked.speakers())[0]?.identification?.outcome === 'UNKNOWN');
  expect((await named.speakers())[0]).toMatchObject({
    profile: null,
    identification: { outcome: 'UNKNOWN', decidedBy: 'Owner' },
  });
});

it('keeps to what people decide while voices are compared', async () => {
  const { id: profileId } = await personOf('Zoe', voice(86));
  const heard = voice(86, ALIKE.maybe);
  const dataSource = await createDataSource({ url: service.databaseUrl, ...migrationConfig }).initialize();
  const jobs = { enqueue: async () => undefined, publish: async () => undefined };
  const events = {
    publish: async () => undefined,
    announce: () => undefined,
    announceIdentified: () => undefined,
    announceVoices: () => undefined,
  };
  const identifyWhile = (recordingId: string, decision: string) => {
    const nearestProfiles = async () => {
      await identify(service, decision);
      return [{ profileId, vector: heard }];
    };
    const enrolment = { settle: async () => [] };
    const isStillSo = async () => true;
    const parts = [events, jobs, { nearestProfiles, isStillSo }] as unknown as [
      TranscriptEvents,
      JobQueue,
      VoiceSearch,
    ];
    return new IdentificationService(dataSource, ...parts, enrolment).identify(
      LOCAL_WORKSPACE_ID,
      recordingId,
    );
  };
  const one = await recordingOf(service, [heard]);
  await eventually(async () => (await one.speakers())[0]?.identification?.outcome === 'MAYBE');
  const [asked] = await one.speakers();
  await identifyWhile(one.recordingId, `rejectIdentification(speakerId: "${asked?.id}")`);
  expect((await one.speakers())[0]).toMatchObject({ profile: null });

  const two = await recordingOf(service, [heard, voice(90)]);
  const [, other] = await two.speakers();
  const assign = `assignSpeakerProfile(speakerId: "${other?.id}", profileId: "${profileId}")`;
  await identifyWhile(two.recordingId, assign);
  expect((await two.speakers())[0]).toMatchObject({ profile: null });
  await dataSource.destroy();
});

it('takes a correction of a transcript for a word on who somebody is', async () => {
  const hal = await personOf('Hal', voice(70));
  const { speakers } = await recordingOf(service, [voice(70, ALIKE.enrols)]);
  await eventually(async () => (await speakers())[0]?.profile?.id === hal.id);
  const [speaker] = await speakers();
  await service.rename(speaker?.id ?? '', 'Harry');
  expect((await speakers())[0]).toMatchObject({
    name: 'Harry',
    profile: null,
    identification: { outcome: 'UNKNOWN', decidedBy: 'Owner' },
  });
  await eventually(async () => (await profileNow(service, hal.id))?.sampleCount === 1);
});

it('keeps who was recognised when a recording is processed again, and forgets them when it is deleted', async () => {
  const ida = await personOf('Ida', voice(80));
  const first = await recordingOf(service, [voice(80), voice(84)]);
  await eventually(async () => (await first.speakers())[0]?.profile?.id === ida.id);
  const { recordingId } = first;
  const again = await recordingOf(service, [null, null], { recordingId });
  expect((await again.speakers())[0]).toMatchObject({ name: 'Ida', profile: { id: ida.id } });
  await eventually(async () => (await profileNow(service, ida.id))?.sampleCount === 2);
  await service.publish(recordingDeleted, {
    workspaceId: LOCAL_WORKSPACE_ID,
    recordingId,
  });
  await eventually(async () => (await profileNow(service, ida.id))?.sampleCount === 1);
});

it('counts the same speech once where an engine lost somebody and the next one found them', async () => {
  const jo = await personOf('Jo', voice(88));
  const samples = async () => (await profileNow(service, jo.id))?.sampleCount;
  const { recordingId, speakers } = await recordingOf(service, [voice(92), voice(88)]);
  await eventually(async () => (await speakers())[1]?.profile?.id === jo.id && (await samples()) === 2);
  await recordingOf(service, [voice(92)], { recordingId });
  await eventually(async () => (await speakers()).length === 1 && (await samples()) === 1);
  await recordingOf(service, [voice(92), voice(88)], { recordingId });
  await eventually(async () => (await speakers())[1]?.profile?.id === jo.id && (await samples()) === 2);
  const [other, found] = await speakers();
  await service.rename(other?.id ?? '', 'Kim');
  await eventually(async () => (await outdatedSamples(service, jo.id)).length === 0);
  expect(await samples()).toBe(2);
  await service.rename(found?.id ?? '', 'Not Jo');
  await eventually(async () => (await samples()) === 1);
});

it('shows nothing of another workspace', async () => {
  const document = resultOf([['SPEAKER_00', 'Hello there.']], { recordingId: newId() });
  await service.transcribed(document);
  const elsewhere = newId();
  await service.ingest.dataSource.query(
    `insert into transcript.speaker_profile (id, workspace_id, name, search_name, created_at, updated_at)
     values ($1, $2, 'Stranger', 'stranger', now(), now())`,
    [elsewhere, newId()],
  );
  const speaker = await service.transcript<{ speakers: { id: string }[] }>(
    document.recordingId,
    'speakers { id }',
  );
  expect(await profileNow(service, elsewhere)).toBeNull();
  const assign = `assignSpeakerProfile(speakerId: "${speaker?.speakers[0]?.id}", profileId: "${elsewhere}")`;
  expect(await identify(service, assign)).toEqual({ code: 'SPEAKER_PROFILE_NOT_FOUND' });
  const rename = `renameSpeakerProfile(id: "${elsewhere}", name: "Mine")`;
  expect(await change(service, rename)).toEqual({ code: 'SPEAKER_PROFILE_NOT_FOUND' });
});
