// A real subgraph over HTTP for bench/gateway.mjs, in a process of its own: `node bench/gateway/subgraph.mjs ingest|transcript`.
// It answers from memory with graphql-js alone, so that the gateway in front of it is what the machine is busy with.
import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, validate } from 'graphql';
import { subgraphs } from './corpus.mjs';

const { sdl, resolvers } = subgraphs[process.argv[2]];
const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
const documents = new Map();

function documentOf(query) {
  const known = documents.get(query);
  if (known) return known;
  const document = parse(query);
  const [error] = validate(schema, document);
  if (error) throw error;
  documents.set(query, document);
  return document;
}

const server = createServer((req, res) => {
  let text = '';
  req.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  req.on('end', async () => {
    const { query, variables, operationName } = JSON.parse(text);
    const document = documentOf(query);
    const body = JSON.stringify(
      await execute({ schema, document, variableValues: variables, operationName }),
    );
    res
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body);
  });
});
server.listen(0, '127.0.0.1', () =>
  console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })),
);
