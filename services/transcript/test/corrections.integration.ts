import { correct, LINES, open, undo } from './corrected-transcript.ts';
import { RunningService } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

it('splits a segment, gives the second part to somebody new, and takes it back', async () => {
  const { rows, speakers, told, seen } = await open(service);
  const before = await rows();
  const [segment] = await seen(1);
  const made = await correct(service, 'splitSegment', 'SplitSegmentInput', {
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

  expect(await undo(service, made?.id)).toMatchObject({ kind: 'UNDONE', version: 3 });
  expect((await rows()).map(({ version: _version, ...row }) => row)).toEqual(
    before.map(({ version: _version, ...row }) => row),
  );
  expect((await speakers()).map(({ displayName }) => displayName)).toEqual(['Speaker 1', 'Speaker 2']);
});

it('merges neighbours, and only neighbours', async () => {
  const { recordingId, told, seen } = await open(service);
  const apart = await correct(service, 'mergeSegments', 'MergeSegmentsInput', { segments: await seen(0, 2) });
  expect(apart).toMatchObject({ code: 'SEGMENTS_NOT_ADJACENT' });
  const one = await correct(service, 'mergeSegments', 'MergeSegmentsInput', { segments: await seen(0) });
  expect(one).toMatchObject({ code: 'TOO_FEW_SEGMENTS' });
  const made = await correct(service, 'mergeSegments', 'MergeSegmentsInput', { segments: await seen(2, 1) });
  expect(await told()).toEqual([
    'Speaker 1: How much is the machine?',
    'Speaker 2: It is forty a month. And what else? We take it.',
    'Speaker 2: The machine is yours.',
  ]);
  expect(await service.transcript(recordingId, 'segmentCount wordCount')).toEqual({
    segmentCount: 3,
    wordCount: 20,
  });
  await undo(service, made?.id);
  expect(await told()).toEqual(LINES.map(([label, text]) => `Speaker ${Number(label.at(-1)) + 1}: ${text}`));
});

it('moves the boundary between two segments', async () => {
  const { told, seen, rows } = await open(service);
  const [first, second] = await seen(1, 2);
  const input = { first, second, words: 3 };
  await correct(service, 'moveSegmentBoundary', 'MoveSegmentBoundaryInput', input);
  expect((await told()).slice(1, 3)).toEqual([
    'Speaker 2: It is forty a month.',
    'Speaker 1: And what else? We take it.',
  ]);
  const [, head, tail] = await rows();
  expect(head?.endMs).toBe(tail?.startMs);
  expect(await correct(service, 'moveSegmentBoundary', 'MoveSegmentBoundaryInput', input)).toMatchObject({
    code: 'SEGMENT_EDIT_CONFLICT',
  });
  const [now, next] = await seen(1, 2);
  const back = (words: number) =>
    correct(service, 'moveSegmentBoundary', 'MoveSegmentBoundaryInput', { first: now, second: next, words });
  expect(await back(-6)).toMatchObject({ code: 'SEGMENT_TEXT_EMPTY' });
  expect(await back(0)).toBeNull();
  await back(-3);
  expect((await told())[1]).toBe('Speaker 2: It is forty a month. And what else?');
});

it('says who speaks, and merges two speakers everywhere', async () => {
  const { told, seen, speakers } = await open(service);
  const [one, two] = await speakers();
  await correct(service, 'assignSpeaker', 'AssignSpeakerInput', {
    segments: await seen(0, 1),
    speaker: { speakerId: two?.id },
  });
  expect((await speakers()).map(({ segmentCount }) => segmentCount)).toEqual([1, 3]);
  const same = await correct(service, 'assignSpeaker', 'AssignSpeakerInput', {
    segments: await seen(0),
    speaker: { speakerId: two?.id },
  });
  expect(same).toBeNull();
  await service.rename(two?.id ?? '', 'Ben');
  const merged = await correct(service, 'mergeSpeakers', 'MergeSpeakersInput', {
    speakerId: one?.id,
    intoSpeakerId: two?.id,
  });
  expect((await told()).every((line) => line.startsWith('Ben: '))).toBe(true);
  expect(await speakers()).toMatchObject([{ displayName: 'Ben', share: 1, segmentCount: 4 }]);
  expect(
    await correct(service, 'mergeSpeakers', 'MergeSpeakersInput', {
      speakerId: one?.id,
      intoSpeakerId: two?.id,
    }),
  ).toMatchObject({
    code: 'SPEAKER_NOT_FOUND',
  });
  await undo(service, merged?.id);
  expect((await speakers()).map(({ segmentCount }) => segmentCount)).toEqual([1, 3]);
});

it('tells whoever was too late who said otherwise who speaks', async () => {
  const { seen, speakers } = await open(service);
  const [, ben] = await speakers();
  const segments = await seen(0);
  const speaker = { speakerId: ben?.id };
  await correct(service, 'assignSpeaker', 'AssignSpeakerInput', { segments, speaker });
  expect(await correct(service, 'assignSpeaker', 'AssignSpeakerInput', { segments, speaker })).toMatchObject({
    code: 'SEGMENT_EDIT_CONFLICT',
    message: expect.stringMatching(/^Owner changed this segment at .* version 2/),
  });
});

it('replaces words at some places of a segment only', async () => {
  const { recordingId, told, rows } = await open(service, [['SPEAKER_00', 'No, no. And no!']]);
  const [segment] = await rows();
  const input = { recordingId, find: 'no', replacement: 'yes' };
  const { previewReplacement } = await service.graph.query<{ previewReplacement: object }>(
    `query ($input: ReplaceTextInput!) { previewReplacement(input: $input) {
       ... on ReplacementPreviews { totalCount placeCount segments { places { start end text } } } } }`,
    { input },
  );
  expect(previewReplacement).toEqual({
    totalCount: 1,
    placeCount: 3,
    segments: [
      {
        places: [
          { start: 0, end: 2, text: 'Yes' },
          { start: 4, end: 6, text: 'yes' },
          { start: 12, end: 14, text: 'yes' },
        ],
      },
    ],
  });
  const replace = (places: number[]) =>
    correct(service, 'replaceText', 'ReplaceTextInput', {
      ...input,
      places: [{ segmentId: segment?.id, places }],
    });
  expect(await replace([3])).toMatchObject({ code: 'NOTHING_REPLACED' });
  expect(await replace([1])).toMatchObject({ kind: 'TEXT_REPLACED' });
  expect(await told()).toEqual(['Speaker 1: No, yes. And no!']);
});

it('replaces words everywhere as the preview showed, unless somebody was faster', async () => {
  const { recordingId, told, seen, rows } = await open(service);
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
  expect(await correct(service, 'replaceText', 'ReplaceTextInput', late)).toMatchObject({
    code: 'TRANSCRIPT_CHANGED',
  });
  const made = await correct(service, 'replaceText', 'ReplaceTextInput', { ...input, expectedVersion: 2 });
  expect((await told()).filter((line) => line.includes('espresso machine'))).toHaveLength(2);
  expect((await rows())[0]?.words.map(({ text }) => text)).toContain('espresso');
  expect(
    await correct(service, 'replaceText', 'ReplaceTextInput', { ...input, find: 'nowhere' }),
  ).toMatchObject({
    code: 'NOTHING_REPLACED',
  });
  const same = { ...input, find: 'boat', replacement: 'boat' };
  expect(await correct(service, 'replaceText', 'ReplaceTextInput', same)).toMatchObject({
    message: expect.stringContaining('Nothing would change'),
  });
  expect(await correct(service, 'replaceText', 'ReplaceTextInput', { ...input, find: ' ' })).toMatchObject({
    code: 'NOTHING_TO_FIND',
  });
  const everything = { ...input, find: 'We take one.', replacement: '', wholeWords: false };
  expect(await correct(service, 'replaceText', 'ReplaceTextInput', everything)).toMatchObject({
    code: 'REPLACEMENT_UNFIT',
  });
  await undo(service, made?.id);
  expect((await told()).filter((line) => line.includes('espresso'))).toEqual([]);
  // What is searched follows.
  const { searchSegments } = await service.graph.query<{ searchSegments: { totalCount: number } }>(
    `{ searchSegments(input: { query: "espresso", recordingIds: ["${recordingId}"] }) { totalCount } }`,
  );
  expect(searchSegments.totalCount).toBe(0);
});

it('splits word by word, in either direction, for as long as there are words', async () => {
  const count = 60;
  const words = Array.from({ length: count }, (_, i) => `w${i}`);
  for (const direction of ['from the front', 'from the back']) {
    const { rows, told } = await open(service, [
      ['SPEAKER_00', words.join(' ')],
      ['SPEAKER_01', 'Yes.'],
    ]);
    for (let left = count; left > 1; left -= 1) {
      const all = await rows();
      const row = direction === 'from the front' ? all.at(-2) : all[0];
      const made = await correct(service, 'splitSegment', 'SplitSegmentInput', {
        segment: { segmentId: row?.id, expectedVersion: row?.version },
        beforeWord: direction === 'from the front' ? 1 : left - 1,
      });
      expect(made?.code).toBeUndefined();
    }
    expect(await told()).toEqual([...words.map((text) => `Speaker 1: ${text}`), 'Speaker 2: Yes.']);
  }
}, 60_000);
