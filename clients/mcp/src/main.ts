#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { Colloquy } from '@colloquy/client';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { readEnv } from './env.ts';
import { serveHttp } from './http/serve-http.ts';
import { createServer } from './server.ts';

const USAGE = `colloquy-mcp: Colloquy for hosts of the Model Context Protocol

  --allow-changes   also offer tools that change something
  --http <port>     Streamable HTTP at http://127.0.0.1:<port>/mcp instead of stdio

COLLOQUY_URL says where Colloquy is (http://127.0.0.1:4000).
`;

/** Stdout belongs to the protocol. */
const say = (text: string) => process.stderr.write(`${text}\n`);

try {
  const { values } = parseArgs({
    options: {
      'allow-changes': { type: 'boolean', default: false },
      http: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const colloquy = new Colloquy({ url: readEnv().COLLOQUY_URL });
  const create = () => createServer(colloquy, { allowChanges: values['allow-changes'] });
  if (values.help) {
    say(USAGE);
  } else if (values.http === undefined) {
    await create().connect(new StdioServerTransport());
  } else {
    const { url } = await serveHttp(create, portOf(values.http));
    say(`Colloquy's MCP server listens at ${url}`);
  }
} catch (error) {
  say(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 1;
}

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Error(`--http is "${text}", which is not a port.`);
}
