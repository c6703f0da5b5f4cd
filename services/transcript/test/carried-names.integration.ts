import { correct, LINES, open, undo } from './corrected-transcript.ts';
import { call, resultOf, RunningService } from './running-service.ts';

/** Names that people gave or took away, after engines that name speakers themselves. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

const LABELS = ['SPEAKER_00', 'SPEAKER_01'];

/** Two people who speak in turn, as an engine names them. */
const heard = (names: readonly (string | null)[], recordingId?: string) => ({
  ...call(),
  ...(recordingId && { recordingId }),
  speakers: LABELS.map((label, at) => ({ label, name: names[at] ?? null, embedding: null })),
});

async function opened(...names: (string | null)[]) {
  const { recordingId, speakers } = await open(service, [], heard(names));
  return {
    recordingId,
    again: async (...others: (string | null)[]) => service.transcribed(heard(others, recordingId)),
    names: async () => (await speakers()).map(({ name }) => name),
    rename: async (position: number, name: string | null) =>
      service.rename((await speakers())[position]?.id ?? '', name),
  };
}

it('a name that a person gave goes before those of engines, however many', async () => {
  const { again, names, rename } = await opened('Agent', 'Customer');
  await rename(0, 'Anna');
  await again('Agent', 'Caller');
  expect(await names()).toEqual(['Anna', 'Caller']);
  await again(null, null);
  expect(await names()).toEqual(['Anna', 'Caller']);
  await again('Agent', 'Customer');
  expect(await names()).toEqual(['Anna', 'Customer']);
});

it('a name that a person took away stays away', async () => {
  const { again, names, rename } = await opened('Agent', 'Customer');
  await rename(1, null);
  await again('Agent', 'Customer');
  expect(await names()).toEqual(['Agent', null]);
  await again('Agent', 'Customer');
  expect(await names()).toEqual(['Agent', null]);
  await rename(1, 'Ben');
  await again('Agent', 'Customer');
  expect(await names()).toEqual(['Agent', 'Ben']);
});

it('a name that was given and taken back is none', async () => {
  const { recordingId, again, names, rename } = await opened(null, null);
  await rename(0, 'Anna');
  const found = await service.transcript<{ corrections: { edges: { node: { id: string } }[] } }>(
    recordingId,
    'corrections { edges { node { id } } }',
  );
  await undo(service, found?.corrections.edges[0]?.node.id);
  await again('Agent', 'Customer');
  expect(await names()).toEqual(['Agent', 'Customer']);
});

it('is listed where somebody whose name was taken away is heard no more', async () => {
  const { recordingId, rename } = await opened('Agent', 'Customer');
  await rename(1, null);
  const alone = heard(['Agent', 'Customer'], recordingId);
  await service.transcribed({
    ...alone,
    segments: alone.segments.map((segment) => ({ ...segment, speaker: 'SPEAKER_00' })),
  });
  const found = await service.transcript<{ leftBehind: object[] }>(
    recordingId,
    'leftBehind { speakerName startMs text }',
  );
  expect(found?.leftBehind).toEqual([{ speakerName: 'Speaker 2', startMs: 1_000, text: 'Forty a month.' }]);
});

it('are listed once where nothing of what was given to them is heard any more', async () => {
  const { recordingId, seen } = await open(service);
  await correct(service, 'assignSpeaker', 'AssignSpeakerInput', {
    segments: await seen(3),
    speaker: { newSpeakerName: 'Zoe' },
  });
  await service.transcribed(resultOf(LINES.slice(0, 3), { recordingId }));
  const found = await service.transcript<{ leftBehind: object[] }>(
    recordingId,
    'leftBehind { speakerName text }',
  );
  expect(found?.leftBehind).toEqual([{ speakerName: 'Zoe', text: 'The machine is yours.' }]);
});
