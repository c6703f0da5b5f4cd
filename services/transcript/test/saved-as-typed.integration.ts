import { open, undo, type Made } from './corrected-transcript.ts';
import { RunningService } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

interface Entry extends Made {
  differences: { textBefore: string; textAfter: string }[];
}

/** A transcript whose first segment is typed in. */
async function typing() {
  const { recordingId, rows, seen } = await open(service);
  const [first] = await seen(0);
  const id = first?.segmentId ?? '';
  const last = async () => {
    const { segment } = await service.graph.query<{
      segment: { version: number; lastCorrection: Made | null };
    }>(`{ segment(id: "${id}") { version lastCorrection { id kind version } } }`);
    return segment;
  };
  const type = async (text: string, continues?: string) => {
    const answer = await service.edit(id, text, (await last()).version, continues);
    expect(answer['code']).toBeUndefined();
    return (await last()).lastCorrection?.id;
  };
  const history = async () => {
    const found = await service.transcript<{ version: number; corrections: { edges: { node: Entry }[] } }>(
      recordingId,
      'version corrections { edges { node { id kind version undone differences { textBefore textAfter } } } }',
    );
    return {
      version: found?.version,
      entries: found?.corrections.edges.map(({ node: { kind, version, undone, differences } }) => [
        kind,
        version,
        undone,
        ...differences.map(({ textBefore, textAfter }) => `${textBefore} → ${textAfter}`),
      ]),
    };
  };
  const textAt = async (version: number) => {
    const { transcriptVersion } = await service.graph.query<{
      transcriptVersion: { segments: { edges: { node: { text: string } }[] } };
    }>(
      `query ($id: ID!, $version: Int!) { transcriptVersion(recordingId: $id, version: $version) {
         ... on TranscriptVersion { segments(first: 1) { edges { node { text } } } } } }`,
      { id: recordingId, version },
    );
    return transcriptVersion.segments.edges[0]?.node.text;
  };
  return { recordingId, rows, seen, id, type, history, textAt };
}

it('makes one correction of a text that is saved several times while it is typed', async () => {
  const { rows, type, history } = await typing();
  const before = await rows();
  const begun = await type('How much is');
  expect(await type('How much is the new', begun)).toBe(begun);
  expect(await type('How much is the new machine?', begun)).toBe(begun);
  expect(await history()).toEqual({
    version: 4,
    entries: [['TEXT_EDITED', 4, false, 'How much is the machine? → How much is the new machine?']],
  });
  const [first] = await rows();
  const timesOf = (row: (typeof before)[number] | undefined, word: string) =>
    row?.words.find(({ text }) => text === word);
  // A word that went and came again half-way is the one that was heard.
  expect(timesOf(first, 'machine?')).toEqual(timesOf(before[0], 'machine?'));
  await undo(service, begun);
  expect((await rows())[0]).toMatchObject({ text: 'How much is the machine?', edited: false });
});

it('shows each version in between as it was typed by then, and brings it back', async () => {
  const { recordingId, rows, type, textAt } = await typing();
  const begun = await type('How much is');
  await type('How much is the new', begun);
  const [typed] = await rows();
  await type('How much is the new machine?', begun);
  const texts = [
    'How much is the machine?',
    'How much is',
    'How much is the new',
    'How much is the new machine?',
  ];
  expect(await Promise.all([1, 2, 3, 4].map(textAt))).toEqual(texts);
  const { restoreTranscript } = await service.graph.query<{ restoreTranscript: Made }>(
    `mutation ($id: ID!) { restoreTranscript(recordingId: $id, version: 3) { ... on Correction { id kind } } }`,
    { id: recordingId },
  );
  expect(restoreTranscript.kind).toBe('RESTORED');
  const [restored] = await rows();
  expect(restored).toEqual({ ...typed, version: restored?.version });
  await undo(service, restoreTranscript.id);
  expect(await textAt(3)).toBe('How much is the new');
  // Typed as it was, the correction is taken back; what was shown in between stays.
  const again = await type('How much', undefined);
  await type('How much is the', again);
  await type('How much is the new machine?', again);
  expect(await Promise.all([7, 8, 9].map(textAt))).toEqual([
    'How much',
    'How much is the',
    'How much is the new machine?',
  ]);
});

it('begins another when something else was corrected meanwhile, so that no version changes afterwards', async () => {
  const { rows, seen, type, history, textAt } = await typing();
  const begun = await type('How much is the old');
  const [, second] = await seen(0, 1);
  await service.edit(second?.segmentId ?? '', 'Forty.', 1);
  const again = await type('How much is the old or new', begun);
  expect(again).not.toBe(begun);
  expect(await type('How much is the old or new machine?', again)).toBe(again);
  expect(await history()).toEqual({
    version: 5,
    entries: [
      ['TEXT_EDITED', 5, false, 'How much is the old → How much is the old or new machine?'],
      ['TEXT_EDITED', 3, false, 'It is forty a month. And what else? → Forty.'],
      ['TEXT_EDITED', 2, false, 'How much is the machine? → How much is the old'],
    ],
  });
  expect([await textAt(2), await textAt(3)]).toEqual(['How much is the old', 'How much is the old']);
  await undo(service, again);
  await undo(service, begun);
  expect((await rows())[0]).toMatchObject({ text: 'How much is the machine?', edited: false });
});

it('takes the correction back when the text is typed as it was', async () => {
  const { rows, type, history } = await typing();
  const [before] = await rows();
  const begun = await type('How much');
  await type('How much is the machine?', begun);
  const { version: _version, ...now } = (await rows())[0] ?? { version: 0 };
  const { version: _before, ...then } = before ?? { version: 0 };
  expect(now).toEqual(then);
  expect((await history()).entries?.map(([kind, , undone]) => [kind, undone])).toEqual([
    ['UNDONE', false],
    ['TEXT_EDITED', true],
  ]);
});

it('begins another when the first was taken back, or is not of this text', async () => {
  const { seen, type, history } = await typing();
  const begun = await type('How much?');
  const undone = await undo(service, begun);
  const again = await type('How many?', begun);
  expect(again).not.toBe(begun);
  expect(await type('How many are they?', undone.id)).not.toBe(undone.id);
  const [, second] = await seen(0, 1);
  await service.edit(second?.segmentId ?? '', 'Forty.', 1, again);
  expect((await history()).entries?.map(([kind]) => kind)).toEqual([
    'TEXT_EDITED',
    'TEXT_EDITED',
    'TEXT_EDITED',
    'UNDONE',
    'TEXT_EDITED',
  ]);
});

it('begins another correction once a text was saved a hundred times', async () => {
  const { type, history } = await typing();
  const first = await type('Typed 0.');
  for (let save = 1; save <= 100; save += 1) expect(await type(`Typed ${save}.`, first)).toBe(first);
  const next = await type('Typed at last.', first);
  expect(next).not.toBe(first);
  expect((await history()).entries).toHaveLength(2);
}, 60_000);
