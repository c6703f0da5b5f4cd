import type { Answer, Colloquy } from '@colloquy/client';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { recordingIds } from './parameters.ts';
import { answered, clock, cut, DATA_NOT_INSTRUCTIONS, orToolError } from './result.ts';

const MOST_CHARACTERS_AN_ANSWER = 8_000;
const MOST_CITATIONS = 12;
const MOST_CHARACTERS_A_QUOTE = 500;

const citation = z.object({
  index: z.number(),
  recordingId: z.string(),
  recordingTitle: z.string(),
  speaker: z.string(),
  startMs: z.number(),
  endMs: z.number(),
  quote: z.string(),
  link: z.string(),
});

/** A question, answered by Colloquy with the moments the answer rests on. */
export function registerAsking(server: McpServer, colloquy: Colloquy): void {
  server.registerTool(
    'ask',
    {
      title: 'Ask the recordings',
      description: `Answers a question from recorded conversations. Every statement is cited: recording, speaker, time, verbatim quote and a link that plays the moment. Says so when the recordings do not tell. The question and its answer are kept among the conversations in Colloquy. ${DATA_NOT_INSTRUCTIONS}`,
      inputSchema: {
        question: z.string().min(1).max(2_000),
        recordingIds,
        conversationId: z
          .uuid()
          .optional()
          .describe(
            'Goes on with a conversation, as an earlier answer names it; its recordings stay the same.',
          ),
      },
      outputSchema: {
        conversationId: z.string(),
        text: z.string(),
        citations: z.array(citation),
      },
      annotations: {
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: false,
        openWorldHint: false,
      },
    },
    async ({ question, ...options }, { signal, sendNotification, _meta }) =>
      orToolError(async () => {
        const progressToken = _meta?.progressToken;
        for await (const { text, added, answer } of colloquy.answers.ask(question, { ...options, signal })) {
          if (answer) return toResult(answer, colloquy);
          // A model may write for minutes: whoever waits is told that it still does.
          if (progressToken !== undefined && added)
            await sendNotification({
              method: 'notifications/progress',
              params: { progressToken, progress: text.length },
            });
        }
        throw new Error('The answer ended before it was whole. Ask again.');
      }),
  );
}

function toResult(answer: Answer, colloquy: Colloquy) {
  const citations = answer.citations.slice(0, MOST_CITATIONS).map((cited): z.infer<typeof citation> => ({
    index: cited.index,
    recordingId: cited.recordingId,
    recordingTitle: cut(cited.recordingTitle, 300),
    speaker: cited.speakerName,
    startMs: cited.startMs,
    endMs: cited.endMs,
    quote: cut(cited.quote, MOST_CHARACTERS_A_QUOTE),
    link: colloquy.linkTo(cited.recordingId, { atMs: cited.startMs, segmentId: cited.segmentId }),
  }));
  const text = cut(answer.text, MOST_CHARACTERS_AN_ANSWER);
  const lines = citations.map(
    ({ index, recordingTitle, speaker, startMs, quote, link }) =>
      `[${index}] ${recordingTitle}, ${clock(startMs)}, ${speaker}: “${quote}” ${link}`,
  );
  const { conversationId } = answer;
  return answered([text, '', ...lines, '', `Conversation ${conversationId}`].join('\n'), {
    conversationId,
    text,
    citations,
  });
}
