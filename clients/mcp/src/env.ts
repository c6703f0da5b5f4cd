// The only reader of process.env in the MCP server.
import { z } from 'zod';

const schema = z.object({
  /** Where Colloquy is. */
  COLLOQUY_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4000'),
});

/** Empty values count as not set. @throws naming what is wrong */
export function readEnv(source: NodeJS.ProcessEnv = process.env): z.infer<typeof schema> {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(set);
  if (result.success) return result.data;
  throw new Error(result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}
