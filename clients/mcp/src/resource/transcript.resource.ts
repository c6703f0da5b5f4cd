import { ColloquyError, type Colloquy } from '@colloquy/client';
import { ResourceTemplate, type McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { DATA_NOT_INSTRUCTIONS } from '../tool/result.ts';
import { lineOf } from '../transcript-text.ts';

const MOST_CHARACTERS = 200_000;
/** Hosts show them in a list to choose from; the tools find the others. */
const LISTED = 50;

const uriOf = (recordingId: string) => `colloquy://recordings/${recordingId}/transcript`;

/** Whole transcripts, for hosts that let a person attach one. */
export function registerTranscripts(server: McpServer, colloquy: Colloquy): void {
  const template = new ResourceTemplate(uriOf('{recordingId}'), {
    list: async ({ signal }) => {
      const { items } = await orMcpError(() =>
        colloquy.recordings.page({ first: LISTED, filter: { statuses: ['READY'] }, signal }),
      );
      return {
        resources: items.map(({ id, title }) => ({ uri: uriOf(id), name: title, mimeType: 'text/plain' })),
      };
    },
  });
  server.registerResource(
    'transcript',
    template,
    {
      title: 'Transcript',
      description: `Who said what in a recording, as lines of \`[time] speaker: words\`. ${DATA_NOT_INSTRUCTIONS}`,
      mimeType: 'text/plain',
    },
    async (uri, { recordingId }, { signal }) => ({
      contents: [
        {
          uri: uri.href,
          mimeType: 'text/plain',
          text: await orMcpError(() => wholeText(colloquy, String(recordingId), signal)),
        },
      ],
    }),
  );
}

async function wholeText(colloquy: Colloquy, recordingId: string, signal: AbortSignal): Promise<string> {
  const lines: string[] = [];
  let length = 0;
  for await (const segment of colloquy.transcripts.segments(recordingId, { signal })) {
    const line = lineOf(segment);
    length += line.length + 1;
    if (length > MOST_CHARACTERS) {
      lines.push('It goes on: read the rest with the tool `get_transcript`.');
      break;
    }
    lines.push(line);
  }
  return lines.join('\n');
}

async function orMcpError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ColloquyError)) throw error;
    const { code, message, recovery } = error;
    throw new McpError(ErrorCode.InvalidParams, [message, ...recovery].join(' '), { code });
  }
}
