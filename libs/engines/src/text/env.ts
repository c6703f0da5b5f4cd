import { z } from 'zod';

/** Options of the text engines: a raw shape to spread into a service's environment. */
export const textEnv = {
  /** `auto` (a model when one is configured, else extractive), `extractive`, `openai-compatible` or `anthropic`. */
  ANSWERER: z.enum(['auto', 'extractive', 'openai-compatible', 'anthropic']).default('auto'),
  /** An OpenAI-compatible API up to and including its version, for example `http://127.0.0.1:11434/v1`. */
  LLM_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  LLM_API_KEY: z.string().min(1).optional(),
  LLM_MODEL: z.string().min(1).default('gpt-4o-mini'),
  ANTHROPIC_API_KEY: z.string().min(1).optional(),
  ANTHROPIC_MODEL: z.string().min(1).default('claude-sonnet-4-5'),
  ANTHROPIC_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Longest time one answer may take. */
  LLM_TIMEOUT_SECONDS: z.coerce.number().positive().default(120),
  /** Longest silence between two pieces of an answer. */
  LLM_SILENCE_SECONDS: z.coerce.number().positive().default(45),
  LLM_MAX_OUTPUT_TOKENS: z.coerce.number().int().positive().max(8_192).default(800),
  EMBEDDING_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  EMBEDDING_API_KEY: z.string().min(1).optional(),
  EMBEDDING_MODEL: z.string().min(1).default('text-embedding-3-small'),
  EMBEDDING_TIMEOUT_SECONDS: z.coerce.number().positive().default(30),
};

export type TextEnv = z.infer<z.ZodObject<typeof textEnv>>;
