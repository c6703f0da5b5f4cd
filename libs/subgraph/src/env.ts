import { z } from 'zod';

/** The settings every service shares; spread into the service's own schema. */
export const subgraphEnv = (defaultPort: number) => ({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(defaultPort),
  /** Shared with the gateway: what does not carry it is refused. */
  SERVICE_TOKEN: z.string().min(16).optional(),
  ...platformEnv,
});

/** What a process without a server (a worker) shares with the services. */
export const platformEnv = {
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  DATABASE_URL: z.url(),
  /** Where uploads, audio and results live. */
  COLLOQUY_DATA: z.string().default('./data'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** Pub/sub by Redis instead of LISTEN/NOTIFY. */
  REDIS_URL: z.url().optional(),
  /** The federated graph, for services that read from others. */
  GRAPH_URL: z.url().default('http://127.0.0.1:4000/graphql'),
};

export type PlatformEnv = z.infer<z.ZodObject<typeof platformEnv>>;
export type SubgraphEnv = PlatformEnv & { HOST: string; PORT: number; SERVICE_TOKEN?: string | undefined };

/**
 * Reads and validates the process environment. Empty values count as not set.
 * Prints each mistake on a line and exits with code 78 (EX_CONFIG) when something is wrong.
 */
export function readEnv<T extends z.ZodObject>(schema: T): z.infer<T> {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  process.stderr.write(
    `The environment is not usable:\n${lines.join('\n')}\nSee .env.example for every setting.\n`,
  );
  process.exit(78);
}
