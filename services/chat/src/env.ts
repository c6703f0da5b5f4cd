import { textEnv } from '@colloquy/engines/text';
import { readEnv, subgraphEnv } from '@colloquy/subgraph';
import { z } from 'zod';

export const chatEnv = z.object({
  ...subgraphEnv(4103),
  ...textEnv,
  /** Passages found for a question. */
  SIMILARITY_TOP_K: z.coerce.number().int().min(1).max(50).default(5),
  /** Passages scoring less are not used, 0 to 1. */
  SIMILARITY_THRESHOLD: z.coerce.number().min(0).max(1).default(0.15),
  /** Answers being written at the same time in one workspace. */
  MAX_CONCURRENT_ANSWERS: z.coerce.number().int().positive().default(8),
  /** Questions and answers in one conversation. */
  MAX_CONVERSATION_MESSAGES: z.coerce.number().int().min(2).default(200),
});

export type ChatEnv = z.infer<typeof chatEnv>;

/** The only reader of this service's environment. */
export const readChatEnv = (): ChatEnv => readEnv(chatEnv);
