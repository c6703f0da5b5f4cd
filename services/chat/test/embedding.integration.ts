import { eventually } from '@colloquy/testkit';
import { ModelServer } from './model-server.ts';
import { RunningChat } from './running-chat.ts';

/** Places text by what it is about: motoring, food, anything else. */
const meaningOf = (text: string): number[] => {
  const about = (words: RegExp) => text.match(words)?.length ?? 0;
  const vector = [about(/automobile|sedan|gearbox/gi), about(/soup|noodles|supper/gi), 0.1];
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
};

let model: ModelServer;
let chat: RunningChat;
let cars: string;
let food: string;

beforeAll(async () => {
  model = await new ModelServer().open();
  model.embeds = (texts) => texts.map(meaningOf);
  chat = await RunningChat.start({
    EMBEDDING_BASE_URL: model.baseUrl,
    EMBEDDING_API_KEY: 'sk-secret',
    EMBEDDING_MODEL: 'test-embedder',
  });
  [cars, food] = await Promise.all([
    chat.record('Garage', [['Ann', 'The sedan needs another gearbox before Tuesday.']]),
    chat.record('Kitchen', [['Bob', 'The soup was cold and the noodles were stuck together.']]),
  ]);
  await eventually(async () => (await vectors()).length === 2);
}, 120_000);
afterAll(async () => {
  await chat.stop();
  await model.close();
});

const vectors = () =>
  chat.sql<{ recording_id: string; model: string; dimensions: number; embedding: string }>(
    `select passage.recording_id, model, dimensions, embedding::text
       from chat.passage_embedding join chat.passage on passage.id = passage_id order by passage.start_ms`,
  );
const found = async (question: string, threshold = 0.3) =>
  (await chat.retrieve(question, { threshold })).map(({ recordingId }) => recordingId);

it('keeps a vector a passage in pgvector, indexed for its model and dimension', async () => {
  const stored = await vectors();
  const garage = stored.find(({ recording_id }) => recording_id === cars);
  expect(garage).toMatchObject({ model: 'test-embedder', dimensions: 3 });
  const expected = meaningOf('sedan gearbox');
  for (const [i, value] of (JSON.parse(garage?.embedding ?? '[]') as number[]).entries())
    expect(value).toBeCloseTo(expected[i] ?? NaN, 5);
  expect(model.embedded).toContain('Ann: The sedan needs another gearbox before Tuesday.');
  const indexes = await chat.sql<{ indexdef: string }>(
    `select indexdef from pg_indexes where schemaname = 'chat' and indexdef like '%hnsw%'`,
  );
  expect(indexes).toHaveLength(1);
  expect(indexes[0]?.indexdef).toMatch(/vector\(3\).*vector_cosine_ops.*test-embedder/);
});

it('finds by meaning what shares no word with the question', async () => {
  expect((await found('Which automobile is broken?'))[0]).toBe(cars);
  expect((await found('How was supper?'))[0]).toBe(food);
});

it('goes by words alone while the service of embeddings is down, and makes up for it afterwards', async () => {
  model.embeds = () => 503;
  expect(await found('Which automobile is broken?')).toEqual([]);
  expect(await found('Who complained about cold soup?')).toEqual([food]);
  const id = await chat.record('Dealer', [['Cy', 'Our showroom opens with a new automobile.']]);
  expect(await found('When does the showroom open?')).toEqual([id]);
  expect((await vectors()).some(({ recording_id }) => recording_id === id)).toBe(false);
  model.embeds = (texts) => texts.map(meaningOf);
  await eventually(async () => (await vectors()).some(({ recording_id }) => recording_id === id), 30_000);
  expect(new Set(await found('Who mentioned a gearbox?', 0.05))).toEqual(new Set([cars, id]));
}, 60_000);

it('embeds at its start what was indexed with another model, or with none', async () => {
  model.embeds = (texts) => texts.map(meaningOf);
  const stored = async () =>
    (
      await chat.sql<{ n: number }>(
        `select count(*)::int as n from chat.passage_embedding where model = 'another-embedder'`,
      )
    )[0]?.n;
  expect(await stored()).toBe(0);
  await chat.end('SIGTERM');
  chat.env['EMBEDDING_MODEL'] = 'another-embedder';
  await chat.startService();
  await eventually(async () => (await stored()) === 3);
  expect(await found('Which automobile is broken?', 0.05)).toContain(cars);
}, 60_000);

it.each<[string, string, (texts: string[]) => number[][]]>([
  ['periscope', 'fewer than texts', () => []],
  ['gramophone', 'without numbers', (texts) => texts.map(() => [])],
])('answers about a %s by words when vectors come %s', async (thing, _, embeds) => {
  model.embeds = embeds;
  const before = await vectors();
  const id = await chat.record('Odd', [['Dee', `The ${thing} is bent.`]]);
  expect(await found(`Is the ${thing} bent?`, 0.9)).toEqual([id]);
  expect(await vectors()).toEqual(before);
  expect(chat.log).not.toContain('sk-secret');
});
