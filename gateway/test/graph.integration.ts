import { raw, startAll } from './running.ts';
import type { Running } from './running.ts';

const CROSS = '{ recordings(first: 2) { edges { node { id title segments(first: 1) { id text } } } } }';

describe('the federated graph', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startAll();
  });
  afterAll(() => running.close());

  it('answers one query from two subgraphs', async () => {
    const { data, errors } = await running.query(CROSS);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      recordings: {
        edges: [
          { node: { title: 'Recording 1', segments: [{ id: '1' }] } },
          { node: { title: 'Recording 2' } },
        ],
      },
    });
  });

  it('passes the errors of a subgraph without its insides', async () => {
    const answer = await running.query('{ recording(id: "1") { title explode } }');
    expect(answer.data).toMatchObject({ recording: { title: 'Recording 1', explode: null } });
    expect(answer.errors?.[0]?.path).toEqual(['recording', 'explode']);
    expect(JSON.stringify(answer)).not.toMatch(/stacktrace|serviceName|127\.0\.0\.1/);
  });

  it.each<[string, string, Record<string, unknown>?]>([
    ['cannot be read', '{ recordings('],
    ['names no field of ours', '{ nothing }'],
    ['lacks a variable', 'query ($id: ID!) { recording(id: $id) { title } }'],
    [
      'has a variable of another type',
      'query ($first: Int) { recordings(first: $first) { totalCount } }',
      { first: 'two' },
    ],
    [
      'has a field too many in a variable',
      'mutation ($input: ImportTranscriptInput!) { importTranscript(input: $input) }',
      { input: { content: '', nothing: 1 } },
    ],
    ['names an operation that is not there', 'query A { __typename } query B { __typename }'],
  ])('tells what to do about a request that %s', async (_, query, variables = {}) => {
    const { errors } = await running.query(query, variables);
    expect(errors).toMatchObject([
      {
        message: expect.any(String),
        extensions: {
          code: expect.stringMatching(/^(BAD_USER_INPUT|GRAPHQL_[A-Z_]+|OPERATION_[A-Z_]+)$/),
          troubleshooting: [expect.any(String)],
          recovery: [expect.any(String)],
        },
      },
    ]);
  });

  it('keeps no figure for each name that a client gives an operation', async () => {
    for (const query of [
      'query Unforgettable { recordings { totalCount } }',
      'query Unforgettable { nothing }',
    ])
      await running.query(query);
    const metrics = await (await fetch(`${running.url}/metrics`)).text();
    expect(metrics).toContain('colloquy_gateway_subgraph_seconds');
    expect(metrics).not.toContain('Unforgettable');
  });

  it('loses only the fields of a subgraph that is down', async () => {
    const alone = await startAll();
    await alone.transcript.kill();
    const answer = await alone.query(CROSS);
    expect(answer.data).toMatchObject({
      recordings: {
        edges: [
          { node: { title: 'Recording 1', segments: null } },
          { node: { title: 'Recording 2', segments: null } },
        ],
      },
    });
    expect(answer.errors?.[0]).toMatchObject({
      message: 'The transcript service is not answering.',
      extensions: {
        code: 'SUBGRAPH_UNAVAILABLE',
        troubleshooting: expect.any(Array),
        recovery: expect.any(Array),
      },
    });
    expect(JSON.stringify(answer)).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|stack/);
    const ready = await fetch(`${alone.url}/readyz`);
    expect(await ready.json()).toMatchObject({
      status: 'degraded',
      subgraphs: { ingest: { answers: true }, transcript: { answers: false } },
    });
    expect(ready.status).toBe(200);
    await alone.close();
  });

  it('gives up on a subgraph that does not answer in time', async () => {
    const slow = await startAll({ env: { SUBGRAPH_TIMEOUT_SECONDS: '0.001' } });
    const answer = await slow.query(CROSS);
    expect(answer.errors?.[0]?.extensions['code']).toBe('SUBGRAPH_UNAVAILABLE');
    await slow.close();
  });
});

describe('limits, refused before any subgraph is asked', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startAll();
  });
  afterAll(() => running.close());

  const deep = (levels: number): string => (levels === 0 ? 'id' : `similar { ${deep(levels - 1)} }`);
  const tooMuch: [string, string, Record<string, unknown>?][] = [
    ['depth', `{ recording(id: "1") { ${deep(14)} } }`],
    [
      'depth by fragments',
      `{ recording(id: "1") { ...a } } fragment a on Recording { ${deep(7)} similar { ...b } } fragment b on Recording { ${deep(14)} }`,
    ],
    ['cost by a literal page', '{ recordings(first: 100000) { edges { node { id } } } }'],
    [
      'cost by a variable page',
      'query ($n: Int) { recordings(first: $n) { edges { node { id } } } }',
      { n: 1e6 },
    ],
    ['cost by nested pages', '{ recordings(first: 500) { edges { node { segments(first: 500) { id } } } } }'],
    ['aliases', `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: recording(id: "1") { id }`).join(' ')} }`],
    ['directives', `{ recording(id: "1") { ${'title @include(if: true) '.repeat(51)} } }`],
    ['tokens', `{ recording(id: "1") { ${'title '.repeat(2100)} } }`],
    [
      'body size',
      'mutation ($t: String!) { rename(id: "1", title: $t) { id } }',
      { t: 'x'.repeat(1_100_000) },
    ],
  ];

  // Without the braces Jest would take the missing third value of a row for its `done` callback.
  it.each(tooMuch.map(([what, query, variables = {}]) => ({ what, query, variables })))(
    '$what',
    async ({ query, variables }) => {
      const before = running.ingest.hits() + running.transcript.hits();
      const answer = await running.query(query, variables);
      expect(answer.errors?.[0]?.extensions).toMatchObject({
        code: 'OPERATION_TOO_LARGE',
        recovery: expect.any(Array),
      });
      expect(answer.data ?? null).toBeNull();
      expect(running.ingest.hits() + running.transcript.hits()).toBe(before);
    },
  );

  it.each([
    ['a list', 'query ($id: ID!) { recording(id: $id) { title } }', '{"id":', '[', ']', 5_000],
    [
      'a list that fills a body',
      'query ($id: ID!) { recording(id: $id) { title } }',
      '{"id":',
      '[',
      ']',
      500_000,
    ],
    [
      'an input',
      'mutation ($input: ImportTranscriptInput!) { importTranscript(input: $input) }',
      '{"input":',
      '{"a":',
      '}',
      5_000,
    ],
  ])('levels of %s in a variable', async (_what, query, before, open, close, levels) => {
    const hits = running.ingest.hits();
    const { status, body } = await raw(running.url, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      // As text: no serialiser of ours goes so deep.
      body: `{"query":${JSON.stringify(query)},"variables":${before}${open.repeat(levels)}1${close.repeat(levels)}}}`,
    });
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_TOO_LARGE' } }] });
    expect([status, running.ingest.hits()]).toEqual([400, hits]);
  });

  it('measures variables anew for a document it has seen', async () => {
    const query = 'query Page($n: Int) { recordings(first: $n) { totalCount edges { node { id } } } }';
    expect((await running.query(query, { n: 3 })).errors).toBeUndefined();
    expect((await running.query(query, { n: 1e6 })).errors?.[0]?.extensions['code']).toBe(
      'OPERATION_TOO_LARGE',
    );
  });

  it('lets a whole transcript through, but nothing else of that size', async () => {
    const content = 'x'.repeat(20_000_000);
    const { data } = await running.query(
      'mutation ($input: ImportTranscriptInput!) { importTranscript(input: $input) }',
      { input: { content } },
    );
    expect(data).toEqual({ importTranscript: content.length });
    const response = await fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'x'.repeat(27_000_000),
    }).catch(() => null);
    // The connection may close while the client still sends: that is a refusal as well.
    expect(response?.status ?? 413).toBe(413);
  });

  it('refuses batches', async () => {
    const before = running.ingest.hits();
    const body = JSON.stringify(
      Array.from({ length: 10 }, () => ({ query: '{ recording(id: "1") { id } }' })),
    );
    const response = await fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
    expect(running.ingest.hits()).toBe(before);
  });

  it('answers introspection, unless told not to', async () => {
    const query =
      '{ __schema { types { name fields { name type { name ofType { name ofType { name } } } } } } }';
    expect((await running.query(query)).errors).toBeUndefined();
    const closed = await startAll({ env: { DISABLE_INTROSPECTION: 'true' } });
    expect((await closed.query(query)).errors?.[0]?.message).toMatch(/introspection/i);
    await closed.close();
  });
});
