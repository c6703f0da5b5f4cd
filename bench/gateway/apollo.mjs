// @apollo/gateway in front of the same subgraphs, as its documentation sets it up: `node bench/gateway/apollo.mjs <supergraph>`.
import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const quiet = { debug() {}, info() {}, warn: console.error, error: console.error };
const gateway = new ApolloGateway({ supergraphSdl: readFileSync(process.argv[2], 'utf8'), logger: quiet });
const { url } = await startStandaloneServer(new ApolloServer({ gateway, logger: quiet }), {
  listen: { port: 0, host: '127.0.0.1' },
});
console.log(JSON.stringify({ url }));
