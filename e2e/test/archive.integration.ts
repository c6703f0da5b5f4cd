import { eventually, startStack, type Stack } from '@colloquy/testkit';
import { importTranscript, reaches } from './recording-actions.ts';

/** A team brings its transcripts: imported, searched, corrected and taken out again through the one address. */

let stack: Stack;
const ids: Record<string, string> = {};

const WEBVTT = `WEBVTT

NOTE made by hand

00:01.000 --> 00:04.000
<v Anna>What does the annual plan cost?

00:05.000 --> 00:09.000
<v Ben>The annual plan costs ninety dollars.
`;
const SRT = `1
00:00:01,000 --> 00:00:03,000
Chioma: The shipment is late.

2
00:00:04,000 --> 00:00:06,000
Dai: Plans change every annual meeting.
`;
const TEXT = '[00:00:05] Anna: We renew the contract.\n[00:00:10] Ben: The renewal is on Friday.\n';
const JSON_EXPORT = JSON.stringify({
  language: 'en',
  durationMs: 5_000,
  speakers: [{ label: 'SPEAKER_00', name: 'Eve' }],
  segments: [{ speaker: 'SPEAKER_00', startMs: 0, endMs: 4_000, text: 'The budget is fine.' }],
});

beforeAll(async () => {
  stack = await startStack();
  const inputs = [
    { title: 'Prices', format: 'WEBVTT', content: WEBVTT, recordedAt: '2026-01-10T10:00:00Z' },
    { title: 'Shipping', format: 'SRT', content: SRT, recordedAt: '2026-03-10T10:00:00Z' },
    { title: 'Renewal', format: 'TEXT', content: TEXT, recordedAt: '2026-05-10T10:00:00Z' },
    { title: 'Budget', format: 'JSON', content: JSON_EXPORT, recordedAt: '2026-07-10T10:00:00Z' },
  ];
  for (const input of inputs) {
    const { id = '' } = await importTranscript(stack, { language: 'en', ...input });
    await reaches(stack, id, 'READY');
    ids[input.title] = id;
  }
}, 180_000);

afterAll(() => stack.stop());

interface Hit {
  segment: {
    id: string;
    text: string;
    version: number;
    speaker: { id: string; displayName: string };
    recording: { title: string };
  };
  highlights: { start: number; end: number }[];
}
interface Hits {
  totalCount: number;
  matchKind: string;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  edges: { node: Hit }[];
}

/** The recording's title comes from another service than the hit. */
async function search(query: string, scope: object = {}, page: object = {}): Promise<Hits> {
  const { searchSegments } = await stack.graph.query<{ searchSegments: Hits }>(
    `query ($input: SegmentSearchInput!, $first: Int! = 20, $after: String) {
      searchSegments(input: $input, first: $first, after: $after) {
        totalCount matchKind pageInfo { endCursor hasNextPage }
        edges { node { highlights { start end }
          segment { id text version speaker { id displayName } recording { title } } } } } }`,
    { input: { query, ...scope }, ...page },
  );
  return searchSegments;
}
const said = ({ edges }: Hits): string[] =>
  edges
    .map(({ node: { segment } }) => `${segment.recording.title}, ${segment.speaker.displayName}`)
    .toSorted();

describe('searching', () => {
  it.each<[string, object, string[], string]>([
    ['cost', {}, ['Prices, Anna', 'Prices, Ben'], 'in any form'],
    ['"annual plan"', {}, ['Prices, Anna', 'Prices, Ben'], 'a phrase'],
    ['annual plan', {}, ['Prices, Anna', 'Prices, Ben', 'Shipping, Dai'], 'words anywhere'],
    ['ship*', {}, ['Shipping, Chioma'], 'a prefix'],
    ['"annual plan"', { speakerName: 'ben' }, ['Prices, Ben'], 'of one speaker'],
    [
      'annual or budget',
      { recordedFrom: '2026-02-01T00:00:00Z' },
      ['Budget, Eve', 'Shipping, Dai'],
      'since a day',
    ],
    [
      'annual or budget',
      { recordedTo: '2026-02-01T00:00:00Z' },
      ['Prices, Anna', 'Prices, Ben'],
      'until a day',
    ],
  ])('%s %j finds %j: %s', async (query, scope, expected) => {
    const hits = await search(query, scope);
    expect(hits.matchKind).toBe('EXACT');
    expect(said(hits)).toEqual(expected);
  });

  it('forgives a typing error when nothing matches', async () => {
    const hits = await search('shipmnet');
    expect([hits.matchKind, said(hits)]).toEqual(['FUZZY', ['Shipping, Chioma']]);
  });

  it('in one recording, by ids', async () => {
    expect(said(await search('annual', { recordingIds: [ids['Shipping']] }))).toEqual(['Shipping, Dai']);
  });

  it('turns pages without losing or repeating a hit while recordings come', async () => {
    const first = await search('annual', {}, { first: 2 });
    const { id = '' } = await importTranscript(stack, {
      title: 'Later',
      format: 'TEXT',
      language: 'en',
      content: 'Anna: Annual, annual, annual.\nBen: Yes.',
    });
    await reaches(stack, id, 'READY');
    const rest = await search('annual', {}, { first: 20, after: first.pageInfo.endCursor });
    const seen = [...first.edges, ...rest.edges].map(({ node }) => node.segment.id);
    expect(new Set(seen).size).toBe(seen.length);
    expect(said({ ...first, edges: [...first.edges, ...rest.edges] })).toEqual(
      expect.arrayContaining(['Prices, Anna', 'Prices, Ben', 'Shipping, Dai']),
    );
    expect(rest.pageInfo.hasNextPage).toBe(false);
  }, 60_000);
});

describe('correcting', () => {
  const passages = async (question: string) => {
    const { retrievePassages } = await stack.graph.query<{ retrievePassages: { text: string }[] }>(
      'query ($question: String!) { retrievePassages(input: { question: $question }) { text } }',
      { question },
    );
    return retrievePassages.map(({ text }) => text).join('\n');
  };

  /** Waits until the product says that the corrections are everywhere. */
  const arrived = async (title: string) => {
    const feed = stack.graph.subscribe<{ propagationChanged: { upToDate: boolean } }>(
      'subscription ($id: ID!) { propagationChanged(recordingId: $id) { upToDate } }',
      { id: ids[title] },
    );
    for await (const { propagationChanged } of feed) if (propagationChanged.upToDate) return;
  };

  /** A new conversation about everything. @returns reads what its answer quotes, as it is now */
  const ask = async (question: string) => {
    const { ask: asked } = await stack.graph.query<{ ask: { conversation: { id: string } } }>(
      'mutation ($input: AskInput!) { ask(input: $input) { ... on AskAccepted { conversation { id } } } }',
      { input: { question } },
    );
    const read = async () => {
      const { conversation } = await stack.graph.query<{
        conversation: { messages: { status: string; citations: { quote: string; changed: boolean }[] }[] };
      }>('query ($id: ID!) { conversation(id: $id) { messages { status citations { quote changed } } } }', {
        id: asked.conversation.id,
      });
      return conversation.messages.at(-1);
    };
    await eventually(async () => (await read())?.status === 'COMPLETE');
    return async () => (await read())?.citations ?? [];
  };

  it('a text is right everywhere: searched, asked, exported', async () => {
    const quoted = await ask('What about the shipment?');
    const others = await ask('What does the annual plan cost?');
    expect(await quoted()).toContainEqual({ quote: 'The shipment is late.', changed: false });
    const segment = (await search('shipment')).edges[0]?.node.segment;
    const { editSegmentText } = await stack.graph.query<{ editSegmentText: { __typename: string } }>(
      'mutation ($input: EditSegmentTextInput!) { editSegmentText(input: $input) { __typename } }',
      { input: { segmentId: segment?.id, text: 'The zeppelin is late.', expectedVersion: segment?.version } },
    );
    expect(editSegmentText.__typename).toBe('Segment');
    expect(said(await search('zeppelin'))).toEqual(['Shipping, Chioma']);
    expect((await search('shipment')).totalCount).toBe(0);
    await arrived('Shipping');
    // What was answered before keeps its words, and says that they were corrected.
    expect(await quoted()).toContainEqual({ quote: 'The shipment is late.', changed: true });
    expect((await others()).filter(({ changed }) => changed)).toEqual([]);
    expect(await passages('Where is the zeppelin?')).toContain('The zeppelin is late.');
    expect(await passages('Where is the shipment?')).not.toContain('shipment');
    expect((await exportsOf('Shipping'))['TXT']?.text).toContain('The zeppelin is late.');
  }, 60_000);

  it('a name is right everywhere too', async () => {
    const segment = (await search('budget')).edges[0]?.node.segment;
    const { renameSpeaker } = await stack.graph.query<{ renameSpeaker: { __typename: string } }>(
      'mutation ($input: RenameSpeakerInput!) { renameSpeaker(input: $input) { __typename } }',
      { input: { speakerId: segment?.speaker.id, name: 'Zoë' } },
    );
    expect(renameSpeaker.__typename).toBe('Speaker');
    expect(said(await search('budget', { speakerName: 'zoë' }))).toEqual(['Budget, Zoë']);
    expect((await search('budget', { speakerName: 'Eve' })).totalCount).toBe(0);
    await eventually(async () =>
      (await passages('What is the budget?')).includes('Zoë: The budget is fine.'),
    );
    expect((await exportsOf('Budget'))['VTT']?.text).toContain('<v Zoë>');
  }, 60_000);
});

interface Downloaded {
  type: string | null;
  text: string;
}
async function exportsOf(title: string): Promise<Record<string, Downloaded>> {
  const { recording } = await stack.graph.query<{
    recording: { transcript: { exports: { format: string; url: string }[] } };
  }>('query ($id: ID!) { recording(id: $id) { transcript { exports { format url } } } }', { id: ids[title] });
  const files = recording.transcript.exports.map(async ({ format, url }) => {
    const response = await fetch(`${stack.url}${url}`);
    return [format, { type: response.headers.get('content-type'), text: await response.text() }] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

describe('taking out', () => {
  it('every format comes with its type', async () => {
    const types = Object.entries(await exportsOf('Prices')).map(([format, { type }]) => [format, type]);
    expect(Object.fromEntries(types)).toEqual({
      JSON: 'application/json; charset=utf-8',
      CSV: 'text/csv; charset=utf-8',
      TXT: 'text/plain; charset=utf-8',
      SRT: 'application/x-subrip; charset=utf-8',
      VTT: 'text/vtt; charset=utf-8',
      RTTM: 'text/plain; charset=utf-8',
      MARKDOWN: 'text/markdown; charset=utf-8',
      DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    });
  });

  it.each([
    ['JSON', 'JSON'],
    ['VTT', 'WEBVTT'],
    ['SRT', 'SRT'],
    ['TXT', 'TEXT'],
  ])(
    'what was exported as %s can be brought in again, the same',
    async (exported, format) => {
      const original = await exportsOf('Prices');
      const title = `Prices by ${exported}`;
      const { id = '' } = await importTranscript(stack, {
        title,
        format,
        language: 'en',
        content: original[exported]?.text,
      });
      await reaches(stack, id, 'READY');
      ids[title] = id;
      const again = await exportsOf(title);
      const words = (files: Record<string, Downloaded>) => files['TXT']?.text.replace(/[^\n]*\n/, '');
      expect(words(again)).toBe(words(original));
    },
    60_000,
  );
});

describe('a malformed transcript', () => {
  it.each([
    ['WEBVTT', '00:01.000 --> 00:02.000\nHello', /^Line 1\b.*WEBVTT/],
    ['WEBVTT', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n\n00:09.000 --> 00:03.000\nBye', /^Line 6\b/],
    ['SRT', '1\n00:00:01,000 --> 00:00:02,000\nHi\n\n2\n00:00:xx,000 --> 00:00:04,000\nHi', /^Line 6\b/],
    ['TEXT', 'Anna: Hello\n[00:99:00] Ben: Hi', /^Line 2\b/],
    ['TEXT', 'Nobody is named here.\nNor here.', /^Line 1\b/],
    ['JSON', '{\n "segments": [\n  { "text": "Hi", }\n ]\n}', /^Line 3\b/],
    ['JSON', '{"segments":[{"startMs":0,"endMs":-4,"text":"Hi"}]}', /segments\.0\.endMs/],
  ])('%s %j is refused with the place and the reason', async (format, content, message) => {
    const answer = await importTranscript(stack, { title: 'Broken', format, content });
    expect(answer).toMatchObject({ __typename: 'Problem', code: 'TRANSCRIPT_MALFORMED' });
    expect(answer.message).toMatch(message);
  });
});
