import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@colloquy/subgraph';

/** Segments a page, fewer than asked for: readers must follow the cursor. */
const PAGE = 3;

interface Node {
  id: string;
  startMs: number;
  endMs: number;
  text: string;
  speaker: { id: string; displayName: string; formerIds: string[] };
  words: never[];
}

export interface GraphTranscript {
  id: string;
  version: number;
  language: string;
  nodes: Node[];
}

/** Ten seconds a line. */
export function transcriptOf(
  lines: readonly [speaker: string, text: string][],
  language = 'en',
): GraphTranscript {
  const speakers = new Map(lines.map(([name]) => [name, newId()]));
  const nodes = lines.map(([displayName, text], i): Node => {
    return {
      id: newId(),
      startMs: i * 10_000,
      endMs: i * 10_000 + 9_000,
      text,
      speaker: { id: speakers.get(displayName) ?? newId(), displayName, formerIds: [] },
      words: [],
    };
  });
  return { id: newId(), version: 1, language, nodes };
}

/** Stands where the gateway does, for the one question this service asks of it. */
export class TranscriptGraph {
  readonly transcripts = new Map<string, GraphTranscript>();
  /** Is done to a transcript before each page of it that is handed out, as if somebody were faster. */
  meanwhile: (transcript: GraphTranscript) => void = () => {};

  private readonly server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { variables } = JSON.parse(Buffer.concat(parts).toString()) as {
        variables: { recordingId: string; after: string | null };
      };
      const found = this.transcripts.get(variables.recordingId);
      if (found) this.meanwhile(found);
      const data = { recording: found ? { transcript: page(found, Number(variables.after ?? 0)) } : null };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
    });
  });

  async open(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/graphql`;
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}

function page({ nodes, ...transcript }: GraphTranscript, from: number) {
  const end = from + PAGE;
  const pageInfo = { hasNextPage: end < nodes.length, endCursor: String(end) };
  return { ...transcript, segments: { pageInfo, edges: nodes.slice(from, end).map((node) => ({ node })) } };
}
