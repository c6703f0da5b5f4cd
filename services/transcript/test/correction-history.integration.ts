import { newId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { correct, LINES, open, undo, type Made } from './corrected-transcript.ts';
import { RunningService } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

it('undoes and redoes, but never over a later correction', async () => {
  const { recordingId, seen, rows } = await open(service);
  const [first] = await seen(0);
  const id = first?.segmentId ?? '';
  await service.edit(id, 'How much?', 1);
  const { segment } = await service.graph.query<{ segment: { lastCorrection: Made } }>(
    `{ segment(id: "${id}") { lastCorrection { id kind version undone } } }`,
  );
  const { lastCorrection } = segment;
  expect(lastCorrection).toMatchObject({ kind: 'TEXT_EDITED', version: 2, undone: false });
  const undone = await undo(service, lastCorrection.id);
  expect((await rows())[0]).toMatchObject({ text: 'How much is the machine?', edited: false });
  expect(await undo(service, lastCorrection.id)).toMatchObject({ code: 'CORRECTION_OVERLAID' });
  await undo(service, undone.id);
  expect((await rows())[0]).toMatchObject({ text: 'How much?', edited: true });
  await service.edit(id, 'How much, please?', 4);
  expect(await undo(service, lastCorrection.id)).toMatchObject({ code: 'CORRECTION_OVERLAID' });
  expect(await undo(service, newId())).toMatchObject({ code: 'CORRECTION_NOT_FOUND' });

  const history = await service.transcript<{
    corrections: { totalCount: number; edges: { cursor: string; node: Made }[] };
  }>(
    recordingId,
    `corrections(first: 3) { totalCount edges { cursor node {
       id kind version undone author reverted { version } differences { textBefore textAfter startMs } } } }`,
  );
  expect(history?.corrections).toMatchObject({
    totalCount: 4,
    edges: [
      {
        node: {
          kind: 'TEXT_EDITED',
          version: 5,
          author: 'Owner',
          reverted: null,
          differences: [{ textBefore: 'How much?', textAfter: 'How much, please?', startMs: 0 }],
        },
      },
      { node: { kind: 'UNDONE', version: 4, reverted: { version: 3 } } },
      { node: { kind: 'UNDONE', version: 3, undone: true, reverted: { version: 2 } } },
    ],
  });
  const rest = await service.transcript<{ corrections: { edges: { node: Made }[] } }>(
    recordingId,
    `corrections(first: 3, after: "${history?.corrections.edges[2]?.cursor}") { edges { node { version undone } } }`,
  );
  expect(rest?.corrections.edges).toEqual([{ node: { version: 2, undone: false } }]);
});

it.each([
  ['mergeSegments', 'MergeSegmentsInput'],
  ['removeSegments', 'RemoveSegmentsInput'],
])('brings a segment back in a version that nobody has seen (%s)', async (mutation, type) => {
  const { seen, rows } = await open(service);
  const [stale] = await seen(1);
  await service.edit(stale?.segmentId ?? '', 'Forty a month.', 1);
  const gone = await correct(service, mutation, type, { segments: await seen(0, 1) });
  await undo(service, gone?.id);
  expect((await rows())[1]).toMatchObject({ id: stale?.segmentId, text: 'Forty a month.', version: 4 });
  expect(await service.edit(stale?.segmentId ?? '', 'What I saw was older.', 1)).toMatchObject({
    code: 'SEGMENT_EDIT_CONFLICT',
  });
});

it('lets one of two win, and tells everybody which segments changed', async () => {
  const { recordingId, seen, rows } = await open(service);
  const [segment] = await seen(1);
  const outcomes = await Promise.all(
    [2, 3, 4].map((beforeWord) =>
      correct(service, 'splitSegment', 'SplitSegmentInput', { segment, beforeWord }),
    ),
  );
  expect(outcomes.map((outcome) => outcome?.code ?? 'made').toSorted()).toEqual([
    'SEGMENT_EDIT_CONFLICT',
    'SEGMENT_EDIT_CONFLICT',
    'made',
  ]);
  const change = await eventually(() =>
    service.changes.find((one) => one.recordingId === recordingId && one.reason === 'segment-split'),
  );
  const ids = (await rows()).slice(1, 3).map(({ id }) => id);
  expect(change.segmentIds?.toSorted()).toEqual(ids.toSorted());
});

it('shows any version, how it differs from now, and comes back to it', async () => {
  const { recordingId, seen, told, rows, speakers } = await open(service);
  const original = await told();
  const [, second] = await seen(0, 1);
  await correct(service, 'splitSegment', 'SplitSegmentInput', { segment: second, beforeWord: 5 });
  const [first] = await seen(0);
  await service.edit(first?.segmentId ?? '', 'How much?', 1);
  await service.rename((await speakers())[0]?.id ?? '', 'Anna');
  await correct(service, 'mergeSegments', 'MergeSegmentsInput', { segments: await seen(0, 1) });
  const at = async (version: number, page = '') => {
    const { transcriptVersion } = await service.graph.query<{
      transcriptVersion: {
        code?: string;
        differenceCount: number;
        segments: {
          totalCount: number;
          pageInfo: { endCursor: string };
          edges: { node: { text: string; speaker: { displayName: string } } }[];
        };
      };
    }>(
      `query ($id: ID!, $version: Int!) { transcriptVersion(recordingId: $id, version: $version) {
         ... on TranscriptVersion { differenceCount
           segments(first: 3 ${page}) { totalCount pageInfo { endCursor } edges { node { text speaker { displayName } } } } }
         ... on Problem { code } } }`,
      { id: recordingId, version },
    );
    return transcriptVersion;
  };
  const texts = ({ segments }: Awaited<ReturnType<typeof at>>) => segments.edges.map(({ node }) => node.text);
  const asImported = await at(1);
  expect(asImported.segments.totalCount).toBe(4);
  expect(texts(asImported)).toEqual(LINES.slice(0, 3).map(([, text]) => text));
  const rest = await at(1, `, after: "${asImported.segments.pageInfo.endCursor}"`);
  expect(texts(rest)).toEqual([LINES[3]?.[1]]);
  expect(texts(await at(3))).toEqual(['How much?', 'It is forty a month.', 'And what else?']);
  expect(await at(5)).toMatchObject({ differenceCount: 0, segments: { totalCount: 4 } });
  expect(await at(0)).toMatchObject({ code: 'VERSION_UNKNOWN' });
  expect(await at(6)).toMatchObject({ code: 'VERSION_UNKNOWN' });

  const restore = async (version: number) => {
    const { restoreTranscript } = await service.graph.query<{ restoreTranscript: Made | null }>(
      `mutation ($id: ID!, $version: Int!) { restoreTranscript(recordingId: $id, version: $version) {
         ... on Correction { id kind version } ... on Problem { code } } }`,
      { id: recordingId, version },
    );
    return restoreTranscript;
  };
  const now = await told();
  const made = await restore(1);
  expect(made).toMatchObject({ kind: 'RESTORED', version: 6 });
  expect(await told()).toEqual(original);
  expect((await rows()).some(({ edited }) => edited)).toBe(false);
  expect(await restore(1)).toBeNull();
  await undo(service, made?.id);
  expect(await told()).toEqual(now);
});
