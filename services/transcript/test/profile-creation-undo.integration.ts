import { eventually } from '@colloquy/testkit';
import { undo, type Made } from './corrected-transcript.ts';
import { RunningService } from './running-service.ts';
import { identify, person, profileNow, recordingOf, switchProfiles, voice } from './speaker-profiles.ts';

/** What the voice told of a person goes when it is taken back that they are known. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

interface Entry extends Made {
  author: string;
  undone: boolean;
}

async function corrections(recordingId: string): Promise<Entry[]> {
  const found = await service.transcript<{ corrections: { edges: { node: Entry }[] } }>(
    recordingId,
    'corrections { edges { node { id kind author undone version } } }',
  );
  return (found?.corrections.edges ?? []).map(({ node }) => node);
}

it('takes a name back wherever only the voice gave it, tells of it, and asks anew who that is', async () => {
  const found = await recordingOf(service, [voice(0, 0.2)]);
  const named = await recordingOf(service, [voice(0, 0.25)]);
  await service.rename((await named.speakers())[0]?.id ?? '', 'Ana');
  const { profile, recordingId } = await person(service, 'Ana', voice(0));
  for (const { speakers } of [found, named])
    await eventually(async () => (await speakers())[0]?.profile?.id === profile.id);
  const feed = service.graph.subscribe<{ transcriptChanged: { version: number; reason: string } }>(
    `subscription ($id: ID!) { transcriptChanged(recordingId: $id) { version reason } }`,
    { id: found.recordingId },
  );
  expect((await feed.next()).value).toMatchObject({ transcriptChanged: { reason: 'current' } });

  const [creation] = await corrections(recordingId);
  await undo(service, creation?.id);
  expect((await feed.next()).value).toMatchObject({ transcriptChanged: { reason: 'undone' } });
  await feed.return?.();
  expect(await profileNow(service, profile.id)).toBeNull();
  expect((await found.speakers())[0]).toMatchObject({ name: null, profile: null });
  expect(await corrections(found.recordingId)).toMatchObject([
    { kind: 'UNDONE', author: 'Colloquy' },
    { kind: 'SPEAKER_IDENTIFIED', undone: true },
  ]);
  // What a person had called them before is theirs.
  await eventually(async () => (await corrections(named.recordingId))[0]?.kind === 'UNDONE');
  expect((await named.speakers())[0]).toMatchObject({ name: 'Ana', profile: null });

  // Nobody chose that they have no name, also not for the next transcript.
  await recordingOf(service, [voice(0, 0.2)], { recordingId: found.recordingId });
  const carried: unknown[] = await service.ingest.dataSource.query(
    'select 1 from transcript.speaker where recording_id = $1 and name_carried',
    [found.recordingId],
  );
  expect(carried).toEqual([]);
  const right = await person(service, 'Eva', voice(0));
  await eventually(async () => (await found.speakers())[0]?.profile?.id === right.profile.id);
  expect((await found.speakers())[0]).toMatchObject({ name: 'Eva' });
});

it('leaves a name that a person confirmed', async () => {
  const { profile } = await person(service, 'Ida', voice(10));
  const { recordingId, speakers } = await recordingOf(service, [voice(10, 0.2)]);
  await eventually(async () => (await speakers())[0]?.profile);
  const [heard] = await speakers();
  const confirmed = await identify(
    service,
    `assignSpeakerProfile(speakerId: "${heard?.id}", profileId: "${profile.id}")`,
  );
  expect(confirmed).toMatchObject({ identification: { decidedBy: 'Owner' } });
  // Their voice there is no longer what the profile rests on.
  for (const { id, recording } of (await profileNow(service, profile.id))?.samples ?? [])
    if (recording?.id === recordingId)
      await service.graph.query(`mutation { removeVoiceSample(id: "${id}") { __typename } }`);
  const created = (await profileNow(service, profile.id))?.history.edges.at(-1)?.node;
  const other = await recordingOf(service, [voice(10, 0.25)]);
  await eventually(async () => (await other.speakers())[0]?.profile);
  const { done } = await service.graph.query<{ done: { code?: string } }>(
    'mutation ($id: ID!) { done: undoSpeakerProfileChange(changeId: $id) { ... on Problem { code } } }',
    { id: created?.id },
  );
  expect(done).toEqual({});
  await eventually(async () => (await other.speakers())[0]?.name === null);
  expect((await speakers())[0]).toMatchObject({ name: 'Ida', profile: null });
});
