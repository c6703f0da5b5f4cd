import { LOCAL_WORKSPACE_ID, newId } from '@colloquy/subgraph';
import { latestCorrectionsStatement } from '../src/correction/correction.history.ts';
import { correct, open, type Made } from './corrected-transcript.ts';
import { RunningService } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

it('tells the last correction of each segment of a page, whichever kinds they are', async () => {
  const { recordingId, seen } = await open(service);
  const [first] = await seen(0);
  await service.edit(first?.segmentId ?? '', 'How much?', 1);
  await correct(service, 'mergeSegments', 'MergeSegmentsInput', { segments: await seen(1, 2) });
  await service.edit(first?.segmentId ?? '', 'How much is it?', 2);
  const found = await service.transcript<{
    segments: { edges: { node: { lastCorrection: Made | null } }[] };
  }>(recordingId, 'segments { edges { node { lastCorrection { kind version } } } }');
  expect(found?.segments.edges.map(({ node }) => node.lastCorrection)).toEqual([
    { kind: 'TEXT_EDITED', version: 4 },
    { kind: 'SEGMENTS_MERGED', version: 3 },
    null,
  ]);
});

it('tells the last correction of each speaker', async () => {
  const { recordingId, speakers } = await open(service);
  const [, second] = await speakers();
  await service.rename(second?.id ?? '', 'Ben');
  const found = await service.transcript<{ speakers: { lastCorrection: Made | null }[] }>(
    recordingId,
    'speakers { lastCorrection { kind version } }',
  );
  expect(found?.speakers.map(({ lastCorrection }) => lastCorrection)).toEqual([
    null,
    { kind: 'SPEAKER_RENAMED', version: 2 },
  ]);
});

it.each(['segment', 'speaker'] as const)('finds the corrections of a %s by an index', async (what) => {
  const plan: { 'QUERY PLAN': string }[] = await service.ingest.dataSource.transaction(async (tx) => {
    // As it is with many rows.
    await tx.query('set local enable_seqscan = off');
    return tx.query(`explain ${latestCorrectionsStatement(what)}`, [[newId()], LOCAL_WORKSPACE_ID]);
  });
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain(
    `Bitmap Index Scan on correction_${what}_ids`,
  );
});
