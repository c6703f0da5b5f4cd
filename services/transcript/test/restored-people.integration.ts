import { createDataSource, LOCAL_WORKSPACE_ID as workspaceId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { migrationConfig } from '../src/data-source.ts';
import { evidenceOfVersion } from '../src/speaker-profile/people-of-version.ts';
import { undo, type Made } from './corrected-transcript.ts';
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

/** Versions that are brought back with what people had said of who somebody is. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
beforeEach(() => switchProfiles(service, true));
afterAll(() => service.stop());

async function restoreTo(id: string, version: number): Promise<Made | null> {
  const { restored } = await service.graph.query<{ restored: Made | null }>(
    `mutation ($id: ID!, $version: Int!) { restored: restoreTranscript(recordingId: $id, version: $version) {
       ... on Correction { id kind } ... on Problem { code } } }`,
    { id, version },
  );
  return restored;
}

/** Somebody known, who is confirmed (version 2) and rejected (version 3) as the speaker of another recording. */
async function rejected(name: string, at: number) {
  const { profile } = await person(service, name, voice(at));
  const recording = await recordingOf(service, [voice(at + 4)]);
  const speakerId = async () => (await recording.speakers())[0]?.id ?? '';
  const reject = async () => {
    const id = await speakerId();
    await identify(service, `assignSpeakerProfile(speakerId: "${id}", profileId: "${profile.id}")`);
    await identify(service, `rejectIdentification(speakerId: "${id}")`);
  };
  await reject();
  const restore = (version: number) => restoreTo(recording.recordingId, version);
  const now = async () => {
    const rejections: unknown[] = await service.ingest.dataSource.query(
      'select 1 from transcript.identification_rejection where speaker_id = $1 and profile_id = $2',
      [await speakerId(), profile.id],
    );
    return {
      name: (await recording.speakers())[0]?.name ?? null,
      samples: (await profileNow(service, profile.id))?.sampleCount,
      isRejected: rejections.length > 0,
    };
  };
  return { ...recording, profile, reject, restore, now };
}

it('have the sample again and not the rejection, until that is undone', async () => {
  const { restore, now } = await rejected('Anna', 0);
  const after = { name: null, samples: 1, isRejected: true };
  expect(await now()).toEqual(after);
  const made = await restore(2);
  expect(await now()).toEqual({ name: 'Anna', samples: 2, isRejected: false });
  const undone = await undo(service, made?.id);
  expect(await now()).toEqual(after);
  await undo(service, undone.id);
  expect(await now()).toEqual({ name: 'Anna', samples: 2, isRejected: false });
});

it('have no rejection from before it, and again have it from after it', async () => {
  const { restore, now } = await rejected('Ben', 10);
  await restore(1);
  expect(await now()).toEqual({ name: null, samples: 1, isRejected: false });
  await restore(3);
  expect(await now()).toEqual({ name: null, samples: 1, isRejected: true });
  expect(await restore(3)).toBeNull();
});

it('have a voice known by what they had of it, not by what came since as well', async () => {
  const { profile } = await person(service, 'Olaf', voice(84));
  const { recordingId, speakers } = await recordingOf(service, [voice(84, 0.02)]);
  const samples = async () => {
    const known = (await profileNow(service, profile.id))?.samples ?? [];
    return known.flatMap(({ id, recording }) => (recording?.id === recordingId ? [id] : []));
  };
  const isFound = () => eventually(async () => (await speakers())[0]?.profile?.id === profile.id);
  await isFound();
  const first = await samples();
  const { version = 0 } = (await service.transcript<{ version: number }>(recordingId, 'version')) ?? {};
  const speakerId = (await speakers())[0]?.id;
  await change(service, `createSpeakerProfile(input: { name: "Olga", speakerId: "${speakerId}" })`);
  await identify(service, `rejectIdentification(speakerId: "${speakerId}")`);
  await isFound();
  const second = await samples();
  expect([first, second]).toEqual([[expect.any(String)], [expect.not.stringMatching(first[0] ?? '')]]);
  const made = await restoreTo(recordingId, version);
  expect(await samples()).toEqual(first);
  const undone = await undo(service, made?.id);
  expect(await samples()).toEqual(second);
  await undo(service, undone.id);
  expect(await samples()).toEqual(first);
});

it('have them also when the recording was processed again since', async () => {
  const { recordingId, restore, now } = await rejected('Cleo', 20);
  await recordingOf(service, [voice(24)], { recordingId });
  expect(await now()).toEqual({ name: null, samples: 1, isRejected: true });
  await restore(2);
  expect(await now()).toEqual({ name: 'Cleo', samples: 2, isRejected: false });
});

it('have the name but no sample while voices are not kept', async () => {
  const { profile, restore, now } = await rejected('Dora', 30);
  await switchProfiles(service, false);
  await restore(2);
  await switchProfiles(service, true);
  expect(await now()).toEqual({ name: 'Dora', samples: 1, isRejected: false });
  const history = (await profileNow(service, profile.id))?.history.edges ?? [];
  expect(history[0]?.node.kind).toBe('CORRECTED');
});

it.each([
  ['who are two again', true, ['Paul', 'Quin']],
  ['who are one', false, ['Paul', 'Paul']],
])('have two people as before they were merged, %s', async (_what, isSplitAgain, expected) => {
  const at = isSplitAgain ? 60 : 72;
  const recording = await recordingOf(service, [voice(at), voice(at + 4)]);
  const known = await Promise.all(
    (await recording.speakers()).map(({ id }, index) =>
      change(
        service,
        `createSpeakerProfile(input: { name: "${['Paul', 'Quin'][index]}", speakerId: "${id}" })`,
      ),
    ),
  );
  const [paul, quin] = known.map(({ id }) => id);
  const people = async () =>
    (await recording.speakers()).map(({ displayName, profile }) => [displayName, profile?.id]);
  const are = (...names: string[]) =>
    eventually(async () => (await people()).map(([name]) => name).join(' ') === names.join(' '));
  await are('Paul', 'Quin');
  const before =
    (await service.transcript<{ version: number }>(recording.recordingId, 'version'))?.version ?? 0;
  await change(service, `mergeSpeakerProfiles(keepId: "${paul}", dropId: "${quin}")`);
  await are('Paul', 'Paul');
  if (isSplitAgain) {
    await undoLast(service, paul ?? '');
    await are('Paul', 'Quin');
    await identify(service, `rejectIdentification(speakerId: "${(await recording.speakers())[1]?.id}")`);
  }
  await restoreTo(recording.recordingId, before);
  expect(await people()).toEqual(expected.map((name) => [name, name === 'Paul' ? paul : quin]));
});

it('are read in as many statements however often it was said who somebody is', async () => {
  const { recordingId, reject } = await rejected('Emil', 40);
  const { url } = service.ingest.dataSource.options as { url: string };
  const dataSource = await createDataSource({ url, ...migrationConfig }).initialize();
  let statements = 0;
  Object.assign(dataSource.logger, { logQuery: () => (statements += 1) });
  const read = async () => {
    statements = 0;
    const found = await evidenceOfVersion(dataSource.manager, { recordingId, workspaceId }, 2);
    expect(found).toMatchObject({ samples: [{}], rejections: [{}] });
    return statements;
  };
  const once = await read();
  for (let time = 0; time < 3; time += 1) await reject();
  expect(await read()).toBe(once);
  await dataSource.destroy();
});
