import { newId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { resultOf, RunningService } from './running-service.ts';
import { searchFor, type Hits } from './searches.ts';

let service: RunningService;
const sales = newId();
const support = newId();
const german = newId();

beforeAll(async () => {
  service = await RunningService.start();
  await service.tell(sales, { title: 'Sales', recordedAt: '2026-03-01T10:00:00.000Z' });
  await service.tell(support, { title: 'Support', recordedAt: '2026-05-01T10:00:00.000Z' });
  await service.tell(german, { title: 'Deutsch', language: 'de', createdAt: '2026-07-01T10:00:00.000Z' });
  await service.transcribed(
    resultOf(
      [
        ['SPEAKER_00', '😀 What are your prices, and is pricing yearly?'],
        ['SPEAKER_01', 'The annual plan has a discount. It is a well-known offer.'],
        ['SPEAKER_00', 'We receive the invoice on the first of May.'],
        ['SPEAKER_01', 'Our theory of security is simple: <b>encrypt</b> everything.'],
      ],
      {
        recordingId: sales,
        speakers: [
          { label: 'SPEAKER_00', name: 'Özlem Kaya', embedding: null },
          { label: 'SPEAKER_01', name: null, embedding: { model: 'm', vector: [0.6, 0.8], speechMs: 900 } },
        ],
      },
    ),
  );
  await service.transcribed(
    resultOf([['SPEAKER_00', 'The invoice plan, annual as it is, never arrived.']], { recordingId: support }),
  );
  await service.transcribed(
    resultOf(
      [
        ['SPEAKER_00', 'Die Häuser in der Straße sind größer als das Café. 👩‍👩‍👧 Preise steigen.'],
        ['SPEAKER_00', 'Привет, ÖSTERREICH!'],
      ],
      { recordingId: german, language: 'de-AT' },
    ),
  );
}, 60_000);
afterAll(() => service.stop());

const search = (query: string, scope: object = {}, first = 20, after: string | null = null) =>
  searchFor(service, query, { scope, first, after });
const highlighted = ({ edges }: Hits): string[] =>
  edges.flatMap(({ node }) => node.highlights.map(({ start, end }) => node.segment.text.slice(start, end)));

describe('keyword search', () => {
  it.each([
    ['price', ['prices', 'pricing'], 'stems'],
    ['"annual plan"', ['annual', 'plan'], 'phrases'],
    ['pric*', ['prices', 'pricing'], 'prefixes'],
    ['the*', ['theory'], 'prefixes that are stop words'],
    ['invoice -plan', ['invoice'], 'exclusions'],
    ['invoice -"annual plan" receive', ['receive', 'invoice'], 'several at once'],
    ['well-known', ['well', 'known'], 'hyphens'],
    ['discount or theory', ['discount', 'theory'], 'alternatives'],
    ['haus', ['Häuser'], 'another language, emoji after'],
    ['preis', ['Preise'], 'past emoji'],
    ['cafe', ['Café'], 'accents'],
    ['österreich', ['ÖSTERREICH'], 'case beyond ASCII'],
    ['ПРИВЕТ', ['Привет'], 'other scripts'],
    ['strasse', ['Straße'], 'ß'],
    ['encrypt', ['encrypt'], 'markup'],
    ['the', ['the', 'the', 'The', 'The'], 'words that no index has'],
    ['"on the"', ['the', 'the', 'on'], 'phrases of such words'],
  ])('%j finds %j: %s', async (query, found) => {
    const hits = await search(query);
    expect(hits.matchKind).toBe('EXACT');
    expect(highlighted(hits).toSorted()).toEqual(found.toSorted());
  });

  it.each([
    ['the -plan', 'plan'],
    ['the -"on the"', 'on the'],
    ['the -discoun*', 'discoun'],
    ['the -plan or zebra', 'plan'],
  ])('%j excludes beside words that no index has', async (query, excluded) => {
    const all = (await search('the')).edges.map(({ node }) => node.segment.text);
    const left = (await search(query)).edges.map(({ node }) => node.segment.text);
    const kept = all.filter((text) => !new RegExp(`\\b${excluded}`, 'i').test(text));
    expect(kept.length).toBeLessThan(all.length);
    if (!query.includes('zebra')) expect(left).toEqual(kept);
    for (const text of left) expect(text).not.toMatch(new RegExp(`\\b${excluded}`, 'i'));
  });

  it('takes a phrase for neighbours, not for words anywhere', async () => {
    expect((await search('"annual plan"')).totalCount).toBe(1);
    expect((await search('annual plan')).totalCount).toBe(2);
  });

  it('looks only where it is told to', async () => {
    const count = async (scope: object) => (await search('invoice or prices or Preise', scope)).totalCount;
    await expect(count({})).resolves.toBe(4);
    await expect(count({ recordingIds: [sales] })).resolves.toBe(2);
    await expect(count({ recordingIds: [] })).resolves.toBe(4);
    await expect(count({ recordingIds: ['nonsense', newId()] })).resolves.toBe(0);
    await expect(count({ recordedFrom: '2026-04-01T00:00:00Z' })).resolves.toBe(2);
    await expect(
      count({ recordedFrom: '2026-04-01T00:00:00Z', recordedTo: '2026-06-01T00:00:00Z' }),
    ).resolves.toBe(1);
    await expect(count({ speakerName: 'ÖZLEM' })).resolves.toBe(2);
    await expect(count({ speakerName: 'speaker 1' })).resolves.toBe(2);
    await expect(count({ speakerName: '%' })).resolves.toBe(0);
  });

  it('offers similar spellings when nothing matches, and only then', async () => {
    const hits = await search('recieve');
    expect(hits.matchKind).toBe('FUZZY');
    expect(highlighted(hits)).toEqual(['receive']);
    expect(highlighted(await search('anual discunt'))).toEqual(['annual', 'discount']);
    expect(await search('xylophone')).toMatchObject({ totalCount: 0, edges: [] });
    // Half of its trigrams are those of `has`.
    expect(await search('Hassan')).toMatchObject({ totalCount: 0, edges: [] });
    expect(await search('recieve -invoice')).toMatchObject({ totalCount: 0 });
  });

  it('gives each hit its speaker', async () => {
    const { edges } = await search('prices');
    expect(edges[0]?.node.segment.speaker.displayName).toBe('Özlem Kaya');
  });

  it('finds a segment by its edited text, not by its old one', async () => {
    const [hit] = (await search('theory')).edges;
    await service.graph.query(
      'mutation ($input: EditSegmentTextInput!) { editSegmentText(input: $input) { __typename } }',
      {
        input: {
          segmentId: hit?.node.segment.id,
          text: 'Our practice of security is simple.',
          expectedVersion: 1,
        },
      },
    );
    expect((await search('practice')).matchKind).toBe('EXACT');
    expect((await search('encrypt')).totalCount).toBe(0);
  });

  it('leaves out hidden recordings', async () => {
    await service.tell(support, { hidden: true });
    await eventually(async () => (await search('arrived')).totalCount === 0);
    await service.tell(support, { hidden: false, recordedAt: '2026-05-01T10:00:00.000Z' });
    await eventually(async () => (await search('arrived')).totalCount === 1);
  });
});

describe('pages', () => {
  const many = newId();
  beforeAll(async () => {
    const lines = Array.from({ length: 57 }, (_, i): [string, string] => [
      'SPEAKER_00',
      `budget ${'filler '.repeat(i % 5)}line ${i}`,
    ]);
    await service.transcribed(resultOf(lines, { recordingId: many }));
  });

  it.each(['budget', 'budgit'])('of %j hold every hit once, best first', async (query) => {
    const seen: { id: string; score: number }[] = [];
    for (let after: string | null = null; ;) {
      const hits: Hits = await search(query, { recordingIds: [many] }, 10, after);
      expect(hits.totalCount).toBe(57);
      seen.push(...hits.edges.map(({ node }) => ({ id: node.segment.id, score: node.score })));
      after = hits.pageInfo.endCursor;
      if (!hits.pageInfo.hasNextPage) break;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(57);
    expect(seen.map(({ score }) => score)).toEqual(seen.map(({ score }) => score).toSorted((a, b) => b - a));
  });
});
