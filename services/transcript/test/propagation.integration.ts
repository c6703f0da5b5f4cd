import { transcriptApplied } from '@colloquy/contracts';
import { LOCAL_WORKSPACE_ID } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { collectedIn } from './collected-recordings.ts';
import { correct, open } from './corrected-transcript.ts';
import { RunningService } from './running-service.ts';
import { change, profileNow, recordingOf, switchProfiles, voice } from './speaker-profiles.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

interface State {
  version: number;
  upToDate: boolean;
  consumers: { consumer: string; version: number; upToDate: boolean }[];
}

/** What is told of a recording, one state after another. */
function follow(recordingId: string) {
  const feed = service.graph.subscribe<{ propagationChanged: State }>(
    `subscription ($id: ID!) { propagationChanged(recordingId: $id) {
       version upToDate consumers { consumer version upToDate } } }`,
    { id: recordingId },
  );
  const next = async () => {
    const state: State | undefined = (await feed.next()).value?.propagationChanged;
    const at = Object.fromEntries(state?.consumers.map(({ consumer, version }) => [consumer, version]) ?? []);
    for (const { version, upToDate } of state?.consumers ?? [])
      expect(upToDate).toBe(version === state?.version);
    expect(state?.upToDate).toBe(state?.consumers.every(({ upToDate }) => upToDate));
    return { version: state?.version, ...at } as Record<string, number | undefined>;
  };
  /** The states of one consumer until it has arrived at a version. */
  const until = async (consumer: 'VOICES' | 'COLLECTIONS', version: number) => {
    const states: [unknown, unknown][] = [];
    while (states.at(-1)?.[1] !== version) {
      const state = await next();
      states.push([state['version'], state[consumer]]);
    }
    return states;
  };
  return { next, until, close: () => feed.return?.() };
}

async function reached(recordingId: string, consumer: 'VOICES' | 'COLLECTIONS') {
  const { close, next } = follow(recordingId);
  const { [consumer]: version } = await next();
  await close();
  return version;
}

const answered = (recordingId: string, version: number) =>
  service.publish(transcriptApplied, {
    workspaceId: LOCAL_WORKSPACE_ID,
    recordingId,
    version,
    consumer: 'chat',
  });

const jobsDone = (name: string) =>
  eventually(async () => {
    const waiting: unknown[] = await service.ingest.dataSource.query(
      `select 1 from pgboss.job where name = $1 and state in ('created', 'active', 'retry')`,
      [name],
    );
    return waiting.length === 0;
  });

it('tells where a correction has arrived; what does not apply is up to date', async () => {
  const { recordingId, seen } = await open(service);
  const { next, close } = follow(recordingId);
  const at = (version: number, answers: number) => ({
    version,
    SEARCH: version,
    ANSWERS: answers,
    VOICES: version,
    COLLECTIONS: version,
  });
  expect(await next()).toEqual(at(1, 0));
  await answered(recordingId, 1);
  expect(await next()).toEqual(at(1, 1));
  const [segment] = await seen(0);
  await service.edit(segment?.segmentId ?? '', 'How much?', 1);
  expect(await next()).toEqual(at(2, 1));
  await answered(recordingId, 2);
  expect(await next()).toEqual(at(2, 2));
  // What comes late changes nothing.
  await answered(recordingId, 1);
  await service.edit(segment?.segmentId ?? '', 'How much now?', 2);
  expect(await next()).toEqual(at(3, 2));
  await close();
});

it('waits for the collections with the recording', async () => {
  const collection = await collectedIn(service);
  const [recordingId = ''] = collection.recordingIds;
  const { until, close } = follow(recordingId);
  expect(await until('COLLECTIONS', 1)).toEqual([[1, 1]]);
  const [anna] = await collection.people();
  await service.rename(anna?.appearances[0]?.speakerId ?? '', 'Anna');
  expect((await until('COLLECTIONS', 2)).at(-1)).toEqual([2, 2]);
  expect((await collection.people())[0]?.displayName).toBe('Anna');
  await close();
  await service.ingest.dataSource.query(
    'update transcript.collection_member set transcript_version = 1 where recording_id = $1',
    [recordingId],
  );
  expect(await reached(recordingId, 'COLLECTIONS')).toBe(1);
});

describe('the voices of profiles', () => {
  /** A person with a profile, and what takes their words away. */
  async function heard(person: number) {
    await switchProfiles(service, true);
    const { recordingId, speakers } = await recordingOf(service, [voice(person), voice(person + 4)]);
    const [first, second] = await speakers();
    const { id } = await change(
      service,
      `createSpeakerProfile(input: { name: "P${person}", speakerId: "${first?.id}" })`,
    );
    const misheard = async () => {
      const found = await service.transcript<{
        segments: { edges: { node: { id: string; version: number; speaker: { id: string } } }[] };
      }>(recordingId, 'segments { edges { node { id version speaker { id } } } }');
      const own = found?.segments.edges.filter(({ node }) => node.speaker.id === first?.id) ?? [];
      return correct(service, 'assignSpeaker', 'AssignSpeakerInput', {
        segments: own.map(({ node }) => ({ segmentId: node.id, expectedVersion: node.version })),
        speaker: { speakerId: second?.id },
      });
    };
    const samples = async () => (await profileNow(service, id))?.sampleCount;
    return { recordingId, misheard, samples };
  }

  it('follow a correction of what they rest on', async () => {
    const { recordingId, misheard, samples } = await heard(0);
    const { until, close } = follow(recordingId);
    expect((await until('VOICES', 2)).at(-1)).toEqual([2, 2]);
    await misheard();
    expect((await until('VOICES', 3)).at(-1)).toEqual([3, 3]);
    await eventually(async () => (await samples()) === 0);
    await close();
  });

  it('are waited for, but not while they are off, and follow when they are on again', async () => {
    const { recordingId, misheard, samples } = await heard(10);
    await eventually(async () => (await reached(recordingId, 'VOICES')) === 2);
    await switchProfiles(service, false);
    await misheard();
    await jobsDone('transcript.refresh-voices');
    expect(await reached(recordingId, 'VOICES')).toBe(3);
    await service.ingest.dataSource.query('update transcript.voice_profile_settings set enabled = true');
    expect(await reached(recordingId, 'VOICES')).toBe(2);
    await switchProfiles(service, true);
    await eventually(async () => (await reached(recordingId, 'VOICES')) === 3);
    expect(await samples()).toBe(0);
  });
});
