import { newId } from '@colloquy/subgraph';
import { call, resultOf, RunningService, SPEAKERS, type Page, type SpeakerShape } from './running-service.ts';

/** What people did before a recording was processed again, and while it was. */
let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

it('keeps names and corrections when the recording is processed again', async () => {
  const first = call();
  const { version } = await service.transcribed(first);
  const before = await service.transcript<Page & { speakers: SpeakerShape[] }>(
    first.recordingId,
    `${SPEAKERS} segments { edges { node { id } } }`,
  );
  await service.rename(before?.speakers[1]?.id ?? '', 'Anna');
  await service.edit(before?.segments.edges[1]?.node.id ?? '', 'Forty-five a month.', 1);

  const again = { ...first, runId: newId(), speakers: first.speakers.toReversed() };
  const change = await service.transcribed(again);
  expect(change.version).toBe(version + 3);
  const after = await service.transcript<Page & { speakers: SpeakerShape[] }>(
    first.recordingId,
    `${SPEAKERS} segments { edges { node { id text edited } } }`,
  );
  expect(after?.speakers.map(({ displayName }) => displayName)).toEqual(['Speaker 1', 'Anna']);
  expect(after?.segments.edges[1]?.node).toMatchObject({ text: 'Forty-five a month.', edited: true });
  const late = await service.edit(before?.segments.edges[0]?.node.id ?? '', 'Too late', 1);
  expect(late).toMatchObject({ code: 'TRANSCRIPT_SUPERSEDED' });
});

it('carries who speaks, and lists what finds no place, until it is put away', async () => {
  const first = resultOf([
    ['SPEAKER_00', 'So, now.'],
    ['SPEAKER_00', 'What is it?'],
    ['SPEAKER_01', 'A boat.'],
    ['SPEAKER_00', 'A red one.'],
    ['SPEAKER_01', 'With a sail.'],
    ['SPEAKER_00', 'We take it.'],
  ]);
  await service.transcribed(first);
  const read = () =>
    service.transcript<{
      speakers: SpeakerShape[];
      leftBehind: { id: string; startMs: number; text: string; speakerName: string }[];
      segments: { edges: { node: { id: string; text: string; speaker: { displayName: string } } }[] };
    }>(
      first.recordingId,
      `${SPEAKERS} leftBehind { id startMs text speakerName }
       segments { edges { node { id text speaker { displayName } } } }`,
    );
  const before = await read();
  const rows = before?.segments.edges.map(({ node }) => node) ?? [];
  await service.edit(rows[0]?.id ?? '', 'Nobody will find me.', 1);
  await service.graph.query(
    'mutation ($input: AssignSpeakerInput!) { assignSpeaker(input: $input) { __typename } }',
    {
      input: {
        segments: [{ segmentId: rows[3]?.id, expectedVersion: 1 }],
        speaker: { speakerId: before?.speakers[1]?.id },
      },
    },
  );
  // Another engine joins the first two segments, and hears other words.
  const [one, two, ...rest] = first.segments;
  if (!one || !two) throw new Error('there are segments');
  const words = [...one.words, ...two.words].map((word) => ({ ...word, text: 'la' }));
  const joined = { ...one, endMs: two.endMs, text: words.map(({ text }) => text).join(' '), words };
  const again = { ...first, runId: newId(), segments: [joined, ...rest] };
  await service.transcribed(again);
  const after = await read();
  expect(after?.segments.edges.map(({ node }) => node.speaker.displayName)).toEqual([
    'Speaker 1',
    'Speaker 2',
    'Speaker 2',
    'Speaker 2',
    'Speaker 1',
  ]);
  expect(after?.speakers.map(({ segmentCount }) => segmentCount)).toEqual([2, 3]);
  expect(after?.leftBehind).toMatchObject([
    { startMs: 0, text: 'Nobody will find me.', speakerName: 'Speaker 1' },
  ]);
  // Not forgotten by processing once more.
  await service.transcribed({ ...again, runId: newId() });
  const [left] = (await read())?.leftBehind ?? [];
  expect(left?.text).toBe('Nobody will find me.');
  const put = await service.graph.query<{ dismissLeftBehind: string[] }>(
    'mutation ($ids: [ID!]!) { dismissLeftBehind(ids: $ids) }',
    { ids: [left?.id, newId(), 'nonsense'] },
  );
  expect(put.dismissLeftBehind).toEqual([left?.id]);
  expect((await read())?.leftBehind).toEqual([]);
});

it('loses no edit that is made while the recording is processed again', async () => {
  const first = call();
  await service.transcribed(first);
  const read = () =>
    service.transcript<Page & { wordCount: number; speakers: SpeakerShape[] }>(
      first.recordingId,
      `wordCount ${SPEAKERS} segments { edges { node { id text } } }`,
    );
  const before = await read();
  await service.rename(before?.speakers[0]?.id ?? '', 'Anna');
  const segments = before?.segments.edges.map(({ node }) => node) ?? [];
  const textOf = (version: number, i: number) =>
    `${'very '.repeat(version % 7)}much the edit ${version} of ${i}`;
  for (const [i, { id }] of segments.entries()) await service.edit(id, textOf(1, i), 1);
  const lastEdits = segments.map(async ({ id }, i) => {
    for (let version = 2; ; version += 1) {
      const { code } = await service.edit(id, textOf(version, i), version);
      if (code) return { code, text: textOf(version - 1, i) };
    }
  });
  await service.transcribed({ ...first, runId: newId() });
  const last = await Promise.all(lastEdits);
  expect(new Set(last.map(({ code }) => code))).toEqual(new Set(['TRANSCRIPT_SUPERSEDED']));
  const after = await read();
  const texts = after?.segments.edges.map(({ node }) => node.text) ?? [];
  expect(texts).toEqual(last.map(({ text }) => text));
  expect(after?.wordCount).toBe(texts.join(' ').split(' ').length);
});
