import { newId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { call, resultOf, RunningService, SPEAKERS, type Page, type SpeakerShape } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

describe('browsing', () => {
  it('pages through segments, of one speaker if asked', async () => {
    const document = resultOf(
      Array.from({ length: 620 }, (_, i): [string, string] => [`SPEAKER_0${i % 2}`, `line ${i}`]),
    );
    await service.transcribed(document);
    const read = (args: string) =>
      service.transcript<Page>(
        document.recordingId,
        `segments(${args}) { totalCount edges { cursor node { text } } }`,
      );
    const seen: string[] = [];
    for (let after = ''; ;) {
      const page = await read(`first: 250${after && `, after: "${after}"`}`);
      const edges = page?.segments.edges ?? [];
      seen.push(...edges.map(({ node }) => node.text));
      if (edges.length < 250) break;
      after = edges.at(-1)?.cursor ?? '';
    }
    expect(seen).toEqual(Array.from({ length: 620 }, (_, i) => `line ${i}`));
    const speakers = await service.transcript<{ speakers: SpeakerShape[] }>(document.recordingId, SPEAKERS);
    const second = await read(`first: 2, speakerIds: ["${speakers?.speakers[1]?.id}"]`);
    expect(second?.segments).toMatchObject({
      totalCount: 310,
      edges: [{ node: { text: 'line 1' } }, { node: { text: 'line 3' } }],
    });
  });

  it.each([
    ['first: 0', 'PAGE_SIZE_INVALID'],
    ['first: 1001', 'PAGE_SIZE_INVALID'],
    ['after: "nonsense"', 'CURSOR_INVALID'],
    ['after: "WyJ4Il0"', 'CURSOR_INVALID'],
  ])('segments(%s) is refused with %s', async (args, code) => {
    const document = call();
    await service.transcribed(document);
    const { errors } = await service.graph.request(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Recording { transcript { segments(${args}) { totalCount } } } } }`,
      { of: [{ __typename: 'Recording', id: document.recordingId }] },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe(code);
  });

  it('answers references to what is gone, hidden or no id with null', async () => {
    const document = call();
    const { transcriptId } = await service.transcribed(document);
    const ask = () =>
      service.graph.query(
        `query ($of: [_Any!]!) { _entities(representations: $of) {
           ... on Recording { transcript { id } } ... on Transcript { id } ... on Segment { id } ... on Speaker { id } } }`,
        {
          of: [
            { __typename: 'Recording', id: document.recordingId },
            { __typename: 'Transcript', id: transcriptId },
            { __typename: 'Segment', id: 'nonsense' },
            { __typename: 'Speaker', id: newId() },
          ],
        },
      );
    await service.tell(document.recordingId, { title: 'Shown' });
    await expect(ask()).resolves.toEqual({
      _entities: [{ transcript: { id: transcriptId } }, { id: transcriptId }, null, null],
    });
    await service.tell(document.recordingId, { hidden: true });
    await eventually(
      async () =>
        JSON.stringify(await ask()) ===
        JSON.stringify({ _entities: [{ transcript: null }, null, null, null] }),
    );
  });
});

it('keeps to the latest that it was told of a recording, whatever comes late', async () => {
  const document = call();
  await service.tell(document.recordingId, { version: 3, title: 'Restored' });
  await service.transcribed(document);
  await service.tell(document.recordingId, { version: 2, title: 'Deleted', hidden: true });
  // The next change is handled after the late one.
  await service.tell(newId(), { title: 'Next' });
  await eventually(
    async () =>
      (
        await service.ingest.dataSource.query<unknown[]>(
          `select 1 from transcript.recording_ref where title = 'Next'`,
        )
      ).length > 0,
  );
  expect(await service.transcript(document.recordingId, 'exports { fileName }')).toMatchObject({
    exports: expect.arrayContaining([{ fileName: 'Restored.txt' }]),
  });
});

it('follows the language of its recording, and stems its words as that does', async () => {
  const lines = Array.from({ length: 300 }, (_, i): [string, string] => ['SPEAKER_00', `delivery ${i}`]);
  const document = resultOf([...lines, ['SPEAKER_00', 'The marmots whistled.']], { language: 'und' });
  await service.tell(document.recordingId, { language: null });
  await service.transcribed(document);
  const found = async () => {
    const { searchSegments } = await service.graph.query<{
      searchSegments: { totalCount: number; matchKind: string };
    }>('{ searchSegments(input: { query: "marmot whistles" }) { totalCount matchKind } }');
    return searchSegments;
  };
  expect(await found()).not.toEqual({ totalCount: 1, matchKind: 'EXACT' });
  await service.tell(document.recordingId, { language: 'en-GB' });
  await eventually(() =>
    service.changes.some(
      ({ reason, recordingId }) => reason === 'language-changed' && recordingId === document.recordingId,
    ),
  );
  expect(await found()).toEqual({ totalCount: 1, matchKind: 'EXACT' });
  expect(await service.transcript(document.recordingId, 'language version')).toEqual({
    language: 'en-GB',
    version: 2,
  });
  // Set while the result is on its way: the transcript follows when it is there.
  const again = { ...document, runId: newId(), language: 'de' };
  await service.transcribed(again);
  await eventually(
    async () =>
      JSON.stringify(await service.transcript(document.recordingId, 'language version')) ===
      JSON.stringify({ language: 'en-GB', version: 4 }),
  );
});

describe('corrections', () => {
  it('renames a speaker and takes the name away again', async () => {
    const document = call();
    await service.transcribed(document);
    const transcript = await service.transcript<{ speakers: SpeakerShape[] }>(document.recordingId, SPEAKERS);
    const id = transcript?.speakers[0]?.id ?? '';
    await expect(service.rename(id, '  Anna   Müller ')).resolves.toEqual({
      id,
      name: 'Anna Müller',
      displayName: 'Anna Müller',
    });
    await expect(service.rename(id, 'a\u0007b')).resolves.toMatchObject({ code: 'SPEAKER_NAME_INVALID' });
    await expect(service.rename(newId(), 'Anna')).resolves.toMatchObject({ code: 'SPEAKER_NOT_FOUND' });
    await expect(service.rename(id, '')).resolves.toEqual({ id, name: null, displayName: 'Speaker 1' });
    const ours = () => service.changes.filter(({ recordingId }) => recordingId === document.recordingId);
    await eventually(() => ours().length === 3);
    expect(ours().map(({ version, reason }) => [version, reason])).toEqual([
      [1, 'imported'],
      [2, 'speaker-renamed'],
      [3, 'speaker-renamed'],
    ]);
  });

  it('edits a text, aligns its words, and tells whoever comes late', async () => {
    const document = call();
    await service.transcribed(document);
    const transcript = await service.transcript<Page>(
      document.recordingId,
      'segments { edges { node { id } } }',
    );
    const id = transcript?.segments.edges[1]?.node.id ?? '';
    const words = [
      { text: 'Fifty', startMs: 1000, endMs: 1300, confidence: null },
      { text: 'a', startMs: 1300, endMs: 1600, confidence: 0.9 },
      { text: 'month.', startMs: 1600, endMs: 1900, confidence: 0.9 },
    ];
    await expect(service.edit(id, 'Fifty\n a month.', 1)).resolves.toEqual({
      id,
      text: 'Fifty a month.',
      version: 2,
      edited: true,
      words,
    });
    await expect(
      service.graph.query(`{ segment(id: "${id}") { text words { text startMs endMs confidence } } }`),
    ).resolves.toEqual({
      segment: { text: 'Fifty a month.', words },
    });
    await expect(service.edit(id, 'Sixty a month.', 1)).resolves.toMatchObject({
      code: 'SEGMENT_EDIT_CONFLICT',
      message: expect.stringMatching(/^Owner changed this segment at .* version 2/),
      troubleshooting: ['Its text is now: Fifty a month.'],
    });
    await expect(service.edit(id, ' \n', 2)).resolves.toMatchObject({ code: 'SEGMENT_TEXT_EMPTY' });
    await expect(service.edit(id, 'x'.repeat(20_001), 2)).resolves.toMatchObject({
      code: 'SEGMENT_TEXT_TOO_LONG',
    });
    await eventually(() =>
      service.changes.some(({ reason, segmentIds }) => reason === 'text-edited' && segmentIds?.[0] === id),
    );
  });

  it('lets one of two simultaneous edits win', async () => {
    const document = call();
    await service.transcribed(document);
    const transcript = await service.transcript<Page>(
      document.recordingId,
      'segments { edges { node { id } } }',
    );
    const id = transcript?.segments.edges[0]?.node.id ?? '';
    const outcomes = await Promise.all(['one', 'two', 'three'].map((text) => service.edit(id, text, 1)));
    expect(outcomes.filter(({ version }) => version === 2)).toHaveLength(1);
    expect(outcomes.filter(({ code }) => code === 'SEGMENT_EDIT_CONFLICT')).toHaveLength(2);
  });

  it('tells subscribers', async () => {
    const document = call();
    await service.transcribed(document);
    const transcript = await service.transcript<{ speakers: SpeakerShape[] }>(document.recordingId, SPEAKERS);
    const changes = service.graph.subscribe<{ transcriptChanged: object }>(
      'subscription ($id: ID!) { transcriptChanged(recordingId: $id) { version reason segmentIds transcript { speakers { displayName } } } }',
      { id: document.recordingId },
    );
    expect((await changes.next()).value).toMatchObject({
      transcriptChanged: { version: 1, reason: 'current', segmentIds: null },
    });
    await service.rename(transcript?.speakers[1]?.id ?? '', 'Ben');
    expect((await changes.next()).value).toMatchObject({
      transcriptChanged: {
        version: 2,
        reason: 'speaker-renamed',
        segmentIds: null,
        transcript: { speakers: [{ displayName: 'Speaker 1' }, { displayName: 'Ben' }] },
      },
    });
    await changes.return?.();
  });

  it('tells subscribers of a transcript that is not there yet when it comes', async () => {
    const document = call();
    const changes = service.graph.subscribe<{ transcriptChanged: object }>(
      'subscription ($id: ID!) { transcriptChanged(recordingId: $id) { version reason } }',
      { id: document.recordingId },
    );
    const first = changes.next();
    await service.transcribed(document);
    expect((await first).value).toMatchObject({ transcriptChanged: { version: 1 } });
    await changes.return?.();
  });
});
