import { newId } from '@colloquy/subgraph';
import { collectedIn, type Collected } from './collected-recordings.ts';
import { correctionsOf } from './corrected-transcript.ts';
import { RunningService } from './running-service.ts';
import { identify, person, switchProfiles, voice } from './speaker-profiles.ts';

/** Naming people of a collection, and taking the names back. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await switchProfiles(service, true);
}, 60_000);
afterAll(() => service.stop());

const names = async (collection: Collected) =>
  (await collection.people()).map(({ displayName }) => displayName);
const idsOf = ({ corrections }: { corrections: { id: string }[] }) => corrections.map(({ id }) => id);

it('takes a name back in every recording, and gives it again', async () => {
  const collection = await collectedIn(service);
  const [first] = await collection.people();
  await service.rename(first?.appearances[0]?.speakerId ?? '', 'Anna');
  // There she is called so already: nothing is corrected, and nothing is taken back.
  const named = await collection.rename(first?.id, 'Anna');
  expect(named.corrections).toHaveLength(1);
  const undone = await collection.undoRename(idsOf(named));
  expect(await service.transcript<object>(collection.recordingIds[0] ?? '', 'speakers { name }')).toEqual({
    speakers: [{ name: 'Anna' }, { name: null }],
  });
  expect(await service.transcript<object>(collection.recordingIds[1] ?? '', 'speakers { name }')).toEqual({
    speakers: [{ name: null }, { name: null }],
  });
  await collection.undoRename(idsOf(undone));
  expect(await service.transcript<object>(collection.recordingIds[1] ?? '', 'speakers { name }')).toEqual({
    speakers: [{ name: 'Anna' }, { name: null }],
  });
});

it('takes back none where one was named again since, nor what is no name', async () => {
  const collection = await collectedIn(service);
  const [first] = await collection.people();
  const named = await collection.rename(first?.id, 'Ben');
  expect(named.corrections).toHaveLength(2);
  expect(await names(collection)).toContain('Ben');
  await service.rename(first?.appearances[1]?.speakerId ?? '', 'Cleo');
  expect(await collection.undoRename(idsOf(named))).toMatchObject({ code: 'CORRECTION_OVERLAID' });
  expect(
    await service.transcript<object>(collection.recordingIds[0] ?? '', 'speakers { name }'),
  ).toMatchObject({ speakers: [{ name: 'Ben' }, { name: null }] });

  const { profile } = await person(service, 'Dora', voice(20));
  const speakerId = first?.appearances[0]?.speakerId;
  await identify(service, `assignSpeakerProfile(speakerId: "${speakerId}", profileId: "${profile.id}")`);
  const told = await service.transcript<{ corrections: { edges: { node: { id: string } }[] } }>(
    collection.recordingIds[0] ?? '',
    'corrections(first: 1) { edges { node { id } } }',
  );
  const [said] = told?.corrections.edges ?? [];
  const elsewhere = await person(service, 'Ed', voice(30));
  await service.rename((await elsewhere.heard())?.id ?? '', 'Eddie');
  const [renamed] = await correctionsOf(service, elsewhere.recordingId);
  for (const id of [said?.node.id ?? '', renamed?.id ?? '', newId()])
    expect(await collection.undoRename([id])).toMatchObject({ code: 'CORRECTION_NOT_FOUND' });
});
