import type { ProblemDetails } from '@colloquy/subgraph';

export const answerFailed = (messageId: string): ProblemDetails => ({
  code: 'ANSWER_FAILED',
  message: 'The answer could not be written.',
  troubleshooting: [`Look for ${messageId} in the log of the chat service.`],
  recovery: ['Ask again.'],
});

export const answerNotStored = (messageId: string): ProblemDetails => ({
  code: 'ANSWER_NOT_STORED',
  message: 'The answer was written, but the database did not take it.',
  troubleshooting: [`Look for ${messageId} in the log of the chat service.`],
  recovery: ['Ask again.'],
});
