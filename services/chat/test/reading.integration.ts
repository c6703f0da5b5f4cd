import {
  connect,
  createDataSource,
  LOCAL_WORKSPACE_ID,
  migrate,
  newId,
  type Context,
} from '@colloquy/subgraph';
import { disposableDatabase, type DisposableDatabase } from '@colloquy/testkit';
import { graphql } from 'graphql';
import type { DataSource } from 'typeorm';
import { ConversationService } from '../src/conversation/conversation.service.ts';
import { migrationConfig } from '../src/data-source.ts';
import { PassageFinder } from '../src/retrieval/passage-finder.ts';
import { buildChatSchema } from '../src/schema.ts';
import type { Services } from '../src/services.ts';

let database: DisposableDatabase;
let dataSource: DataSource;
const statements: string[] = [];

beforeAll(async () => {
  database = await disposableDatabase();
  // One connection, so that what is set for the session holds for every statement.
  dataSource = createDataSource({ url: database.url, ...migrationConfig, poolSize: 1 });
  await connect(dataSource);
  await migrate(dataSource);
  Object.assign(dataSource.logger, { logQuery: (statement: string) => statements.push(statement) });
}, 60_000);
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

afterEach(() => dataSource.query('reset all'));

/** Keeps the planner from some ways, as the size of real tables would. */
async function forbid(...ways: string[]): Promise<void> {
  for (const way of ways) await dataSource.query(`set enable_${way} = off`);
}

describe('conversations', () => {
  beforeAll(() =>
    dataSource.query(
      `with conversation as (
         insert into chat.conversation (id, workspace_id, created_by, title, recording_ids, created_at, updated_at)
         select gen_random_uuid(), $1, $1, 'Talk ' || n, '{}', now(), now() + n * interval '1.4 ms'
           from generate_series(1, 20) n returning id),
       message as (
         insert into chat.message (id, workspace_id, conversation_id, position, role, status, text, created_at)
         select gen_random_uuid(), $1, conversation.id, n, 'ASSISTANT', 'COMPLETE', 'Answer ' || n, now()
           from conversation, generate_series(0, 5) n returning id)
       insert into chat.citation (message_id, index, workspace_id, recording_id, segment_id, start_ms, end_ms, quote,
                                  speaker_name, recording_title)
       select id, n, $1, gen_random_uuid(), gen_random_uuid(), 0, 1, 'Quote ' || n, 'Ann', 'Call'
         from message, generate_series(1, 3) n`,
      [LOCAL_WORKSPACE_ID],
    ),
  );

  it('are read with all that is in them by a handful of statements', async () => {
    const conversations = new ConversationService(dataSource);
    const schema = await buildChatSchema(() => ({ conversations }) as Services);
    statements.length = 0;
    const { data, errors } = await graphql({
      schema,
      source: '{ conversations { edges { node { messages { text citations { quote } } } } } }',
      contextValue: { workspaceId: LOCAL_WORKSPACE_ID } as Context,
    });
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data).match(/Quote/g)).toHaveLength(20 * 6 * 3);
    // The number of all, the page, its messages, their citations.
    expect(statements).toHaveLength(4);
  });

  it.each(['"1"', '"2026-02-31T00:00:00.000Z"', '"+275760-09-13T00:00:00.000Z"', '1e308', 'null'])(
    'refuse a forged cursor: %s',
    async (at) => {
      const after = Buffer.from(`[${at},"${newId()}"]`).toString('base64url');
      const page = new ConversationService(dataSource).page(7, after, {
        workspaceId: LOCAL_WORKSPACE_ID,
      } as Context);
      await expect(page).rejects.toThrow('cursor');
    },
  );

  it('are in the order of their index', async () => {
    const conversations = new ConversationService(dataSource);
    const context = { workspaceId: LOCAL_WORKSPACE_ID } as Context;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await conversations.page(7, after, context);
      seen.push(...page.edges.map(({ node }) => node.title));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(Array.from({ length: 20 }, (_, i) => `Talk ${20 - i}`));

    statements.length = 0;
    await conversations.page(7, null, context);
    const list = statements.find((statement) => statement.includes('ORDER BY')) ?? '';
    // So small a table would be sorted whatever the index.
    await forbid('seqscan', 'bitmapscan', 'sort');
    const plan = await dataSource.query<object[]>(`explain ${list}`, [LOCAL_WORKSPACE_ID]);
    expect(JSON.stringify(plan)).toContain('conversation_recent');
    expect(JSON.stringify(plan)).not.toContain('Sort');
  });
});

it('finds the nearest recordings that may be seen behind hundreds of passages that may not', async () => {
  const recording = async (hidden: boolean, passages: number, angle: number) => {
    const id = newId();
    await dataSource.query(
      `insert into chat.recording_ref (recording_id, workspace_id, title, created_at, hidden) values ($1, $2, '', now(), $3)`,
      [id, LOCAL_WORKSPACE_ID, hidden],
    );
    await dataSource.query(
      `with passage as (
         insert into chat.passage (id, workspace_id, recording_id, ordinal, configuration, body, content_hash, search_vector,
                                   term_frequencies, length, word_count, speaker_words, start_ms, end_ms, parts)
         select gen_random_uuid(), $2, $1, n, 'simple', '', '', '', '{}', 0, 0, '{}', 0, 0, '[]'
           from generate_series(1, $3::int) n returning id, ordinal)
       insert into chat.passage_embedding (passage_id, model, workspace_id, dimensions, embedding)
       select id, 'm', $2, 2, array[cos($4::float8 + ordinal / 1e4), sin($4::float8 + ordinal / 1e4)]::vector from passage`,
      [id, LOCAL_WORKSPACE_ID, passages, angle],
    );
    return id;
  };
  await dataSource.query(
    `create index on chat.passage_embedding using hnsw ((embedding::vector(2)) vector_cosine_ops)
      where model = 'm' and dimensions = 2`,
  );
  await recording(true, 300, 0);
  const near = await recording(false, 60, 0.2);
  const far = await recording(false, 60, 0.4);
  await forbid('seqscan', 'sort', 'hashjoin', 'mergejoin');
  const found = await new PassageFinder(dataSource).nearestRecordings(
    { workspaceId: LOCAL_WORKSPACE_ID, recordingIds: null },
    { model: 'm', vector: [1, 0] },
  );
  expect(found.map(({ id }) => id)).toEqual([near, far]);
});
