import { recordingDeleted } from '@colloquy/contracts';
import { LOCAL_WORKSPACE_ID, newId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { resultOf, RunningService } from './running-service.ts';

interface Page {
  segments: { totalCount: number; edges: { cursor: string; node: { id: string; index: number; text: string } }[] };
}
interface SpeakerShape {
  id: string;
  label: string;
  name: string | null;
  displayName: string;
  suggestedRole: string | null;
  share: number;
  talkTimeMs: number;
  segmentCount: number;
  color: string;
}

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

const call = () =>
  resultOf([
    ['SPEAKER_00', 'What does it cost?'],
    ['SPEAKER_01', 'Forty a month.'],
    ['SPEAKER_00', 'And per year?'],
    ['SPEAKER_01', 'Four hundred for the annual plan.'],
  ]);
const SPEAKERS = 'id version speakers { id label name displayName suggestedRole share talkTimeMs segmentCount color }';

describe('import', () => {
  it('makes a result the current transcript, once', async () => {
    const document = call();
    const change = await service.transcribed(document);
    expect(change).toMatchObject({ recordingId: document.recordingId, version: 1, reason: 'imported', segmentIds: null });
    await service.hand(document);
    // A second recording's import comes after the repetition: when it is there, the repetition has been handled.
    await service.transcribed(call());
    const transcript = await service.transcript<Page & { id: string; version: number; wordCount: number; language: string }>(
      document.recordingId,
      'id version language wordCount segments { totalCount edges { cursor node { id index text } } }',
    );
    expect(transcript).toMatchObject({ id: change.transcriptId, version: 1, language: 'en', wordCount: 16 });
    expect(transcript?.segments.edges.map(({ node }) => node.text)).toEqual(document.segments.map(({ text }) => text));
    expect(service.changes.filter(({ runId }) => runId === document.runId)).toHaveLength(1);
  });

  it('counts what each speaker says and offers roles', async () => {
    const document = call();
    await service.transcribed(document);
    const transcript = await service.transcript<{ speakers: SpeakerShape[] }>(document.recordingId, SPEAKERS);
    expect(transcript?.speakers).toMatchObject([
      { label: 'SPEAKER_00', displayName: 'Speaker 1', suggestedRole: 'Interviewer', share: 0.5, talkTimeMs: 1800, segmentCount: 2 },
      { label: 'SPEAKER_01', displayName: 'Speaker 2', suggestedRole: 'Respondent', share: 0.5, talkTimeMs: 1800, segmentCount: 2 },
    ]);
    expect(new Set(transcript?.speakers.map(({ color }) => color)).size).toBe(2);
  });

  it('stores what a database refuses: NUL, lone surrogates', async () => {
    const document = resultOf([['SPEAKER_00', 'a\u0000b \ud800 ok']]);
    await service.transcribed(document);
    const transcript = await service.transcript<Page>(document.recordingId, 'segments { edges { node { text } } }');
    expect(transcript?.segments.edges[0]?.node.text).toBe('a b \ufffd ok');
  });

  it('keeps names and corrections when the recording is processed again', async () => {
    const first = call();
    const { version } = await service.transcribed(first);
    const before = await service.transcript<Page & { speakers: SpeakerShape[] }>(
      first.recordingId,
      `${SPEAKERS} segments { edges { node { id } } }`,
    );
    await rename(before?.speakers[1]?.id ?? '', 'Anna');
    await edit(before?.segments.edges[1]?.node.id ?? '', 'Forty-five a month.', 1);

    const again = { ...first, runId: newId(), speakers: first.speakers.toReversed() };
    const change = await service.transcribed(again);
    expect(change.version).toBe(version + 3);
    const after = await service.transcript<Page & { speakers: SpeakerShape[] }>(
      first.recordingId,
      `${SPEAKERS} segments { edges { node { id text edited } } }`,
    );
    expect(after?.speakers.map(({ displayName }) => displayName)).toEqual(['Speaker 1', 'Anna']);
    expect(after?.segments.edges[1]?.node).toMatchObject({ text: 'Forty-five a month.', edited: true });
    const late = await edit(before?.segments.edges[0]?.node.id ?? '', 'Too late', 1);
    expect(late).toMatchObject({ code: 'TRANSCRIPT_SUPERSEDED' });
  });
});

const rename = async (speakerId: string, name: string | null): Promise<Record<string, unknown>> => {
  const { renameSpeaker } = await service.graph.query<{ renameSpeaker: Record<string, unknown> }>(
    `mutation ($input: RenameSpeakerInput!) { renameSpeaker(input: $input) {
       ... on Speaker { id name displayName } ... on Problem { code message } } }`,
    { input: { speakerId, name } },
  );
  return renameSpeaker;
};

const edit = async (segmentId: string, text: string, expectedVersion: number): Promise<Record<string, unknown>> => {
  const { editSegmentText } = await service.graph.query<{ editSegmentText: Record<string, unknown> }>(
    `mutation ($input: EditSegmentTextInput!) { editSegmentText(input: $input) {
       ... on Segment { id text version edited words { text startMs endMs confidence } } ... on Problem { code message troubleshooting } } }`,
    { input: { segmentId, text, expectedVersion } },
  );
  return editSegmentText;
};

describe('browsing', () => {
  it('pages through segments, of one speaker if asked', async () => {
    const document = resultOf(Array.from({ length: 620 }, (_, i): [string, string] => [`SPEAKER_0${i % 2}`, `line ${i}`]));
    await service.transcribed(document);
    const read = (args: string) => service.transcript<Page>(document.recordingId, `segments(${args}) { totalCount edges { cursor node { index } } }`);
    const seen: number[] = [];
    for (let after = ''; ; ) {
      const page = await read(`first: 250${after && `, after: "${after}"`}`);
      const edges = page?.segments.edges ?? [];
      seen.push(...edges.map(({ node }) => node.index));
      if (edges.length < 250) break;
      after = edges.at(-1)?.cursor ?? '';
    }
    expect(seen).toEqual(Array.from({ length: 620 }, (_, i) => i));
    const speakers = await service.transcript<{ speakers: SpeakerShape[] }>(document.recordingId, SPEAKERS);
    const second = await read(`first: 2, speakerIds: ["${speakers?.speakers[1]?.id}"]`);
    expect(second?.segments).toMatchObject({ totalCount: 310, edges: [{ node: { index: 1 } }, { node: { index: 3 } }] });
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
    await expect(ask()).resolves.toEqual({ _entities: [{ transcript: { id: transcriptId } }, { id: transcriptId }, null, null] });
    await service.tell(document.recordingId, { hidden: true });
    await eventually(async () => JSON.stringify(await ask()) === JSON.stringify({ _entities: [{ transcript: null }, null, null, null] }));
  });
});

describe('corrections', () => {
  it('renames a speaker and takes the name away again', async () => {
    const document = call();
    await service.transcribed(document);
    const transcript = await service.transcript<{ speakers: SpeakerShape[] }>(document.recordingId, SPEAKERS);
    const id = transcript?.speakers[0]?.id ?? '';
    await expect(rename(id, '  Anna   Müller ')).resolves.toEqual({ id, name: 'Anna Müller', displayName: 'Anna Müller' });
    await expect(rename(id, 'a\u0007b')).resolves.toMatchObject({ code: 'SPEAKER_NAME_INVALID' });
    await expect(rename(newId(), 'Anna')).resolves.toMatchObject({ code: 'SPEAKER_NOT_FOUND' });
    await expect(rename(id, '')).resolves.toEqual({ id, name: null, displayName: 'Speaker 1' });
    const ours = () => service.changes.filter(({ recordingId }) => recordingId === document.recordingId);
    await eventually(() => ours().length === 3);
    expect(ours().map(({ version, reason }) => [version, reason])).toEqual([[1, 'imported'], [2, 'speaker-renamed'], [3, 'speaker-renamed']]);
  });

  it('edits a text, aligns its words, and tells whoever comes late', async () => {
    const document = call();
    await service.transcribed(document);
    const transcript = await service.transcript<Page>(document.recordingId, 'segments { edges { node { id } } }');
    const id = transcript?.segments.edges[1]?.node.id ?? '';
    const words = [
      { text: 'Fifty', startMs: 1000, endMs: 1300, confidence: null },
      { text: 'a', startMs: 1300, endMs: 1600, confidence: 0.9 },
      { text: 'month.', startMs: 1600, endMs: 1900, confidence: 0.9 },
    ];
    await expect(edit(id, 'Fifty\n a month.', 1)).resolves.toEqual({ id, text: 'Fifty a month.', version: 2, edited: true, words });
    await expect(service.graph.query(`{ segment(id: "${id}") { text words { text startMs endMs confidence } } }`)).resolves.toEqual({
      segment: { text: 'Fifty a month.', words },
    });
    await expect(edit(id, 'Sixty a month.', 1)).resolves.toMatchObject({
      code: 'SEGMENT_EDIT_CONFLICT',
      message: expect.stringMatching(/^Owner changed this segment at .* version 2/),
      troubleshooting: ['Its text is now: Fifty a month.'],
    });
    await expect(edit(id, ' \n', 2)).resolves.toMatchObject({ code: 'SEGMENT_TEXT_EMPTY' });
    await expect(edit(id, 'x'.repeat(10_001), 2)).resolves.toMatchObject({ code: 'SEGMENT_TEXT_TOO_LONG' });
    await eventually(() => service.changes.some(({ reason, segmentIds }) => reason === 'text-edited' && segmentIds?.[0] === id));
  });

  it('lets one of two simultaneous edits win', async () => {
    const document = call();
    await service.transcribed(document);
    const transcript = await service.transcript<Page>(document.recordingId, 'segments { edges { node { id } } }');
    const id = transcript?.segments.edges[0]?.node.id ?? '';
    const outcomes = await Promise.all(['one', 'two', 'three'].map((text) => edit(id, text, 1)));
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
    const next = changes.next();
    // Nobody is told when a subscription has begun: rename until one change is heard.
    let heard = false;
    void next.then(() => (heard = true));
    for (let i = 0; !heard && i < 50; i += 1) {
      await rename(transcript?.speakers[1]?.id ?? '', `Ben ${i}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await next).value).toMatchObject({
      transcriptChanged: { reason: 'speaker-renamed', segmentIds: null, transcript: { speakers: [{ displayName: 'Speaker 1' }, {}] } },
    });
    await changes.return?.();
  });
});

describe('deletion', () => {
  it('removes everything, and a late event brings nothing back', async () => {
    const document = call();
    const { transcriptId } = await service.transcribed(document);
    await service.publish(recordingDeleted, { workspaceId: LOCAL_WORKSPACE_ID, recordingId: document.recordingId });
    await eventually(async () => {
      const left = await service.ingest.dataSource.query<unknown[]>('select 1 from transcript.transcript where id = $1', [transcriptId]);
      return left.length === 0;
    });
    const [rows] = await service.ingest.dataSource.query<{ segments: number; speakers: number; title: string }[]>(
      `select (select count(*)::int from transcript.segment where recording_id = $1) as segments,
              (select count(*)::int from transcript.speaker where recording_id = $1) as speakers,
              (select title from transcript.recording_ref where recording_id = $1) as title`,
      [document.recordingId],
    );
    expect(rows).toEqual({ segments: 0, speakers: 0, title: '' });
    await service.tell(document.recordingId, { title: 'Back again' });
    await service.hand({ ...document, runId: newId() });
    await service.transcribed(call());
    await expect(service.transcript(document.recordingId, 'id')).resolves.toBeNull();
  });
});
