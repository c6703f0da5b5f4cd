import { createHash, randomBytes } from 'node:crypto';
import { raw, startAll } from './running.ts';
import type { Running } from './running.ts';
import type { OtherRoutes } from './small-subgraphs.ts';

const UPLOAD = 'mutation ($file: Upload!) { uploadRecording(file: $file) { title } }';

/** Digests of the bodies that ingest received. */
const received: string[] = [];
const digest = (body: Buffer) => createHash('sha256').update(body).digest('hex');

const ingestRoutes: OtherRoutes = (req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    received.push(digest(Buffer.concat(chunks)));
    res.writeHead(204).end();
  });
};

const part = (name: string, value: string | Buffer) =>
  Buffer.concat([
    Buffer.from(`--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
const body = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from('--x--\r\n')]);
const operations = (query: string, rest: object = {}) =>
  part('operations', JSON.stringify({ query, variables: { file: null }, ...rest }));
const map = part('map', '{"0":["variables.file"]}');

let running: Running;
beforeAll(async () => {
  running = await startAll({ ingestRoutes });
});
afterAll(() => running.close());
beforeEach(() => void received.splice(0));

const send = (content: Buffer, type = 'multipart/form-data; boundary=x') =>
  raw(running.url, '/graphql', {
    method: 'POST',
    headers: { 'content-type': type, 'apollo-require-preflight': 'true' },
    body: content,
  });

it.each([
  ['small', 100],
  ['larger than any buffer on the way', 3_000_000],
])('an upload passes byte for byte: %s', async (_, bytes) => {
  const content = body(operations(UPLOAD), map, part('0', randomBytes(bytes)));
  expect((await send(content)).status).toBe(204);
  expect(received).toEqual([digest(content)]);
});

const DETAILED =
  'mutation ($file: Upload!, $input: UploadRecordingInput) { uploadRecording(file: $file, input: $input) { title } }';
const detailed = (input: unknown) => operations(DETAILED, { variables: { file: null, input } });

it('an upload passes with what is known about it', async () => {
  const content = body(detailed({ title: 'Monday' }), map, part('0', 'abc'));
  expect((await send(content)).status).toBe(204);
  expect(received).toEqual([digest(content)]);
});

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => `a${i}: uploadRecording(file: $file) { id }`).join(' ');
const deep = (levels: number): string => (levels === 0 ? 'id' : `similar { ${deep(levels - 1)} }`);

it.each([
  ['a query', 'UPLOAD_EXPECTED', operations('{ recordings { totalCount } }')],
  ['another mutation', 'UPLOAD_EXPECTED', operations('mutation { rename(id: "1", title: "x") { id } }')],
  [
    'another mutation beside the upload',
    'UPLOAD_EXPECTED',
    operations(
      'mutation ($file: Upload!) { uploadRecording(file: $file) { id } rename(id: "1", title: "x") { id } }',
    ),
  ],
  [
    'a mutation behind a fragment',
    'UPLOAD_EXPECTED',
    operations('mutation { ...all } fragment all on Mutation { rename(id: "1", title: "x") { id } }'),
  ],
  ['a batch', 'UPLOAD_EXPECTED', part('operations', JSON.stringify([{ query: UPLOAD }]))],
  ['no JSON', 'UPLOAD_EXPECTED', part('operations', '{')],
  ['the file before the operation', 'UPLOAD_EXPECTED', part('0', 'abc')],
  ['an operation without end', 'UPLOAD_EXPECTED', part('operations', 'x'.repeat(400_000))],
  ['details of another shape', 'BAD_USER_INPUT', detailed('Monday')],
  ['no GraphQL', 'GRAPHQL_PARSE_FAILED', operations('{ recordings(')],
  [
    'what the services keep among themselves',
    'GRAPHQL_VALIDATION_FAILED',
    operations('{ _service { sdl } }'),
  ],
  ['too many aliases', 'OPERATION_TOO_LARGE', operations(`mutation ($file: Upload!) { ${many(31)} }`)],
  [
    'too deep an answer',
    'OPERATION_TOO_LARGE',
    operations(`mutation ($file: Upload!) { uploadRecording(file: $file) { ${deep(20)} } }`),
  ],
  ['too many tokens', 'OPERATION_TOO_LARGE', operations(`mutation { ${'a '.repeat(3_000)} }`)],
])('%s: refused with %s before ingest hears of it', async (_, code, first) => {
  const answer = await send(body(first, map, part('0', 'abc')));
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.body)).toMatchObject({
    errors: [{ extensions: { code, recovery: [expect.any(String)] } }],
  });
  expect(received).toEqual([]);
});

it('a type without its boundary is refused', async () => {
  const answer = await send(body(operations(UPLOAD)), 'multipart/form-data');
  expect(answer.status).toBe(400);
});
