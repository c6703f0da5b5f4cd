import { transcriptApplied } from '@colloquy/contracts';
import { LOCAL_WORKSPACE_ID, newId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { resultOf, RunningService, SPEAKERS, type SpeakerShape } from './running-service.ts';

interface Row {
  id: string;
  text: string;
  version: number;
  startMs: number;
  endMs: number;
  edited: boolean;
  speaker: { id: string; displayName: string };
  words: { text: string }[];
}
interface Made {
  code?: string;
  message?: string;
  id: string;
  version: number;
  kind: string;
  undone: boolean;
}

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

const LINES: [string, string][] = [
  ['SPEAKER_00', 'How much is the machine?'],
  ['SPEAKER_01', 'It is forty a month. And what else?'],
  ['SPEAKER_00', 'We take it.'],
  ['SPEAKER_01', 'The machine is yours.'],
];

/** A transcript of those lines and ways to read and correct it. */
async function open(lines = LINES) {
  const { recordingId } = resultOf(lines);
  const document = resultOf(lines, { recordingId });
  await service.transcribed(document);
  const rows = async (): Promise<Row[]> => {
    const found = await service.transcript<{ segments: { edges: { node: Row }[] } }>(
      recordingId,
      `segments(first: 1000) { edges { node {
         id text version startMs endMs edited speaker { id displayName } words { text } } } }`,
    );
    return (found?.segments.edges ?? []).map(({ node }) => node);
  };
  const speakers = async () =>
    (await service.transcript<{ speakers: SpeakerShape[] }>(recordingId, SPEAKERS))?.speakers ?? [];
  const told = async () => (await rows()).map(({ speaker, text }) => `${speaker.displayName}: ${text}`);
  const seen = async (...positions: number[]) => {
    const all = await rows();
    return positions.map((at) => ({ segmentId: all[at]?.id, expectedVersion: all[at]?.version }));
  };
  return { recordingId, rows, speakers, told, seen };
}

async function correct(mutation: string, type: string, input: object): Promise<Made | null> {
  const answer = await service.graph.query<Record<string, Made | null>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) {
       ... on Correction { id version kind undone } ... on Problem { code message } } }`,
    { input },
  );
  return answer[mutation] ?? null;
}

async function undo(correctionId: string | undefined): Promise<Made> {
  const { undoCorrection } = await service.graph.query<{ undoCorrection: Made }>(
    `mutation ($id: ID!) { undoCorrection(correctionId: $id) {
       ... on Correction { id version kind undone } ... on Problem { code message } } }`,
    { id: correctionId },
  );
  return undoCorrection;
}

it('splits a segment, gives the second part to somebody new, and takes it back', async () => {
  const { rows, speakers, told, seen } = await open();
  const before = await rows();
  const [segment] = await seen(1);
  const made = await correct('splitSegment', 'SplitSegmentInput', {
    segment,
    beforeWord: 5,
    speaker: { newSpeakerName: 'Cleo' },
  });
  expect(made).toMatchObject({ kind: 'SEGMENT_SPLIT', version: 2 });
  expect(await told()).toEqual([
    'Speaker 1: How much is the machine?',
    'Speaker 2: It is forty a month.',
    'Cleo: And what else?',
    'Speaker 1: We take it.',
    'Speaker 2: The machine is yours.',
  ]);
  const [, head, tail] = await rows();
  expect(head?.words.map(({ text }) => text)).toEqual(['It', 'is', 'forty', 'a', 'month.']);
  expect(tail?.startMs).toBe(head?.endMs);
  const [, , cleo] = await speakers();
  expect(cleo).toMatchObject({
    name: 'Cleo',
    segmentCount: 1,
    talkTimeMs: (tail?.endMs ?? 0) - (tail?.startMs ?? 0),
  });

  expect(await undo(made?.id)).toMatchObject({ kind: 'UNDONE', version: 3 });
  expect((await rows()).map(({ version: _version, ...row }) => row)).toEqual(
    before.map(({ version: _version, ...row }) => row),
  );
  expect((await speakers()).map(({ displayName }) => displayName)).toEqual(['Speaker 1', 'Speaker 2']);
});

it('merges neighbours, and only neighbours', async () => {
  const { recordingId, told, seen } = await open();
  const apart = await correct('mergeSegments', 'MergeSegmentsInput', { segments: await seen(0, 2) });
  expect(apart).toMatchObject({ code: 'SEGMENTS_NOT_ADJACENT' });
  const one = await correct('mergeSegments', 'MergeSegmentsInput', { segments: await seen(0) });
  expect(one).toMatchObject({ code: 'TOO_FEW_SEGMENTS' });
  const made = await correct('mergeSegments', 'MergeSegmentsInput', { segments: await seen(2, 1) });
  expect(await told()).toEqual([
    'Speaker 1: How much is the machine?',
    'Speaker 2: It is forty a month. And what else? We take it.',
    'Speaker 2: The machine is yours.',
  ]);
  expect(await service.transcript(recordingId, 'segmentCount wordCount')).toEqual({
    segmentCount: 3,
    wordCount: 20,
  });
  await undo(made?.id);
  expect(await told()).toEqual(LINES.map(([label, text]) => `Speaker ${Number(label.at(-1)) + 1}: ${text}`));
});

it('moves the boundary between two segments', async () => {
  const { told, seen, rows } = await open();
  const [first, second] = await seen(1, 2);
  const input = { first, second, words: 3 };
  await correct('moveSegmentBoundary', 'MoveSegmentBoundaryInput', input);
  expect((await told()).slice(1, 3)).toEqual([
    'Speaker 2: It is forty a month.',
    'Speaker 1: And what else? We take it.',
  ]);
  const [, head, tail] = await rows();
  expect(head?.endMs).toBe(tail?.startMs);
  expect(await correct('moveSegmentBoundary', 'MoveSegmentBoundaryInput', input)).toMatchObject({
    code: 'SEGMENT_EDIT_CONFLICT',
  });
  const [now, next] = await seen(1, 2);
  const back = (words: number) =>
    correct('moveSegmentBoundary', 'MoveSegmentBoundaryInput', { first: now, second: next, words });
  expect(await back(-6)).toMatchObject({ code: 'SEGMENT_TEXT_EMPTY' });
  expect(await back(0)).toBeNull();
  await back(-3);
  expect((await told())[1]).toBe('Speaker 2: It is forty a month. And what else?');
});

it('says who speaks, and merges two speakers everywhere', async () => {
  const { told, seen, speakers } = await open();
  const [one, two] = await speakers();
  await correct('assignSpeaker', 'AssignSpeakerInput', {
    segments: await seen(0, 1),
    speaker: { speakerId: two?.id },
  });
  expect((await speakers()).map(({ segmentCount }) => segmentCount)).toEqual([1, 3]);
  const same = await correct('assignSpeaker', 'AssignSpeakerInput', {
    segments: await seen(0),
    speaker: { speakerId: two?.id },
  });
  expect(same).toBeNull();
  await service.rename(two?.id ?? '', 'Ben');
  const merged = await correct('mergeSpeakers', 'MergeSpeakersInput', {
    speakerId: one?.id,
    intoSpeakerId: two?.id,
  });
  expect((await told()).every((line) => line.startsWith('Ben: '))).toBe(true);
  expect(await speakers()).toMatchObject([{ displayName: 'Ben', share: 1, segmentCount: 4 }]);
  expect(
    await correct('mergeSpeakers', 'MergeSpeakersInput', { speakerId: one?.id, intoSpeakerId: two?.id }),
  ).toMatchObject({
    code: 'SPEAKER_NOT_FOUND',
  });
  await undo(merged?.id);
  expect((await speakers()).map(({ segmentCount }) => segmentCount)).toEqual([1, 3]);
});

it('replaces words everywhere as the preview showed, unless somebody was faster', async () => {
  const { recordingId, told, seen, rows } = await open();
  const input = { recordingId, find: 'machine', replacement: 'espresso machine', wholeWords: true };
  const { previewReplacement } = await service.graph.query<{
    previewReplacement: { version: number; totalCount: number; segments: { after: string }[] };
  }>(
    `query ($input: ReplaceTextInput!) { previewReplacement(input: $input) {
       ... on ReplacementPreviews { version totalCount segments { after } } ... on Problem { code } } }`,
    { input },
  );
  expect(previewReplacement).toEqual({
    version: 1,
    totalCount: 2,
    segments: [{ after: 'How much is the espresso machine?' }, { after: 'The espresso machine is yours.' }],
  });
  const [third] = await seen(2);
  await service.edit(third?.segmentId ?? '', 'We take one.', 1);
  const late = { ...input, expectedVersion: 1 };
  expect(await correct('replaceText', 'ReplaceTextInput', late)).toMatchObject({
    code: 'TRANSCRIPT_CHANGED',
  });
  const made = await correct('replaceText', 'ReplaceTextInput', { ...input, expectedVersion: 2 });
  expect((await told()).filter((line) => line.includes('espresso machine'))).toHaveLength(2);
  expect((await rows())[0]?.words.map(({ text }) => text)).toContain('espresso');
  expect(await correct('replaceText', 'ReplaceTextInput', { ...input, find: 'nowhere' })).toMatchObject({
    code: 'NOTHING_REPLACED',
  });
  expect(await correct('replaceText', 'ReplaceTextInput', { ...input, find: ' ' })).toMatchObject({
    code: 'NOTHING_TO_FIND',
  });
  const everything = { ...input, find: 'We take one.', replacement: '', wholeWords: false };
  expect(await correct('replaceText', 'ReplaceTextInput', everything)).toMatchObject({
    code: 'REPLACEMENT_UNFIT',
  });
  await undo(made?.id);
  expect((await told()).filter((line) => line.includes('espresso'))).toEqual([]);
  // What is searched follows.
  const { searchSegments } = await service.graph.query<{ searchSegments: { totalCount: number } }>(
    `{ searchSegments(input: { query: "espresso", recordingIds: ["${recordingId}"] }) { totalCount } }`,
  );
  expect(searchSegments.totalCount).toBe(0);
});

it('undoes and redoes, but never over a later correction', async () => {
  const { recordingId, seen, rows } = await open();
  const [first] = await seen(0);
  const id = first?.segmentId ?? '';
  await service.edit(id, 'How much?', 1);
  const { segment } = await service.graph.query<{ segment: { lastCorrection: Made } }>(
    `{ segment(id: "${id}") { lastCorrection { id kind version undone } } }`,
  );
  const { lastCorrection } = segment;
  expect(lastCorrection).toMatchObject({ kind: 'TEXT_EDITED', version: 2, undone: false });
  const undone = await undo(lastCorrection.id);
  expect((await rows())[0]).toMatchObject({ text: 'How much is the machine?', edited: false });
  expect(await undo(lastCorrection.id)).toMatchObject({ code: 'CORRECTION_OVERLAID' });
  await undo(undone.id);
  expect((await rows())[0]).toMatchObject({ text: 'How much?', edited: true });
  await service.edit(id, 'How much, please?', 4);
  expect(await undo(lastCorrection.id)).toMatchObject({ code: 'CORRECTION_OVERLAID' });
  expect(await undo(newId())).toMatchObject({ code: 'CORRECTION_NOT_FOUND' });

  const history = await service.transcript<{
    corrections: { totalCount: number; edges: { cursor: string; node: Made }[] };
  }>(
    recordingId,
    `corrections(first: 3) { totalCount edges { cursor node {
       id kind version undone author differences { textBefore textAfter } } } }`,
  );
  expect(history?.corrections).toMatchObject({
    totalCount: 4,
    edges: [
      {
        node: {
          kind: 'TEXT_EDITED',
          version: 5,
          author: 'Owner',
          differences: [{ textBefore: 'How much?', textAfter: 'How much, please?' }],
        },
      },
      { node: { kind: 'UNDONE', version: 4 } },
      { node: { kind: 'UNDONE', version: 3, undone: true } },
    ],
  });
  const rest = await service.transcript<{ corrections: { edges: { node: Made }[] } }>(
    recordingId,
    `corrections(first: 3, after: "${history?.corrections.edges[2]?.cursor}") { edges { node { version undone } } }`,
  );
  expect(rest?.corrections.edges).toEqual([{ node: { version: 2, undone: false } }]);
});

it('splits word by word, in either direction, for as long as there are words', async () => {
  const count = 60;
  const words = Array.from({ length: count }, (_, i) => `w${i}`);
  for (const direction of ['from the front', 'from the back']) {
    const { rows, told } = await open([
      ['SPEAKER_00', words.join(' ')],
      ['SPEAKER_01', 'Yes.'],
    ]);
    for (let left = count; left > 1; left -= 1) {
      const all = await rows();
      const row = direction === 'from the front' ? all.at(-2) : all[0];
      const made = await correct('splitSegment', 'SplitSegmentInput', {
        segment: { segmentId: row?.id, expectedVersion: row?.version },
        beforeWord: direction === 'from the front' ? 1 : left - 1,
      });
      expect(made?.code).toBeUndefined();
    }
    expect(await told()).toEqual([...words.map((text) => `Speaker 1: ${text}`), 'Speaker 2: Yes.']);
  }
}, 60_000);

it('lets one of two win, and tells everybody which segments changed', async () => {
  const { recordingId, seen, rows } = await open();
  const [segment] = await seen(1);
  const outcomes = await Promise.all(
    [2, 3, 4].map((beforeWord) => correct('splitSegment', 'SplitSegmentInput', { segment, beforeWord })),
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

it('tells where a correction has arrived', async () => {
  const { recordingId, seen } = await open();
  const feed = service.graph.subscribe<{ propagationChanged: object }>(
    `subscription ($id: ID!) { propagationChanged(recordingId: $id) {
       version upToDate consumers { consumer version upToDate } } }`,
    { id: recordingId },
  );
  const next = async () => (await feed.next()).value?.propagationChanged;
  const at = (version: number, answers: number) => ({
    version,
    upToDate: answers >= version,
    consumers: [
      { consumer: 'SEARCH', version, upToDate: true },
      { consumer: 'ANSWERS', version: answers, upToDate: answers >= version },
    ],
  });
  const applied = (version: number) =>
    service.publish(transcriptApplied, {
      workspaceId: LOCAL_WORKSPACE_ID,
      recordingId,
      version,
      consumer: 'chat',
    });
  expect(await next()).toEqual(at(1, 0));
  await applied(1);
  expect(await next()).toEqual(at(1, 1));
  const [segment] = await seen(0);
  await service.edit(segment?.segmentId ?? '', 'How much?', 1);
  expect(await next()).toEqual(at(2, 1));
  await applied(2);
  expect(await next()).toEqual(at(2, 2));
  // What comes late changes nothing.
  await applied(1);
  await service.edit(segment?.segmentId ?? '', 'How much now?', 2);
  expect(await next()).toEqual(at(3, 2));
  await feed.return?.();
});
