import type { TranscriptionResult } from '@colloquy/contracts';
import { correct, LINES, open, undo, type Made } from './corrected-transcript.ts';
import { resultOf, RunningService } from './running-service.ts';

/** What people removed stays away, whatever the engines in between heard, or is listed. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

const listed = async (recordingId: string) => {
  const found = await service.transcript<{ leftBehind: { text: string; startMs: number }[] }>(
    recordingId,
    'leftBehind { text startMs }',
  );
  return found?.leftBehind;
};
const restore = async (id: string, version: number): Promise<Made> => {
  const { restoreTranscript } = await service.graph.query<{ restoreTranscript: Made }>(
    `mutation ($id: ID!, $version: Int!) { restoreTranscript(recordingId: $id, version: $version) {
       ... on Correction { id version } ... on Problem { code } } }`,
    { id, version },
  );
  return restoreTranscript;
};

/** The lines with one segment more or less, and others with other times. */
function heard(
  recordingId: string,
  change: (segments: TranscriptionResult['segments']) => TranscriptionResult['segments'] = (all) => all,
): TranscriptionResult {
  const result = resultOf(LINES, { recordingId });
  return { ...result, segments: change(result.segments) };
}
const without = (position: number) => (segments: TranscriptionResult['segments']) =>
  segments.toSpliced(position, 1);

async function opened() {
  const call = await open(service);
  const starts = async () => (await call.rows()).map(({ startMs }) => startMs);
  const remove = async (...positions: number[]) =>
    correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments: await call.seen(...positions) });
  return { ...call, starts, remove };
}

it('stays away after an engine that heard nothing there', async () => {
  const { recordingId, starts, remove } = await opened();
  await remove(1);
  await service.transcribed(heard(recordingId, without(1)));
  await service.transcribed(heard(recordingId, without(1)));
  expect(await starts()).toEqual([0, 2_000, 3_000]);
  await service.transcribed(heard(recordingId));
  expect(await starts()).toEqual([0, 2_000, 3_000]);
  expect(await listed(recordingId)).toEqual([]);
});

it('is listed when it comes back in a longer segment after an engine that heard nothing there', async () => {
  const { recordingId, remove } = await opened();
  await remove(1);
  await service.transcribed(heard(recordingId, without(1)));
  const joined = heard(recordingId, ([one, two, ...rest]) =>
    one && two ? [{ ...one, endMs: two.endMs, words: [...one.words, ...two.words.slice(1)] }, ...rest] : [],
  );
  await service.transcribed(joined);
  expect(await listed(recordingId)).toEqual([{ startMs: 1_000, text: '' }]);
});

it('stays away whole after an engine that heard only its beginning', async () => {
  const { recordingId, starts, remove } = await opened();
  await remove(1);
  const halves = (segments: TranscriptionResult['segments']) =>
    segments.flatMap((segment) => {
      if (segment.startMs !== 1_000) return [segment];
      const [first, second] = [segment.words.slice(0, 4), segment.words.slice(4)];
      return [
        { ...segment, endMs: 1_450, words: first },
        { ...segment, startMs: 1_450, words: second },
      ];
    });
  await service.transcribed(heard(recordingId, (all) => without(2)(halves(all))));
  expect(await starts()).toEqual([0, 2_000, 3_000]);
  await service.transcribed(heard(recordingId, halves));
  expect(await starts()).toEqual([0, 2_000, 3_000]);
  expect(await listed(recordingId)).toEqual([]);
});

it('is cut out where the next engine hears it in one segment with others', async () => {
  const { recordingId, told, starts, remove } = await opened();
  await remove(1);
  const before = await told();
  const joined = (words: number) =>
    heard(recordingId, ([one, two, three, ...rest]) =>
      one && two && three
        ? [
            { ...one, endMs: 2_900, words: [one, two, three].flatMap((each) => each.words).slice(words) },
            ...rest,
          ]
        : [],
    );
  await service.transcribed(joined(0));
  expect(await told()).toEqual([before[0], 'Speaker 1: We take it.', before[2]]);
  expect(await starts()).toEqual([0, 2_000, 3_000]);
  expect(await listed(recordingId)).toEqual([]);
  const found = await service.transcript<{
    wordCount: number;
    segmentCount: number;
    corrections: { edges: { node: object }[] };
  }>(recordingId, 'wordCount segmentCount corrections(first: 2) { edges { node { id kind author } } }');
  expect(found).toMatchObject({ wordCount: 12, segmentCount: 3 });
  expect(found?.corrections.edges.map(({ node }) => node)).toMatchObject([
    { kind: 'SEGMENTS_REMOVED', author: 'Owner' },
    { kind: 'SEGMENT_SPLIT', author: 'Owner' },
  ]);
  // And again by the next one, wherever that cuts.
  for (const words of [0, 1]) {
    await service.transcribed(joined(words));
    expect((await told()).join(' ')).not.toMatch(/forty|else/);
    expect(await listed(recordingId)).toEqual([]);
  }
  await service.transcribed(heard(recordingId));
  expect(await starts()).toEqual([0, 2_000, 3_000]);
});

it('is cut out with words that were deleted from it before, also after an engine that heard nothing there', async () => {
  const { recordingId, rows, told, remove } = await opened();
  const [, long] = await rows();
  await service.edit(long?.id ?? '', 'And what else?', long?.version ?? 0);
  await remove(1);
  const before = await told();
  await service.transcribed(heard(recordingId, without(1)));
  const joined = heard(recordingId, ([one, two, three, ...rest]) =>
    one && two && three
      ? [{ ...one, endMs: 2_900, words: [one, two, three].flatMap((each) => each.words) }, ...rest]
      : [],
  );
  await service.transcribed(joined);
  expect(await told()).toEqual([before[0], 'Speaker 1: We take it.', before[2]]);
  expect(await listed(recordingId)).toEqual([]);
});

it('is left and listed where the next engine hears clearly other words', async () => {
  const { recordingId, starts, remove } = await opened();
  await remove(1);
  const other = heard(recordingId, (all) =>
    all.map((segment) =>
      segment.startMs === 1_000
        ? {
            ...segment,
            text: 'Nobody knows',
            words: segment.words.slice(0, 2).map((word, at) => ({ ...word, text: at ? 'knows' : 'Nobody' })),
          }
        : segment,
    ),
  );
  await service.transcribed(other);
  expect(await starts()).toEqual([0, 1_000, 2_000, 3_000]);
  expect(await listed(recordingId)).toEqual([{ startMs: 1_000, text: '' }]);
});

it('is not removed again where somebody brought it back meanwhile', async () => {
  const { recordingId, starts, remove } = await opened();
  await remove(1);
  await service.transcribed(heard(recordingId, without(1)));
  await restore(recordingId, 1);
  await service.transcribed(heard(recordingId));
  expect(await starts()).toEqual([0, 1_000, 2_000, 3_000]);
  expect(await listed(recordingId)).toEqual([]);
});

it('stays away when it was taken back and removed again', async () => {
  const { recordingId, starts, remove } = await opened();
  const removed = await remove(1);
  await undo(service, (await undo(service, removed?.id)).id);
  await service.transcribed(heard(recordingId));
  expect(await starts()).toEqual([0, 2_000, 3_000]);
});

it('stays away when bringing it back was taken back, though somebody else speaks meanwhile', async () => {
  const { recordingId, starts, remove } = await opened();
  const [first, ...rest] = heard(recordingId).segments;
  if (!first) throw new Error('there are segments');
  const over = { ...heard(recordingId), segments: [{ ...first, endMs: 2_000 }, ...rest] };
  await service.transcribed(over);
  await remove(1);
  const version = (await service.transcript<{ version: number }>(recordingId, 'version'))?.version ?? 0;
  const brought = await restore(recordingId, version - 1);
  await undo(service, brought.id);
  await service.transcribed({ ...over, runId: heard(recordingId).runId });
  expect(await starts()).toEqual([0, 2_000, 3_000]);
});

it('is no removal when it was brought back and then joined with its neighbour', async () => {
  const { recordingId, told, seen, remove } = await opened();
  const removed = await remove(1);
  await undo(service, removed?.id);
  await correct(service, 'mergeSegments', 'MergeSegmentsInput', { segments: await seen(0, 1) });
  const before = await told();
  await service.transcribed(heard(recordingId));
  expect(await told()).toEqual(before);
  expect(await listed(recordingId)).toEqual([]);
});

it('stays away when it was joined with its neighbour before', async () => {
  const { recordingId, starts, seen, remove } = await opened();
  await correct(service, 'mergeSegments', 'MergeSegmentsInput', { segments: await seen(0, 1) });
  await remove(0);
  await service.transcribed(heard(recordingId));
  expect(await starts()).toEqual([2_000, 3_000]);
});

it('takes nobody away who speaks at the same time and was not removed', async () => {
  const { recordingId, told, remove } = await opened();
  const atOnce = () => {
    const result = heard(recordingId);
    const [one, two, ...rest] = result.segments;
    if (!one || !two) throw new Error('there are segments');
    return { ...result, segments: [one, { ...two, startMs: one.startMs, endMs: one.endMs }, ...rest] };
  };
  await service.transcribed(atOnce());
  await remove(1);
  const before = await told();
  await service.transcribed(atOnce());
  expect(await told()).toEqual(before);
});
