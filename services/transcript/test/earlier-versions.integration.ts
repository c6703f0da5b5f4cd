import type { TranscriptionResult } from '@colloquy/contracts';
import { createDataSource, newId, type Context } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { migrationConfig } from '../src/data-source.ts';
import { createServices, type ServiceDependencies } from '../src/services.ts';
import { correct, open, undo, type Made } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

/** Versions of before a recording was processed again: shown, compared, told in the history, and brought back. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

const engine = (name: string): TranscriptionResult['engines'] => [
  { stage: 'transcribe', engine: name, model: `${name}-small`, version: '1', seconds: 3 },
];

const HEARD: [string, string][] = [
  ['SPEAKER_00', 'How much is the machine?'],
  ['SPEAKER_01', 'It is forty a month. And what else?'],
  ['SPEAKER_02', 'Nothing else.'],
  ['SPEAKER_01', 'We take it.'],
];

/** Version 1 as imported, 2 with a name, 3 with a corrected text; 4 is what another engine made of it. */
async function twice() {
  const call = await open(service, HEARD);
  const [, second] = await call.speakers();
  await service.rename(second?.id ?? '', 'Ben');
  const [last] = await call.rows().then((rows) => rows.slice(-1));
  await service.edit(last?.id ?? '', 'We will take it.', 1);
  const earlier = await call.told();
  const again = resultOf(
    [
      ['SPEAKER_00', 'How much is the washing machine?'],
      ['SPEAKER_01', 'It is forty a month.'],
      ['SPEAKER_01', 'And what else? Nothing else.'],
      ['SPEAKER_01', 'We take it.'],
    ],
    { recordingId: call.recordingId, engines: engine('whisper') },
  );
  // The second engine cuts the middle otherwise.
  const [, short, long] = again.segments;
  if (!short || !long) throw new Error('there are segments');
  short.endMs = 1_400;
  long.startMs = 1_400;
  await service.transcribed(again);
  return { ...call, earlier };
}

const at = async (recordingId: string, version: number) => {
  const { transcriptVersion } = await service.graph.query<{
    transcriptVersion: {
      code?: string;
      differenceCount: number;
      madeBy: { version: number; lastVersion: number; engines: object[] };
      segments: { edges: { node: { text: string; speaker: { displayName: string } } }[] };
    };
  }>(
    `query ($id: ID!, $version: Int!) { transcriptVersion(recordingId: $id, version: $version) {
       ... on TranscriptVersion { differenceCount madeBy { version lastVersion engines { engine model } }
         segments { edges { node { text speaker { displayName } } } } }
       ... on Problem { code } } }`,
    { id: recordingId, version },
  );
  return transcriptVersion;
};
const toldIn = async (recordingId: string, version: number) =>
  (await at(recordingId, version)).segments.edges.map(
    ({ node }) => `${node.speaker.displayName}: ${node.text}`,
  );
const restore = async (recordingId: string, version: number) => {
  const { restoreTranscript } = await service.graph.query<{ restoreTranscript: Made | null }>(
    `mutation ($id: ID!, $version: Int!) { restoreTranscript(recordingId: $id, version: $version) {
       ... on Correction { id kind version } ... on Problem { code } } }`,
    { id: recordingId, version },
  );
  return restoreTranscript;
};

it('shows every version with what made it', async () => {
  const { recordingId, earlier, told } = await twice();
  expect(await toldIn(recordingId, 1)).toEqual(
    HEARD.map(([label, text]) => `Speaker ${Number(label.at(-1)) + 1}: ${text}`),
  );
  expect(await toldIn(recordingId, 3)).toEqual(earlier);
  expect(await toldIn(recordingId, 4)).toEqual(await told());
  expect((await at(recordingId, 2)).madeBy).toEqual({ version: 1, lastVersion: 3, engines: [] });
  expect((await at(recordingId, 4)).madeBy).toEqual({
    version: 4,
    lastVersion: 4,
    engines: [{ engine: 'whisper', model: 'whisper-small' }],
  });
  expect(await at(recordingId, 5)).toEqual({ code: 'VERSION_UNKNOWN' });
  expect(await at(recordingId, 0)).toEqual({ code: 'VERSION_UNKNOWN' });

  const transcript = await service.transcript<{
    id: string;
    machineVersions: { version: number; lastVersion: number }[];
    corrections: { totalCount: number; edges: { node: { version: number; kind: string } }[] };
  }>(
    recordingId,
    'id machineVersions { version lastVersion } corrections { totalCount edges { node { version kind } } }',
  );
  expect(transcript?.machineVersions).toEqual([
    { version: 1, lastVersion: 3 },
    { version: 4, lastVersion: 4 },
  ]);
  expect(transcript?.corrections).toEqual({
    totalCount: 2,
    edges: [{ node: { version: 3, kind: 'TEXT_EDITED' } }, { node: { version: 2, kind: 'SPEAKER_RENAMED' } }],
  });
  const exported = await fetch(`${service.url}/exports/${transcript?.id}.txt?version=3`);
  expect((await exported.text()).trimEnd().split('\n')).toEqual(earlier);
});

it('compares versions of two engines by where it is said', async () => {
  const { recordingId } = await twice();
  const { transcriptComparison } = await service.graph.query<{
    transcriptComparison: {
      speakers: object[];
      segments: {
        edges: {
          node: { differs: boolean; before: { text: string } | null; after: { text: string } | null };
        }[];
      };
    };
  }>(
    `query ($id: ID!) { transcriptComparison(recordingId: $id, before: 3, after: 4) { ... on TranscriptComparison {
       speakers { before { displayName } after { displayName } }
       segments { edges { node { differs before { text } after { text } } } } } } }`,
    { id: recordingId },
  );
  const { segments, speakers } = transcriptComparison;
  expect(segments.edges.map(({ node }) => [node.before?.text, node.after?.text, node.differs])).toEqual([
    ['How much is the machine?', 'How much is the washing machine?', true],
    ['It is forty a month. And what else?', undefined, true],
    [undefined, 'It is forty a month.', true],
    ['Nothing else.', 'And what else? Nothing else.', true],
    ['We will take it.', 'We will take it.', false],
  ]);
  expect(speakers).toEqual([{ before: { displayName: 'Speaker 3' }, after: null }]);
});

it('brings an earlier version back, takes that back, and brings it again', async () => {
  const { recordingId, earlier, told, rows, speakers } = await twice();
  const [present, who] = [await rows(), await speakers()];
  const now = await told();
  const made = await restore(recordingId, 3);
  expect(made).toMatchObject({ kind: 'RESTORED', version: 5 });
  expect(await told()).toEqual(earlier);
  expect(await toldIn(recordingId, 5)).toEqual(earlier);
  expect(await toldIn(recordingId, 4)).toEqual(now);
  expect((await rows()).map(({ edited }) => edited)).toEqual([false, false, false, true]);
  // What stands in the same place is the same segment still, and it has its words.
  expect((await rows()).at(-1)?.id).toBe(present.at(-1)?.id);
  expect((await rows())[1]?.words.map(({ text }) => text).join(' ')).toBe(
    'It is forty a month. And what else?',
  );
  expect((await speakers()).map(({ displayName, segmentCount }) => [displayName, segmentCount])).toEqual([
    ['Speaker 1', 1],
    ['Ben', 2],
    ['Speaker 3', 1],
  ]);
  await eventually(() =>
    service.changes.some(({ reason, version }) => reason === 'restored' && version === 5),
  );
  expect(await restore(recordingId, 3)).toBeNull();

  const undone = await undo(service, made?.id);
  expect(undone).toMatchObject({ kind: 'UNDONE', version: 6 });
  expect(await rows()).toEqual(present.map((row) => ({ ...row, version: expect.any(Number) })));
  expect(await speakers()).toEqual(who);
  await undo(service, undone.id);
  expect(await told()).toEqual(earlier);
  const brought = await speakers();
  expect(await restore(recordingId, 4)).toMatchObject({ kind: 'RESTORED' });
  expect(await told()).toEqual(now);
  // Whoever came along once is the same one again.
  expect(await restore(recordingId, 3)).toMatchObject({ kind: 'RESTORED' });
  expect(await speakers()).toEqual(brought);
});

it('brings nothing back where an earlier version that was restored since says it', async () => {
  const { recordingId, told, seen } = await twice();
  const segments = await seen(1);
  const removed = await correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments });
  const back = await restore(recordingId, 1);
  const restored = await told();
  expect(restored).toContain('Speaker 2: It is forty a month. And what else?');
  expect(await undo(service, removed?.id)).toMatchObject({ code: 'CORRECTION_OVERLAID' });
  expect(await told()).toEqual(restored);
  await undo(service, back?.id);
  await undo(service, removed?.id);
  expect(await told()).toContain('Ben: It is forty a month.');
});

it('maps speakers to who they are now, and names them as then', async () => {
  const call = await open(service, HEARD);
  const [first, second] = await call.speakers();
  await service.rename(first?.id ?? '', 'Anna');
  await service.rename(second?.id ?? '', 'Ben');
  const named = await call.told();
  await service.transcribed(resultOf(HEARD, { recordingId: call.recordingId }));
  const [anna, ben] = await call.speakers();
  await service.rename(ben?.id ?? '', 'Bernd');
  await correct(service, 'assignSpeaker', 'AssignSpeakerInput', {
    segments: await call.seen(0),
    speaker: { speakerId: ben?.id },
  });
  expect(await restore(call.recordingId, 3)).toMatchObject({ kind: 'RESTORED', version: 7 });
  expect(await call.told()).toEqual(named);
  expect((await call.speakers()).slice(0, 2).map(({ id }) => id)).toEqual([anna?.id, ben?.id]);
});

it('is refused in a hidden recording', async () => {
  const { recordingId } = await twice();
  await service.tell(recordingId, { hidden: true });
  await eventually(async () => (await at(recordingId, 1)).code === 'TRANSCRIPT_NOT_FOUND');
  expect(await restore(recordingId, 1)).toMatchObject({ code: 'TRANSCRIPT_NOT_FOUND' });
});

it('is nobody else’s: another workspace sees and restores nothing', async () => {
  const { recordingId, told } = await twice();
  const now = await told();
  const dataSource = createDataSource({ url: service.databaseUrl, ...migrationConfig });
  await dataSource.initialize();
  const { versions, restorations } = createServices({ dataSource } as ServiceDependencies);
  const elsewhere = { workspaceId: newId(), viewer: { name: 'Stranger' } } as Context;
  for (const refused of [
    versions.at(recordingId, 1, elsewhere),
    versions.compare(recordingId, { before: 1, after: 4 }, elsewhere),
    restorations.restore({ recordingId }, 1, elsewhere),
  ])
    await expect(refused).rejects.toThrow('There is no transcript');
  expect(await told()).toEqual(now);
  await dataSource.destroy();
});
