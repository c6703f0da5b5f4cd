import { eventually } from '@colloquy/testkit';
import { resultOf, RunningService } from './running-service.ts';
import {
  change,
  identify,
  person,
  profileNow,
  recordingOf,
  switchProfiles,
  voice,
  MODEL,
} from './speaker-profiles.ts';

/** Taking changes of profiles back when recordings were processed again since. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

/** @param kind of the change to take back, the latest such */
async function undoLast(
  profileId: string,
  kind?: string,
): Promise<{ code?: string; lostIn?: { id: string }[] }> {
  const profile = await profileNow(service, profileId);
  const last = profile?.history.edges.find(({ node }) => !kind || node.kind === kind);
  const { done } = await service.graph.query<{ done: { code?: string; lostIn?: { id: string }[] } }>(
    `mutation ($id: ID!) { done: undoSpeakerProfileChange(changeId: $id) {
       ... on UndoneSpeakerProfileChange { lostIn { id } } ... on Problem { code } } }`,
    { id: last?.node.id },
  );
  return done;
}

async function merged(names: [string, string], at: number) {
  const [keep, drop] = [
    await person(service, names[0], voice(at)),
    await person(service, names[1], voice(at + 4)),
  ];
  const into = `keepId: "${keep.profile.id}", dropId: "${drop.profile.id}"`;
  await change(service, `mergeSpeakerProfiles(${into})`);
  await eventually(async () => (await drop.heard())?.displayName === names[0]);
  return { keep, drop };
}

/** Everything is said at other times now, by a voice that is recognised. */
async function saidElsewhere(recordingId: string, vector: number[]): Promise<void> {
  const later = resultOf([['SPEAKER_00', 'Something else is said here, much later.']], { recordingId });
  await service.transcribed({
    ...later,
    segments: later.segments.map((segment) => ({
      ...segment,
      startMs: segment.startMs + 600_000,
      endMs: segment.endMs + 600_000,
      words: [],
    })),
    durationMs: 700_000,
    speakers: [{ label: 'SPEAKER_00', name: null, embedding: { model: MODEL, vector, speechMs: 20_000 } }],
  });
}

it('follows a speaker into the transcript that replaced theirs, however often', async () => {
  const { keep, drop } = await merged(['May', 'Mae'], 10);
  for (let time = 0; time < 2; time += 1) {
    await recordingOf(service, [voice(14)], { recordingId: drop.recordingId });
    await eventually(async () => (await drop.heard())?.displayName === 'May');
  }
  expect(await undoLast(keep.profile.id)).toEqual({ lostIn: [] });
  await eventually(async () => (await drop.heard())?.displayName === 'Mae');
  expect(await drop.heard()).toMatchObject({ profile: { id: drop.profile.id } });
  expect(await profileNow(service, keep.profile.id)).toMatchObject({ recordingCount: 1 });
  // And the undoing of it, too.
  expect(await undoLast(keep.profile.id)).toEqual({ lostIn: [] });
  await eventually(async () => (await drop.heard())?.displayName === 'May');
});

it('leaves out a recording in which nobody is known to be them any more, and says which', async () => {
  const { keep, drop } = await merged(['Ines', 'Inez'], 20);
  const { recordingId } = drop;
  await saidElsewhere(recordingId, voice(24));
  const before = await drop.heard();
  expect(await undoLast(keep.profile.id)).toEqual({ lostIn: [{ id: recordingId }] });
  expect(await profileNow(service, drop.profile.id)).toMatchObject({ name: 'Inez', sampleCount: 1 });
  expect((await drop.heard())?.id).toBe(before?.id);
});

it('follows somebody whom an earlier version of the transcript brings back', async () => {
  const { keep, drop } = await merged(['Olga', 'Olja'], 60);
  const { recordingId } = drop;
  const { version = 0 } = (await service.transcript<{ version: number }>(recordingId, 'version')) ?? {};
  await saidElsewhere(recordingId, voice(80));
  await service.graph.query(
    `mutation ($recordingId: ID!, $version: Int!) {
       restoreTranscript(recordingId: $recordingId, version: $version) { __typename } }`,
    { recordingId, version },
  );
  await eventually(async () => (await drop.speakers()).some(({ displayName }) => displayName === 'Olga'));
  expect(await undoLast(keep.profile.id, 'MERGED')).toEqual({ lostIn: [] });
  await eventually(async () => (await drop.speakers()).some(({ displayName }) => displayName === 'Olja'));
});

it('is refused when somebody has said since who speaks there', async () => {
  const { keep, drop } = await merged(['Una', 'Oona'], 30);
  await recordingOf(service, [voice(34)], { recordingId: drop.recordingId });
  const now = await eventually(async () => {
    const speaker = await drop.heard();
    return speaker?.displayName === 'Una' ? speaker : null;
  });
  const history = (await profileNow(service, keep.profile.id))?.history.edges ?? [];
  await identify(service, `unassignSpeakerProfile(speakerId: "${now.id}")`);
  const { done } = await service.graph.query<{ done: { code?: string } }>(
    'mutation ($id: ID!) { done: undoSpeakerProfileChange(changeId: $id) { ... on Problem { code } } }',
    { id: history[0]?.node.id },
  );
  expect(done.code).toBe('SPEAKER_PROFILE_CHANGE_OVERLAID');
});

it('takes back what was said of one speaker, who speaks in a later transcript', async () => {
  const vera = await person(service, 'Vera', voice(40));
  const asked = await recordingOf(service, [voice(50)]);
  const [speaker] = await asked.speakers();
  await identify(
    service,
    `assignSpeakerProfile(speakerId: "${speaker?.id}", profileId: "${vera.profile.id}")`,
  );
  await recordingOf(service, [voice(50)], { recordingId: asked.recordingId });
  await eventually(async () => {
    const [now] = await asked.speakers();
    return now?.id !== speaker?.id && now?.displayName === 'Vera';
  });
  expect(await undoLast(vera.profile.id)).toEqual({ lostIn: [] });
  await eventually(async () => (await asked.speakers())[0]?.profile === null);
});

interface Told {
  kind: string;
  final: boolean;
  speakers: { recording: { id: string } }[];
}

async function toldOf(profileId: string): Promise<Told[]> {
  const { speakerProfile } = await service.graph.query<{
    speakerProfile: { history: { edges: { node: Told }[] } };
  }>(
    'query ($id: ID!) { speakerProfile(id: $id) { history { edges { node { kind final speakers { recording { id } } } } } } }',
    { id: profileId },
  );
  return speakerProfile.history.edges.map(({ node }) => node);
}

it('names a recording once that was processed again, and is final when whom it was about is deleted', async () => {
  const [ruth, rita] = [await person(service, 'Ruth', voice(64)), await person(service, 'Rita', voice(68))];
  const { recordingId } = rita;
  await recordingOf(service, [voice(68)], { recordingId });
  await eventually(async () => (await rita.heard())?.displayName === 'Rita');
  const into = `keepId: "${ruth.profile.id}", dropId: "${rita.profile.id}"`;
  await change(service, `mergeSpeakerProfiles(${into})`);
  expect(await undoLast(ruth.profile.id)).toEqual({ lostIn: [] });
  const once = { final: false, speakers: [{ recording: { id: recordingId } }] };
  expect((await toldOf(ruth.profile.id)).slice(0, 2)).toEqual([
    { kind: 'UNDONE', ...once },
    { kind: 'MERGED', ...once },
  ]);
  await service.graph.query(`mutation { deleteSpeakerProfile(id: "${rita.profile.id}") { __typename } }`);
  expect((await toldOf(ruth.profile.id))[0]).toMatchObject({ kind: 'UNDONE', final: true });
  expect(await undoLast(ruth.profile.id)).toEqual({ code: 'SPEAKER_PROFILE_CHANGE_OVERLAID' });
});
